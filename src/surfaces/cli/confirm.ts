// Asks before something is lost for good. Never asks where nobody can answer: there the same answer is a flag.
import { Stopped, type GlobalFlags, type Terminal } from './door.ts';

/** Returns when the person agreed, with --yes or by hand. Throws Stopped with exit code 2 otherwise. */
export async function confirmed(terminal: Terminal, flags: Pick<GlobalFlags, 'yes' | 'input'>, what: string): Promise<void> {
  if (flags.yes) return;
  if (!mayAsk(terminal, flags)) throw new Stopped(2, `${what} This cannot be taken back; say --yes to do it.`);
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({ message: `${what} Go on?`, initialValue: false, output: process.stderr });
  if (isCancel(answer) || !answer) throw new Stopped(2, 'Nothing was changed.');
}

function mayAsk(terminal: Terminal, flags: Pick<GlobalFlags, 'input'>): boolean {
  return flags.input !== false && !terminal.env['CI'] && terminal.inputIsTerminal && terminal.noteIsTerminal;
}
