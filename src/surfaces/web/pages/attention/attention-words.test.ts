import { describe, expect, it } from 'vitest';
import { chosenDays } from './attention-days.ts';
import { customersLine, halfWords, kindGroups, leadSaid, lineByKind, spansOf, splitOf, sureWords, titleOf, usualKinds, type AttentionWeek, type CharterRow, type Line, type Said } from './attention-words.ts';
import { missingWords, readWords } from './freshness-words.ts';
import { leftOutWords } from './left-out.ts';
import { momentWords } from './moment-words.ts';
import { readingWords, settledBy, signalValue } from './signal-words.ts';

const NONE = { core: 0, glue: 0, technical: 0, people: 0, growth: 0, neutral: 0, unsorted: 0 };
const LEFT = { cancelled: 0, declined: 0, free: 0, workingLocation: 0, birthday: 0, twice: 0, allDay: 0, private: 0, timeOff: 0, notHeld: 0 };
const kind = (name: AttentionWeek['byKind'][number]['kind'], group: AttentionWeek['byKind'][number]['group'], minutes: number, confirmedMinutes: number) => ({ kind: name, name, group, minutes, confirmedMinutes, low: minutes - 60, high: minutes + 60, grade: confirmedMinutes === minutes ? 'declared' as const : 'estimated' as const });

const week = {
  accountedMinutes: 2_280, withCustomersMinutes: 360, waterMinutes: 540, byGroup: { ...NONE, core: 900, glue: 540, unsorted: 60 }, accuracy: { errorShare: 0.41 }, eightyTwenty: { userMinutes: 830, technicalMinutes: 170, shareOfWeek: 0.44 },
  byKind: [kind('customer_call', 'core', 360, 360), kind('backlog', 'core', 480, 0), kind('sales', 'glue', 540, 0), kind('unsorted', 'unsorted', 120, 0)], leftOut: LEFT, privateMinutes: 0,
} as unknown as AttentionWeek;
const row = (name: string, more: Partial<CharterRow>): CharterRow => ({ kind: name, name, group: 'glue', state: 'within', ...more }) as CharterRow;
const lineOf = (...rows: CharterRow[]) => lineByKind({ drawn: true, charter: rows } as unknown as Line);
const FOUR = chosenDays('2026-11-20', undefined);
const plain = (said: Said): string => said.map((part) => (typeof part === 'string' ? part : part.text)).join('');

describe('the sentence', () => {
  it('says accounted hours, those with customers and the water, each of which opens', () => {
    const said = leadSaid(week, new Map(), FOUR);
    expect(plain(said)).toBe('Of 38 accounted hours, 6 were with customers; 9 were water you carried.');
    expect(said.flatMap((part) => (typeof part === 'string' ? [] : [part.opens]))).toEqual(['accounted', 'customers', 'water']);
  });

  it('says none and was where they belong, and nothing where there is nothing', () => {
    expect(plain(leadSaid({ ...week, withCustomersMinutes: 0, waterMinutes: 60 }, new Map(), FOUR))).toBe('Of 38 accounted hours, none were with customers; 1 was water you carried.');
    expect(plain(leadSaid({ ...week, accountedMinutes: 0 }, new Map(), FOUR))).toBe('Nothing in these four weeks takes up time.');
  });

  it('holds customers against the line that was drawn for all of them, and names a kind over its own only by the rule', () => {
    const drawn = lineOf(row('customer_call', { budgetMinutes: 480 }), row('sales', { budgetMinutes: 60, state: 'breach', overMinutes: 84, name: 'Sales' }), row('backlog', { state: 'over', overMinutes: 500 }));
    expect(plain(leadSaid(week, drawn, FOUR))).toBe('6 of 38 accounted hours were with customers; the line you drew is 32. Sales is 1.4 hours a week over its own.');
    expect(plain(leadSaid(week, lineOf(row('sales', { budgetMinutes: 60, state: 'breach', overMinutes: 84, name: 'Sales' })), FOUR))).toBe('Of 38 accounted hours, 6 were with customers. Sales is 1.4 hours a week over the line you drew.');
    expect(plain(leadSaid(week, drawn, chosenDays('2026-11-20', '2026-11-09')))).toBe('6 of 38 accounted hours were with customers; the line you drew is 8. 9 were water you carried.');
    expect(plain(leadSaid(week, lineOf(row('customer_call', { budgetMinutes: 480 })), FOUR))).toContain('the line you drew is 32. 9 were water you carried.');
  });

  it('takes no part of the customers’ line for the whole', () => {
    expect(customersLine(lineOf(row('customer_research', { budgetMinutes: 480 })), week.byKind)).toBeUndefined();
    expect(customersLine(lineOf(row('customer_research', { budgetMinutes: 480 }), row('customer_call', { budgetMinutes: 0 })), week.byKind)).toBe(480);
    expect(lineByKind({ drawn: false, charter: [row('sales', { budgetMinutes: 5 })] } as unknown as Line).size).toBe(0);
  });
});

describe('kinds in their groups', () => {
  it('add up to their group, what is not sorted within it standing by itself', () => {
    const groups = kindGroups(week, lineOf(row('marketing', { budgetMinutes: 30 }), row('sales', { budgetMinutes: 60, state: 'breach' })), 4);
    expect(groups.map(({ group, minutes, rows }) => [group, minutes, rows.reduce((sum, one) => sum + one.minutes, 0)])).toEqual([['core', 900, 900], ['glue', 540, 540], ['unsorted', 60, 60]]);
    expect(groups[0]?.rows.map((one) => [one.kind, one.minutes, one.grade])).toEqual([['backlog', 480, 'guessed'], ['customer_call', 360, 'confirmed'], ['unsorted', 60, 'not sorted']]);
    expect(groups[1]?.rows.map((one) => [one.kind, one.minutes, one.lineMinutes, one.over])).toEqual([['sales', 540, 240, true], ['marketing', 0, 120, false]]);
  });

  it('says how far guesses may move a kind, and nothing where that is nothing', () => {
    expect([halfWords(60), halfWords(2)]).toEqual(['± 1.0', undefined]);
  });
});

