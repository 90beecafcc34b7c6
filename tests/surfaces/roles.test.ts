import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS, type OperationName } from '../../src/contract/index.ts';
import type { Operation, Outcome } from '../../src/contract/operation.ts';
import { ROLES, type Role } from '../../src/domain/access/role.ts';
import type { Asker } from '../../src/operations/context.ts';
import { ArchiveReader } from '../../src/operations/archive-file.ts';
import { openSampleHouse, type SampleHouse } from './sample-house.ts';

const TOPICS = new Set(['bet', 'seal', 'forecast', 'member', 'ship', 'metric', 'readout', 'review', 'lesson', 'calibration', 'goal', 'proposal']);
const about = (OPERATIONS as readonly Operation[]).filter(({ name }) => TOPICS.has(name.split('.')[0]!));
const queries = (OPERATIONS as readonly Operation[]).filter(({ kind }) => kind === 'query');

/** What only the owner may ever read: how the decision was rated and remembered, and the notes on it. */
const PRIVATE = ['We never asked whether they forget.', 'They call twice now.', 'Stopped on the day of the review.', '0.123456', 'Only for my eyes'];

describe('who may ask what about bets', () => {
  let sample: SampleHouse;
  beforeAll(async () => {
    sample = await openSampleHouse();
    await sample.renew('sample');
  });
  afterAll(() => sample?.close());

  const ask = (who: Asker, operation: Pick<Operation, 'name'>, input: unknown): Promise<Outcome<unknown>> => sample.house.run(operation.name as OperationName, input as never, who, 'req_00000000') as Promise<Outcome<unknown>>;
  const as = (role: Role): Asker => ({ ...sample.asker(), memberId: role === 'owner' ? sample.asker().memberId : `mbr_${role}`, role, local: false });

  it.each(ROLES)('lets a %s do what the contract grants and refuses the rest before it looks at anything', async (role) => {
    expect(about.length).toBeGreaterThan(45);
    for (const operation of about) {
      const granted = operation.roles.includes(role);
      if (granted && operation.kind === 'command') continue;
      const outcome = await ask(as(role), operation, operation.example.input);
      const code = outcome.ok ? undefined : outcome.refusal.code;
      if (granted) expect(code, operation.name).not.toBe('not_allowed');
      else expect(code, operation.name).toBe('not_allowed');
    }
  });

  it('shows one member’s ratings, memories and record to nobody else, whatever they ask', async () => {
    const owner = sample.asker();
    const step = { bet: 'B-10', review: 90 };
    for (const [name, more] of [['review.rate', { process: 5 }], ['review.remember', { probability: 0.123456 }], ['review.reveal', {}], ['review.note', { luck: 'luck', note: 'Only for my eyes' }]] as const) {
      expect(await ask(owner, { name }, { ...step, ...more }), name).toMatchObject({ ok: true });
    }
    expect(JSON.stringify(await ask(owner, { name: 'review.get' }, step))).toContain('0.123456');
    const bets = (await ask(owner, { name: 'bet.list' }, { state: 'all' }) as { value: { bets: { key: string }[] } }).value.bets;
    for (const role of ['pm', 'teammate', 'viewer'] as const) {
      const answers: unknown[] = [];
      for (const operation of queries) answers.push(await ask(as(role), operation, operation.example.input));
      for (const { key } of bets) for (const review of [30, 90, 365]) answers.push(await ask(as(role), { name: 'review.get' }, { bet: key, review }));
      for (const state of ['all', 'done', 'due', 'waiting']) answers.push(await ask(as(role), { name: 'review.list' }, { state }));
      const all = JSON.stringify(answers);
      for (const secret of PRIVATE) expect(all, `${role} reads ${secret}`).not.toContain(secret);
      expect(await ask(as(role), { name: 'calibration.get' }, {})).toMatchObject({ ok: true, value: { n: 0, list: [] } });
      expect(await ask(as(role), { name: 'review.list' }, { state: 'done' })).toMatchObject({ ok: true, value: { reviews: [] } });
    }
  });

  it('puts only the asker’s own reviews into an archive, also where another owner asks for it', async () => {
    const secretsFor = async (who: Asker): Promise<string> => {
      const made = await ask(who, { name: 'export.create' }, {}) as { value: { archive: { id: string } } };
      const reader = await ArchiveReader.open(sample.house.services.files.pathOf(made.value.archive.id));
      const text = await reader.text('data/review.ndjson') + await reader.text('csv/review.csv');
      reader.close();
      return text;
    };
    expect(await secretsFor(sample.asker())).toContain('They call twice now.');
    expect(await secretsFor({ ...sample.asker(), memberId: 'mbr_other' })).not.toContain('They call twice now.');
  });
});
