// Commands about the program itself: start, open, mcp, doctor, version, completion. None of them is an operation.
import type { Command } from 'commander';
import { addCompletion } from './completion.ts';
import { placeOf, type CliDoor, type GlobalFlags, type StartOptions } from './door.ts';
import { jsonText, styleFor } from './style.ts';

interface StartFlags extends GlobalFlags { readonly port?: string; readonly host?: string; readonly publicUrl?: string; readonly sample: boolean; readonly open?: boolean }

export function addProgramCommands(program: Command, door: CliDoor, finish: (code: number) => void): void {
  const { terminal } = door;
  const start = serves(program.command('start').description('Opens the workspace and serves it to this machine’s browser; the same as no command at all')).option('--open', 'open the browser');
  start.action(async () => finish(await door.start(startOptions(start.optsWithGlobals<StartFlags>()))));
  const open = serves(program.command('open').description('Opens the workspace in the browser, and serves it first when no server does'));
  open.action(async () => finish(await door.start({ ...startOptions(open.optsWithGlobals<StartFlags>()), open: true })));

  const mcp = program.command('mcp').description('Serves the workspace to an agent over standard input and output (MCP)')
    .addHelpText('after', '\nIn an agent’s configuration:\n  { "command": "npx", "args": ["throughline", "mcp"] }\n');
  mcp.action(async () => {
    await door.mcp(placeOf(mcp.optsWithGlobals()));
    finish(0);
  });

  const doctor = program.command('doctor').description('Checks what Throughline stands on: Node, folder, lock, database, server');
  doctor.action(async () => {
    const flags = doctor.optsWithGlobals<GlobalFlags>();
    const checks = await door.diagnose(placeOf(flags));
    const failed = checks.some((check) => check.state === 'failed');
    if (flags.json) terminal.out(jsonText({ ok: !failed, checks }));
    else {
      const style = styleFor(terminal, flags);
      const sentence = failed ? 'Something Throughline stands on does not hold.' : 'Everything Throughline stands on holds.';
      terminal.out(`${style.strong(sentence)}\n\n${checks.map((check) => `${check.state.padEnd(8)} ${check.name.padEnd(10)} ${check.says}`).join('\n')}\n`);
    }
    finish(failed ? 1 : 0);
  });

  const version = program.command('version').description('Says which version this is, with --json also of the API and the database’s schema');
  version.action(async () => {
    if (!version.optsWithGlobals<GlobalFlags>().json) terminal.out(`${door.version}\n`);
    else terminal.out(jsonText({ name: 'throughline', version: door.version, api: 'v1', schema: await door.schema(), node: process.versions.node }));
    finish(0);
  });

  addCompletion(program, door, finish);
}

function serves(command: Command): Command {
  return command
    .option('-p, --port <number>', 'port to listen on; by default 4747')
    .option('--host <address>', 'address to listen on; by default 127.0.0.1, which no other machine reaches')
    .option('--public-url <url>', 'the address a proxy serves this at')
    .option('--no-sample', 'begin with an empty workspace');
}

function startOptions({ dataDir, port, host, publicUrl, sample, open }: StartFlags): StartOptions {
  return {
    sample, open: open ?? false,
    ...(dataDir === undefined ? {} : { dataDir }), ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }), ...(publicUrl === undefined ? {} : { publicUrl }),
  };
}
