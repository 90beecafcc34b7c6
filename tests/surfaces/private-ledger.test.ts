// A member's calendars, ledger, line and carries are theirs alone. One member fills them with a word that stands nowhere else; then every
// operation is asked as every role by other members, with every name of the first member's things, and none may answer the word or change a thing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { OPERATIONS, type OperationName } from '../../src/contract/index.ts';
import type { Operation, Outcome } from '../../src/contract/operation.ts';
import { ROLES, type Role } from '../../src/domain/access/role.ts';
import { ArchiveReader } from '../../src/operations/archive-file.ts';
import type { Asker } from '../../src/operations/context.ts';
import { openSampleHouse, type SampleHouse } from './sample-house.ts';

const WORD = 'zanzibarquokka';
const PRIVATE_TOPICS = new Set(['attention', 'line', 'carry', 'calendar']);
const operations: readonly Operation[] = OPERATIONS;
const topicOf = ({ name }: Operation): string => name.split('.')[0]!;
/** These take the workspace itself away, so they are asked of no other member here; neither is one member's alone. */
const ENDS_THE_WORKSPACE = new Set(['sample.discard', 'sample.load']);

const CALENDAR = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', `X-WR-CALNAME:${WORD} calendar`,
  'BEGIN:VEVENT', 'UID:their-series', `SUMMARY:Deck for ${WORD}`, `DESCRIPTION:About ${WORD}`, `LOCATION:${WORD} street`, 'DTSTART:20261102T090000Z', 'DTEND:20261102T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=6',
  `ORGANIZER;CN=${WORD}:mailto:lead@${WORD}.example`, `ATTENDEE;CN=${WORD};PARTSTAT=ACCEPTED:mailto:buyer@${WORD}.example`, 'END:VEVENT',
  'BEGIN:VEVENT', 'UID:their-private', `SUMMARY:${WORD} at the doctor`, 'CLASS:PRIVATE', 'DTSTART:20261118T110000Z', 'DTEND:20261118T120000Z', 'END:VEVENT',
  'BEGIN:VEVENT', 'UID:their-broken', `SUMMARY:${WORD} without a start`, 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');

type Value = Record<string, unknown>;

