import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openHouse, type House } from '../../tests/operations-house.ts';
import { describeOnBothEngines } from '../../tests/store-harness.ts';
import type { Schema } from '../store/schema.ts';

const TABLES = [
  'calendar', 'calendar_text', 'calendar_unread', 'attention_setting', 'attention_correction', 'attention_rule', 'attention_answer', 'attention_held', 'attention_entry', 'attention_timer',
  'line_row', 'line_change', 'carry', 'hand_off',
] as const;

const event = (uid: string, day: string, minutes: number, ...more: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${uid}`, `DTSTART:${day}T130000Z`, `DURATION:PT${minutes}M`, 'ORGANIZER:mailto:mia@sample.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:mia@sample.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@northwind.example', ...more, 'END:VEVENT'].join('\r\n');
const CALENDAR = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Work\r\n${[
  event('Northwind weekly', '20260901', 60, 'RRULE:FREQ=WEEKLY'), event('Architecture review', '20260902', 90, 'RRULE:FREQ=WEEKLY'), event('Steering committee', '20261112', 60), event('Onsite visit', '20261113', 120),
  event('Roadmap chat', '20261119', 30), 'BEGIN:VEVENT\r\nUID:broken\r\nSUMMARY:no start\r\nEND:VEVENT',
].join('\r\n')}\r\nEND:VCALENDAR\r\n`;

describeOnBothEngines<Schema>('an archive of what is one member’s alone', (engine) => {
  /** As if the bet had been placed; an archive would ask for its seal, which is not what is looked at here. */
  const approved = (placed: boolean) => engine.store.transaction((tx) => tx.updateTable('bet').set({ placed_at: placed ? '2026-10-01T00:00:00.000Z' : null }).execute());
  /** Something in every private table. */
  const fill = async (house: House): Promise<void> => {
    await house.ask('attention.configure', { addresses: ['mia@sample.example'], people: { 'northwind.example': 'customer' }, groups: { tech: 'core' }, focusMinutes: 420 });
    await house.ask('calendar.add', { text: CALENDAR });
    await house.ask('bet.add', { claim: 'Refunds on the first scan halve the calls' });
    await approved(true);
    const { questions } = await house.ask('attention.questions', {});
    await house.ask('attention.answer', { question: questions[0]!.question, kind: questions[0]!.top3[0]!.kind });
    await house.ask('attention.answer', { question: questions[1]!.question, skip: true });
    const { events } = await house.ask('attention.events', { from: '2026-11-09', to: '2026-11-20' });
    const named = (title: string): string => events.find((row) => row.title === title)!.event;
    const taken = await house.ask('attention.correct', { event: named('Architecture review'), kind: 'tech', scope: 'series' });
    await house.ask('attention.undo', { correction: taken.correction.id });
    await house.ask('attention.correct', { event: named('Roadmap chat'), kind: 'strategy', scope: 'alike' });
    await house.ask('attention.rule', { kind: 'sales', words: 'onsite' });
    await house.ask('attention.held', { event: named('Onsite visit'), held: false });
    await house.ask('attention.defend', { event: named('Steering committee'), bet: 'B-1' });
    for (const line of ['90 sales deck for Northwind, asked by sales', '60 content blog post']) await house.ask('attention.log', { line, day: '2026-11-12' });
    await house.ask('attention.start', { line: 'qa release' });
    for (const minutes of [60, 45, 30]) await house.ask('carry.add', { what: `${minutes}m #sales deck, asked by sales, pressed` });
    await house.ask('line.set', { kind: 'sales', stance: 'own', budgetMinutes: 120, note: 'until spring' });
    await house.ask('line.protect', { minutes: 450 });
    await house.ask('line.decide', { decision: 'sales/asker/sales', choice: 'hand_off', to: 'Field marketing', by: '2026-12-18' });
    await house.ask('line.hand_off', { decision: 'sales/asker/sales', plan: 'Shadow once, then swap' });
  };
  const rows = async (house: House): Promise<Record<string, unknown[]>> => Object.fromEntries(await Promise.all(TABLES.map(async (table) => {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where member_id = ${house.asker.memberId}`.execute(engine.store.db);
    return [table, found.rows.map(({ workspace_id: _workspace, member_id: _member, ...row }) => JSON.stringify(row)).toSorted()] as const;
  })));
  /** What does not go by the clock, nor by whose question of the week it is. */
  const shown = async (house: House) => {
    const { timer, questions: _drawn, ...week } = await house.ask('attention.week', { from: '2026-11-09', to: '2026-11-20' });
    const { kind, note, startedAt } = timer!;
    return {
      week, timer: { kind, note, startedAt }, events: await house.ask('attention.events', { from: '2026-11-09', to: '2026-11-20' }), rules: await house.ask('attention.rules', {}), corrections: await house.ask('attention.corrections', {}),
      entries: await house.ask('attention.entries', {}), defended: await house.ask('attention.defended', {}), settings: await house.ask('attention.settings', {}), line: await house.ask('line.get', { all: true }),
      history: await house.ask('line.history', {}), carries: await house.ask('carry.list', {}), handOffs: await house.ask('line.hand_offs', {}),
    };
  };

  it('brought back by somebody else into an empty workspace, is their own ledger and line, to the row', async () => {
    await engine.empty();
    const house = await openHouse(engine.store);
    let other: House | undefined;
    try {
      await fill(house);
      const [before, documents] = [await rows(house), await shown(house)];
      for (const table of TABLES) expect([table, before[table]!.length > 0]).toEqual([table, true]);
      await approved(false);
      const archive = readFileSync(join(house.folder, (await house.ask('export.create', {})).archive.id));
      await engine.empty();
      other = await openHouse(engine.store, 2);
      expect(other.asker.memberId).not.toBe(house.asker.memberId);
      const kept = other.file('kept.zip', '');
      writeFileSync(kept, archive);
      expect((await other.ask('import.start', { files: [{ path: kept }], wait: true })).import).toMatchObject({ state: 'done', kind: 'archive' });
      await approved(true);
      expect(await rows(other)).toEqual(before);
      expect(await shown(other)).toEqual(documents);
    } finally {
      await other?.close();
      await house.close();
    }
  }, 120_000);
});
