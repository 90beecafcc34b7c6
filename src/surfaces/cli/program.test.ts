import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fieldsOf } from '../../contract/fields.ts';
import { OPERATIONS, type Caller } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { candidates } from './completion.ts';
import { Stopped, type CliDoor, type StartOptions } from './door.ts';
import { buildProgram, runCli } from './program.ts';
import { kebab } from './words.ts';

interface Heard { out: string; note: string; asked: [string, unknown][]; closed: number; started: StartOptions[]; interrupt: () => void }

const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A terminal that is only listened to, and an answer for each question. */
function door(answer: (name: string, input: unknown) => unknown = () => ({ ok: true, value: {} }), more: Partial<CliDoor> = {}): { door: CliDoor; heard: Heard } {
  const heard: Heard = { out: '', note: '', asked: [], closed: 0, started: [], interrupt: () => undefined };
  const call = (async (name: string, input: unknown) => (heard.asked.push([name, input]), await answer(name, input))) as unknown as Caller;
  return {
    heard,
    door: {
      terminal: {
        out: (text) => { heard.out += text; }, note: (text) => { heard.note += text; }, env: {}, inputIsTerminal: false, outIsTerminal: false, noteIsTerminal: false,
        columns: 100, workingFolder: folder, onInterrupt: (act) => { heard.interrupt = act; return () => undefined; }, now: () => 0, sleep: () => Promise.resolve(),
      },
      version: '1.2.3', schema: () => Promise.resolve('0002_x'), diagnose: () => Promise.resolve([{ name: 'node', state: 'failed', says: 'Too old' }]),
      start: (options) => { heard.started.push(options); return Promise.resolve(0); }, mcp: () => Promise.resolve(),
      attach: () => Promise.resolve({ call, sameMachine: true, upload: () => Promise.reject(new Error('no')), download: (_a, path) => { writeFileSync(path, 'zip'); return Promise.resolve(3); }, close: () => { heard.closed++; return Promise.resolve(); } }),
      ...more,
    },
  };
}