describe('what one member keeps of their own time', () => {
  let sample: SampleHouse;
  let own: Asker;
  let names: readonly string[];
  const ask = (who: Asker, name: string, input: unknown): Promise<Outcome<unknown>> => sample.house.run(name as OperationName, input as never, who, 'req_00000000') as Promise<Outcome<unknown>>;
  const given = async (name: string, input: unknown): Promise<Value> => {
    const outcome = await ask(own, name, input);
    expect(outcome, name).toMatchObject({ ok: true });
    return (outcome as { value: Value }).value;
  };
  const other = (role: Role): Asker => ({ ...own, memberId: `mbr_other_${role}`, role });
  /** What the member's own screens show. */
  const everything = async (): Promise<Value> => ({
    calendars: await given('calendar.list', {}), settings: await given('attention.settings', {}), events: await given('attention.events', { from: '2026-11-01', to: '2026-11-30', limit: 200 }),
    entries: await given('attention.entries', {}), corrections: await given('attention.corrections', {}), rules: await given('attention.rules', {}), defended: await given('attention.defended', {}),
    questions: await given('attention.questions', {}), line: await given('line.get', {}), history: await given('line.history', {}), carries: await given('carry.list', {}), handOffs: await given('line.hand_offs', {}),
  });

  beforeAll(async () => {
    sample = await openSampleHouse();
    await sample.renew('sample');
    own = { ...sample.asker(), memberId: 'mbr_own', role: 'pm', local: false };
    await given('calendar.add', { text: CALENDAR, name: `${WORD} calendar` });
    await given('attention.configure', { addresses: [`me@${WORD}.example`], trackerNames: [WORD], people: { [`${WORD}.example`]: 'customer' } });
    await given('attention.log', { line: `45 sales deck for ${WORD}, asked by ${WORD}` });
    await given('attention.start', { line: `sales call with ${WORD}` });
    await given('attention.rule', { kind: 'sales', words: WORD });
    const [event] = (await given('attention.events', { from: '2026-11-01', to: '2026-11-30' }))['events'] as { event: string; title: string }[];
    await given('attention.correct', { event: event!.event, kind: 'sales', scope: 'series' });
    await given('attention.defend', { event: event!.event, bet: 'B-12' });
    await given('line.reset', {});
    await given('line.set', { kind: 'sales', stance: 'share', with: WORD });
    for (let at = 0; at < 4; at += 1) await given('carry.add', { what: `${at} ${WORD}`, minutes: 70, kind: 'sales', askedBy: WORD, topic: WORD, seenBy: WORD, ifLeft: WORD });
    await given('line.hand_off', { kind: 'sales', to: WORD, plan: WORD });
    const text = JSON.stringify(await everything());
    // One of each kind of thing: its prefix names the kind.
    const ids = new Map([...text.matchAll(/"((?:[a-z]{3})_[0-9A-Z]{26})"/g)].map(([, id]) => [id!.slice(0, 3), id!]));
    names = [...ids.values(), event!.event, 'their-series', 'mbr_own'];
  }, 120_000);
  afterAll(() => sample?.close());

  it('is shown to that member', async () => {
    const shown = await everything();
    for (const [part, value] of Object.entries(shown)) if (part !== 'questions') expect(JSON.stringify(value), part).toContain(WORD);
    expect(names.length).toBeGreaterThan(8);
  });

  it('never shows the title of a private event, not even to its owner', async () => {
    expect(JSON.stringify(await everything())).not.toContain('at the doctor');
  });

  it('is kept from teammates and viewers by the contract itself', () => {
    const open = operations.filter((operation) => PRIVATE_TOPICS.has(topicOf(operation)) && (operation.roles.includes('teammate') || operation.roles.includes('viewer'))).map(({ name }) => name);
    expect(open).toEqual(['calendar.expand']);
  });

  it.each(ROLES)('is answered by no operation to another %s, whatever they name, and nothing of it changes', async (role) => {
    const who = other(role);
    const before = await everything();
    let asked = 0;
    const told: string[] = [];
    for (const operation of operations) {
      if (ENDS_THE_WORKSPACE.has(operation.name)) continue;
      // Names are tried by the two roles that are granted anything here; the others are refused before anything is looked at.
      for (const input of inputsFor(operation, role === 'owner' ? names : role === 'pm' && PRIVATE_TOPICS.has(topicOf(operation)) ? names : [])) {
        const outcome = await ask(who, operation.name, input);
        asked += 1;
        if (JSON.stringify(outcome).toLowerCase().includes(WORD)) told.push(`${operation.name} ${JSON.stringify(input)}`);
      }
    }
    expect(told).toEqual([]);
    expect(asked).toBeGreaterThan(role === 'owner' ? 500 : 100);
    expect(still(await everything())).toEqual(still(before));
  }, 120_000);

  it('is in no archive but the member’s own', async () => {
    expect(await archiveHolds(other('owner'))).toEqual([]);
    const mine = await archiveHolds({ ...own, role: 'owner' });
    expect(mine.length).toBeGreaterThan(6);
  }, 60_000);

  it('reaches no log and no job', async () => {
    expect(JSON.stringify(sample.faults)).not.toContain(WORD);
    expect(JSON.stringify(await ask(other('owner'), 'workspace.get', {}))).not.toContain(WORD);
  });

  async function archiveHolds(who: Asker): Promise<string[]> {
    const made = await ask(who, 'export.create', {}) as { value: { archive: { id: string } } };
    const reader = await ArchiveReader.open(sample.house.services.files.pathOf(made.value.archive.id));
    const manifest = JSON.parse(await reader.text('manifest.json')) as { files: { name: string }[] };
    const holding: string[] = [];
    for (const { name } of manifest.files) if ((await reader.text(name)).toLowerCase().includes(WORD)) holding.push(name);
    reader.close();
    return holding;
  }
});

/** The example, and for operations of these topics, and every query, each text field set to each of the names. */
function inputsFor(operation: Operation, names: readonly string[]): unknown[] {
  const example = operation.example.input as Value;
  if (!PRIVATE_TOPICS.has(topicOf(operation)) && operation.kind === 'command') return [];
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, { type?: string; enum?: unknown[]; format?: string }> };
  const fields = Object.entries(properties).filter(([, field]) => field.type === 'string' && field.enum === undefined && field.format === undefined).map(([name]) => name);
  return [example, ...fields.flatMap((field) => names.map((name) => ({ ...example, [field]: name })))];
}

/** Without what a clock moves on by itself. */
function still(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, each: unknown) => (name === 'freshAt' || name === 'minutes' && typeof each === 'number' ? undefined : each)));
}
