// One command for each operation of the contract, grouped by topic. Translation only: text in, the pipeline's answer out.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fieldsOf } from '../../contract/fields.ts';
import { OPERATIONS, type OperationName } from '../../contract/index.ts';
import type { Operation, Outcome } from '../../contract/operation.ts';
import { confirmed } from './confirm.ts';
import { placeOf, Stopped, type Attached, type CliDoor, type GlobalFlags } from './door.ts';
import { addFlags, inputFrom } from './operation-flags.ts';
import { refusedIn } from './refused.ts';
import { render } from './render.ts';
import { jsonText, styleFor } from './style.ts';
import { kebab } from './words.ts';

const TOPICS: Readonly<Record<string, string>> = {
  workspace: 'The workspace at a glance', sample: 'The sample company', source: 'Trackers that were imported', goal: 'The one Product Goal',
  problem: 'Problems worth solving', bet: 'Bets between the goal and the backlog', item: 'Backlog items', lineage: 'What items lead to',
  audit: 'The backlog’s X-ray', finding: 'Findings and what you answered', rule: 'The audit’s rules', cull: 'Deciding on what aged out',
  number: 'What is behind a number', import: 'Reading tracker exports', export: 'Everything in one archive',
  metric: 'Metrics and where they come from', ship: 'What reached users', seal: 'The chain of what was promised', forecast: 'What each member expects',
  member: 'Who is in the workspace', readout: 'What a ship, a test or a panel says', review: 'Looking back at 30, 90 and 365 days', lesson: 'What settled bets taught',
  calibration: 'Your own record', proposal: 'What an agent asks you to do', line: 'What is yours to do, and what is not',
  carry: 'Water you carried', calendar: 'Your calendars, which nobody else sees', attention: 'Where your week went, which nobody else sees',
};

/**
 * Adds a command for each topic with one for each verb. `finish` is told the exit code. Flags are worked out from the contract for the
 * topics that `isAsked` alone: for all of them it takes longer than many a command.
 */
export function addOperationCommands(program: Command, door: CliDoor, finish: (code: number) => void, isAsked: (topic: string) => boolean): void {
  for (const operation of OPERATIONS as readonly Operation[]) {
    const [topic = '', verb = ''] = operation.name.split('.');
    const group = program.commands.find((command) => command.name() === topic) ?? program.command(topic).description(TOPICS[topic] ?? topic);
    const command = group.command(kebab(verb)).description(operation.summary);
    if (isAsked(topic)) addFlags(command, operation);
    command.action(async () => finish(await ask(door, operation, inputTyped(program, command, operation), command.optsWithGlobals())));
  }
}

/** What was typed for fields: on the command or its topic. The program's own flags, such as --no-input, are no fields of the same name. */
export function inputTyped(program: Command, command: Command, operation: Operation): Record<string, unknown> {
  const own = command.opts<Record<string, unknown>>();
  return inputFrom(operation, command.args, { ...command.optsWithGlobals<Record<string, unknown>>(), ...Object.fromEntries(Object.keys(program.opts()).map((name) => [name, own[name]])) });
}

/** Files by the path as this machine knows it where the same disk is seen, else as the uploads they were sent as. */
async function withFiles({ terminal }: CliDoor, attached: Attached, operation: Operation, input: unknown): Promise<unknown> {
  const sent = async (ref: unknown): Promise<unknown> => {
    const { path } = (ref ?? {}) as { path?: unknown };
    if (typeof path !== 'string') return ref;
    const here = resolve(terminal.workingFolder, path);
    if (!existsSync(here)) throw new Stopped(2, `There is no file ${path}.`);
    return attached.sameMachine ? { path: here } : { upload: await attached.upload(here) };
  };
  const ready: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  for (const { name, kind, of } of fieldsOf(operation)) {
    const given = ready[name];
    if (kind === 'file' && given !== undefined) ready[name] = await sent(given);
    if (of === 'file' && Array.isArray(given)) ready[name] = await Promise.all(given.map(sent));
  }
  return ready;
}

/** Exported for commands that stand for an operation under another name. */
export async function ask(door: CliDoor, operation: Operation, input: unknown, flags: GlobalFlags): Promise<number> {
  const { terminal } = door;
  if (operation.agent.destructive) await confirmed(terminal, flags, operation.summary);
  const attached = await door.attach(placeOf(flags));
  let outcome: Outcome<unknown>;
  try {
    outcome = await attached.call(operation.name as OperationName, await withFiles(door, attached, operation, input) as never) as Outcome<unknown>;
  } finally {
    await attached.close();
  }
  if (!outcome.ok) return refusedIn(terminal, flags, outcome.refusal);
  const value = outcome.value as Record<string, unknown>;
  if (flags.json) terminal.out(jsonText(value));
  else terminal.out(render(operation, value, { columns: terminal.columns, style: styleFor(terminal, flags), quiet: flags.quiet ?? false }));
  return 0;
}