describe('the command line', () => {
  it('has a command for every operation, with a flag for every field and none that a program-wide flag would swallow', () => {
    const program = buildProgram(door().door, () => undefined);
    const taken = new Set(program.options.map((option) => option.attributeName()));
    for (const operation of OPERATIONS as readonly Operation[]) {
      const [topic, verb] = operation.name.split('.');
      const command = program.commands.find((each) => each.name() === topic)?.commands.find((each) => each.name() === kebab(verb!));
      expect(command?.description()).toBe(operation.summary);
      for (const field of fieldsOf(operation)) {
        expect(command?.options.map(({ long }) => long)).toContain(`--${kebab(field.name)}`);
        expect(taken.has(field.name)).toBe(false);
      }
    }
  });

  it('turns words and flags into the operation’s input', async () => {
    const { door: cli, heard } = door();
    expect(await runCli(cli, ['cull', 'decide', 'RET-1', 'RET-2', '--decision', 'keep', '--until', '2027-02-01', '--json'])).toBe(0);
    expect(await runCli(cli, ['item', 'list', '--limit', '5', '--status-class=all'])).toBe(0);
    expect(await runCli(cli, ['rule', 'set', '--rule', 'velocity', '--no-on'])).toBe(0);
    expect(await runCli(cli, ['rule', 'set', '--rule', 'velocity', '--on', 'false'])).toBe(0);
    expect(await runCli(cli, ['rule', 'set', '--rule', 'velocity', '--on'])).toBe(0);
    expect(await runCli(cli, ['import', 'start', '--files', '{"upload":"upl_1"}', '--kind', 'csv', '--map', 'title=Summary', '--wait', '--json'])).toBe(0);
    expect(heard.asked).toEqual([
      ['cull.decide', { items: ['RET-1', 'RET-2'], decision: 'keep', until: '2027-02-01' }],
      ['item.list', { limit: 5, statusClass: 'all' }],
      ['rule.set', { rule: 'velocity', on: false }],
      ['rule.set', { rule: 'velocity', on: false }],
      ['rule.set', { rule: 'velocity', on: true }],
      ['import.start', { files: [{ upload: 'upl_1' }], kind: 'csv', map: { title: 'Summary' }, wait: true }],
    ]);
    expect(heard.closed).toBe(6);
  });

  it('gives a flag behind “import start” to that verb, however often it is said', async () => {
    const { door: cli, heard } = door();
    expect(await runCli(cli, ['import', 'start', '--files', '{"upload":"upl_1"}', '--kind', 'csv', '--map', 'title=Summary', '--map', 'key=Ticket', '--time-zone', 'Europe/Berlin', '--json'])).toBe(0);
    expect(heard.asked).toEqual([
      ['import.start', { files: [{ upload: 'upl_1' }], kind: 'csv', map: { title: 'Summary', key: 'Ticket' }, timeZone: 'Europe/Berlin' }],
    ]);
  });

  it('reads a kind of work by its place, and who gives as names with numbers', async () => {
    const { door: cli, heard } = door();
    expect(await runCli(cli, ['line', 'set', 'sales', '--budget-minutes', '180', '--from', 'marketing=60,content=30', '--json'])).toBe(0);
    for (const words of [['line', 'hand-off', 'sales', '--to', 'Field marketing'], ['line', 'hand-off', '--decision', 'sales/asker/sales'], ['line', 'reset', 'sales'], ['line', 'brief', 'sales'], ['line', 'brief', 'hnd_1']]) expect(await runCli(cli, [...words, '--json'])).toBe(0);
    expect(heard.asked).toEqual([
      ['line.set', { kind: 'sales', budgetMinutes: 180, from: [{ kind: 'marketing', minutes: 60 }, { kind: 'content', minutes: 30 }] }],
      ['line.hand_off', { kind: 'sales', to: 'Field marketing' }], ['line.hand_off', { decision: 'sales/asker/sales' }], ['line.reset', { kind: 'sales' }], ['line.brief', { kind: 'sales' }], ['line.brief', { handOff: 'hnd_1' }],
    ]);
  });

  it('opens the browser on “open”, and on “start” only when asked to', async () => {
    const { door: cli, heard } = door();
    for (const words of [['open', '--port', '5000'], ['start'], ['start', '--open']]) expect(await runCli(cli, words)).toBe(0);
    expect(heard.started).toEqual([{ sample: true, open: true, port: '5000' }, { sample: true, open: false }, { sample: true, open: true }]);
  });

  it('says a refusal in one sentence on standard error and ends with the registry’s exit code', async () => {
    const refuse = () => ({ ok: false, refusal: { code: 'not_found', details: { kind: 'goal', reference: 'G-9' } } });
    const plain = door(refuse);
    expect(await runCli(plain.door, ['goal', 'get', 'G-9'])).toBe(3);
    expect([plain.heard.out, plain.heard.note]).toEqual(['', 'There is no goal G-9 in this workspace.\n']);
    const json = door(refuse);
    expect(await runCli(json.door, ['goal', 'get', 'G-9', '--json'])).toBe(3);
    expect(JSON.parse(json.heard.note)).toMatchObject({ code: 'not_found', details: { reference: 'G-9' } });
  });

  it('suggests what may have been meant, with exit code 2', async () => {
    for (const [words, near] of [[['gaol'], 'goal'], [['goal', 'lst'], 'list'], [['item', 'list', '--limt', '5'], '--limit']] as const) {
      const { door: cli, heard } = door();
      expect(await runCli(cli, words)).toBe(2);
      expect(heard.note).toContain(`Did you mean ${near}?`);
      expect(heard.asked).toEqual([]);
    }
  });

  it('serves when no command is named, and never when help or the version is asked for', async () => {
    const { door: cli, heard } = door();
    for (const words of [[], ['--port', '0'], ['--data-dir', 'x', '--no-sample']]) expect(await runCli(cli, words)).toBe(0);
    expect(heard.started).toEqual([{ sample: true, open: false }, { sample: true, open: false, port: '0' }, { sample: false, open: false, dataDir: 'x' }]);
    for (const words of [['--help'], ['--version'], ['help', 'goal'], ['goal', 'get', '-h']]) expect(await runCli(cli, words)).toBe(0);
    expect(heard.started).toHaveLength(3);
    expect(heard.out).toContain('1.2.3');
  });

  it('never asks where nobody can answer: what cannot be taken back needs --yes', async () => {
    const { door: cli, heard } = door(() => ({ ok: true, value: { discarded: true, items: 3 } }));
    expect(await runCli(cli, ['sample', 'discard'])).toBe(2);
    expect([heard.asked, heard.note]).toEqual([[], expect.stringContaining('say --yes')]);
    expect(await runCli(cli, ['sample', 'discard', '--yes'])).toBe(0);
    expect(heard.asked).toEqual([['sample.discard', {}]]);
  });

  it('says a fault in one sentence, and its story only with --verbose', async () => {
    const broken = () => { throw new Error('first line\nsecond line'); };
    const quiet = door(broken);
    expect(await runCli(quiet.door, ['goal', 'list'])).toBe(70);
    expect(quiet.heard.note).toBe('Something broke on Throughline’s side: first line. Say --verbose for the whole story.\n');
    expect(quiet.heard.closed).toBe(1);
    const loud = door(broken);
    await runCli(loud.door, ['goal', 'list', '--verbose']);
    expect(loud.heard.note).toContain('program.test.ts');
  });

  it('tells a script by its exit code whether to try again', async () => {
    for (const [name, code] of [['FolderHeld', 7], ['ServerUnreachable', 6], ['UnusableSettings', 2], ['SchemaMismatch', 70]] as const) {
      const fault = Object.assign(new Error('It is so.'), { name });
      const { door: cli, heard } = door(undefined, { attach: () => Promise.reject(fault) });
      expect([await runCli(cli, ['goal', 'list']), heard.note]).toEqual([code, 'It is so.\n']);
    }
    expect(await runCli(door(undefined, { attach: () => Promise.reject(new Stopped(4, 'No.')) }).door, ['goal', 'list'])).toBe(4);
  });

  it('reports the doctor’s findings and fails when one does not hold', async () => {
    const { door: cli, heard } = door();
    expect(await runCli(cli, ['doctor', '--json'])).toBe(1);
    expect(JSON.parse(heard.out)).toEqual({ ok: false, checks: [{ name: 'node', state: 'failed', says: 'Too old' }] });
  });

  it('completes topics, verbs, flags and choices', () => {
    const program = buildProgram(door().door, () => undefined);
    expect(candidates(program, ['cu'])).toEqual(['cull']);
    expect(candidates(program, ['goal', 'ac'])).toEqual(['activate']);
    expect(candidates(program, ['item', 'list', '--unt'])).toEqual(['--untouched-from', '--untouched-to']);
    expect(candidates(program, ['cull', 'decide', '--decision', 'k'])).toEqual(['keep']);
  });
});