describe('the split beside its share', () => {
  it('is as uncertain as what is guessed of it', () => {
    const split = splitOf(week);
    expect(split?.between?.low).toBeCloseTo(0.83 - 0.41 * ((0.5 * 480 + 0.5 * 540) / 1000));
    expect(splitOf({ ...week, byKind: [kind('customer_call', 'core', 360, 360)] })?.between).toBeUndefined();
    expect(splitOf({ ...week, eightyTwenty: { userMinutes: 0, technicalMinutes: 0, shareOfWeek: 0 } })).toBeUndefined();
  });
});

describe('what events, sources and signals are called', () => {
  it('names how an event came to its kind, and never a private title', () => {
    expect([sureWords({ confirmed: true, kind: 'sales', layer: 'series' }), sureWords({ confirmed: true, kind: 'sales', layer: 'rule' }), sureWords({ confirmed: false, kind: 'sales', layer: 'model' }), sureWords({ confirmed: false, kind: 'unsorted', layer: 'unsorted' })]).toEqual(['you said so', 'your rule', 'guessed', 'not sorted']);
    expect([titleOf({ title: 'x', role: 'private' }), titleOf({ title: '', role: 'meeting' }), titleOf({ title: '', role: 'activity' })]).toEqual(['Private, not looked at', 'No title', 'Edits and comments in the tracker']);
  });

  it('marks words where they stand in the title', () => {
    expect(spansOf('Demo for Sample Garden', ['demo', 'garden', 'gone', ''])).toEqual([{ start: 0, end: 4 }, { start: 16, end: 22 }]);
  });

  it('offers likely kinds before those of the week, each once', () => {
    expect(usualKinds(week, ['sales', 'ooo'])).toEqual(['sales', 'ooo', 'customer_call', 'backlog']);
  });

  it('says what was left out, and that private titles were not looked at', () => {
    expect(leftOutWords({ leftOut: { ...LEFT, declined: 2, private: 3, timeOff: 1 }, privateMinutes: 210 })).toBe('2 declined, 1 day or part of a day off, 3 private (3.5 hours, not looked at).');
    expect(leftOutWords({ leftOut: LEFT, privateMinutes: 0 })).toBe('Nothing.');
  });

  it('says first what is late or failed, and gives the rest a place that mends it', () => {
    const { stale, notes } = missingWords([{ code: 'failed_calendar', says: 'Work did not answer' }, { code: 'no_people', says: 'No attendees.' }, { code: 'no_tracker_name', says: 'No name.' }]);
    expect(stale).toBe('Work did not answer.');
    expect(notes).toEqual([{ code: 'no_people', says: 'No attendees.', mend: { href: '/calendars', words: 'Add one with attendees' } }]);
    expect(missingWords([])).toMatchObject({ stale: undefined, old: false });
    expect(missingWords([{ code: 'stale_calendar', says: 'Work was last read on Tuesday.' }])).toMatchObject({ stale: 'Work was last read on Tuesday.', old: true });
  });

  it('is as fresh as the calendar that was read longest ago, of those that count', () => {
    const at = (time: string): string => `at ${time.slice(11, 16)}`;
    expect(readWords([{ id: 'a', name: 'A', counted: true, freshAt: '2026-11-20T13:55:00Z' }, { id: 'b', name: 'B', counted: true, freshAt: '2026-11-20T09:10:00Z' }, { id: 'c', name: 'C', counted: false, freshAt: '2026-11-01T09:10:00Z' }], at)).toBe('2 calendars last read at 09:10.');
    expect(readWords([{ id: 'a', name: 'A', counted: true }], at)).toBe('The calendar was not read yet.');
    expect(readWords([{ id: 'c', name: 'C', counted: false }], at)).toBe('No calendar counts.');
    expect(readWords([], at)).toBe('');
  });

  it('writes signals in their unit and against the own range only', () => {
    expect([signalValue(0.37, 'share of working hours'), signalValue(330, 'minutes'), signalValue(0, 'minutes'), signalValue(2.25, 'runs')]).toEqual(['37%', '5.5 hours', 'none', '2.3']);
    expect([readingWords('usual', { low: -0.1, high: 0.45 }, 'share'), readingWords('above', { low: 1, high: 3 }, 'runs'), readingWords('usual', { low: 0, high: 0 }, 'runs')]).toEqual(['usually 0% to 45%', 'above your usual 1 to 3', 'usually 0']);
    expect([settledBy(5), settledBy(7)]).toEqual(['three more weeks, or adding the calendar of before', 'one more week, or adding the calendar of before']);
  });

  it('says when an event is in the ledger’s zone', () => {
    expect(momentWords('2026-11-17T09:00:00Z', '2026-11-17T09:45:00Z', 'Europe/Berlin')).toBe('Tue 17 Nov, 10:00 to 10:45');
    expect(momentWords('2026-11-17T22:30:00Z', '2026-11-17T23:30:00Z', 'Europe/Berlin')).toBe('Tue 17 Nov, 23:30 to Wed 18 Nov, 00:30');
    expect(momentWords('2026-11-17T09:00:00Z', undefined, 'UTC')).toBe('Tue 17 Nov, 09:00');
  });
});