describe('import of files', () => {
  const record = { id: 'imp_1', state: 'running', files: [], read: 10, created: 8, updated: 1, unchanged: 1, comments: 3, newComments: 2, pullRequestsSkipped: 0, skipped: 0, unread: 0, startedAt: '2026-11-20T10:00:00.000Z' };
  const file = join(folder, 'export.csv');
  writeFileSync(file, 'Key,Summary\n');

  it('hands over absolute paths, waits for the end and says what happened', async () => {
    let polls = 0;
    const { door: cli, heard } = door((name) => ({ ok: true, value: { import: name === 'import.get' && ++polls > 2 ? { ...record, state: 'done' } : record } }));
    expect(await runCli(cli, ['import', 'export.csv', '--kind', 'csv', '--map', 'title=Summary'])).toBe(0);
    expect(heard.asked[0]).toEqual(['import.start', { files: [{ path: file }], kind: 'csv', map: { title: 'Summary' } }]);
    expect(heard.out).toBe('10 items read: 8 created, 1 updated, 1 unchanged; 2 new comments of 3.\n');
  });

  it('stops kindly on Ctrl+C and ends with 130', async () => {
    let cancelled = false;
    const { door: cli, heard } = door((name) => {
      if (name === 'import.get') heard.interrupt();
      if (name === 'import.cancel') cancelled = true;
      return { ok: true, value: { import: cancelled ? { ...record, state: 'cancelled' } : record } };
    });
    expect(await runCli(cli, ['import', 'export.csv'])).toBe(130);
    expect(heard.asked.map(([name]) => name)).toContain('import.cancel');
    expect(heard.out).toContain('What was read stays.');
  });

  it('ends with 2 for a file that is not there, is no export, or a kind that is none', async () => {
    const missing = door();
    expect(await runCli(missing.door, ['import', 'lsit'])).toBe(2);
    expect(missing.heard.note).toContain('Did you mean “throughline import list”?');
    const refused = door(() => ({ ok: false, refusal: { code: 'not_an_export', details: { file: 'export.csv', seen: 'is a photo', advice: 'Export as CSV' } } }));
    expect(await runCli(refused.door, ['import', 'export.csv'])).toBe(2);
    expect(refused.heard.note).toBe('export.csv is a photo; it is no export that can be read. Export as CSV.\n');
    const kind = door();
    expect(await runCli(kind.door, ['import', 'export.csv', '--kind', 'excel'])).toBe(2);
    expect(kind.heard.asked).toEqual([]);
  });
});

describe('export of everything', () => {
  const archive = { id: 'arc_1', fileName: 'throughline.zip', bytes: 3, sha256: 'ab', items: 7 };

  it('writes the archive where it was asked to, and replaces nothing without --yes', async () => {
    const { door: cli, heard } = door(() => ({ ok: true, value: { archive, download: '/api/v1/archives/arc_1' } }));
    expect(await runCli(cli, ['export', '--out', 'all.zip'])).toBe(0);
    expect(readFileSync(join(folder, 'all.zip'), 'utf8')).toBe('zip');
    expect(heard.out).toContain(`${join(folder, 'all.zip')} (3 bytes)`);
    expect(await runCli(cli, ['export', '--out', 'all.zip'])).toBe(5);
    expect(await runCli(cli, ['export', '--out', 'all.zip', '--yes'])).toBe(0);
  });
});
