import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { mayAcknowledge } from './back-brief.ts';
import { briefFigures } from './brief-figures.ts';
import { briefHtml } from './brief-html.ts';
import { briefMarkdown } from './brief-markdown.ts';
import { briefPage } from './brief.ts';
import type { Carry } from './carry.ts';
import { levelWords, redrawn, seedRow, stanceWords, type CharterRow } from './charter.ts';
import type { KindWeek } from './finding.ts';
import { followUpOf } from './follow-up.ts';

const TODAY = '2026-11-20';
const FIRST = '2026-09-21';
const weeks = (minutes: readonly number[], guessed = 0): KindWeek[] => minutes.map((each, at) => ({ from: addDays(FIRST, 7 * at), minutes: each, confirmed: each - guessed, low: each - guessed, high: each + guessed }));
const carry = (id: number, more: Partial<Carry> = {}): Carry => ({ id: `car_${id}`, on: TODAY, kind: 'content', minutes: 60, what: `post ${id}`, ...more });
const CORE = weeks([600, 600, 600, 600, 300, 300, 300, 300]);

describe('what a hand-off is said to cost', () => {
  it('is the mean week by 4.348, with what guesses may be wrong by', () => {
    const { cost } = briefFigures('content', weeks([120, 120, 120, 120, 120, 120, 120, 120], 30), [], undefined, [], TODAY);
    expect(cost).toEqual({ meanMinutes: 120, hoursPerMonth: 8.7, low: 6.52, high: 10.87, confirmedShare: 0.75 });
    expect(briefFigures('content', [], [], undefined, [], TODAY)).toMatchObject({ cost: undefined, displaced: undefined, from: '2026-09-25' });
  });

  it('stands core work of the same weeks against its budget, or its own median, and claims no cause', () => {
    const own = weeks([0, 0, 0, 0, 120, 120, 120, 120]);
    expect(briefFigures('content', own, CORE, 540, [], TODAY).displaced).toEqual({ weeks: 4, coreMinutes: 300, against: 540, gapMinutes: 240, basis: 'budget' });
    expect(briefFigures('content', own, CORE, undefined, [], TODAY).displaced).toMatchObject({ against: 450, gapMinutes: 150, basis: 'usual' });
    const page = briefPage(briefFigures('content', own, CORE, 540, [], TODAY), { level: 6 }, {});
    expect(page.sections[1]!.paragraphs).toContain('In the 4 weeks that had it, core work had 5 hours a week; 9 hours are budgeted: 4 hours less. Whether one caused the other is not claimed.');
  });

  it('names the last three carries, who asked, why, and what would have happened', () => {
    const carries = [carry(1, { on: '2026-10-01', askedBy: 'Ana', reason: 'faster', mode: 'pressed' }), carry(2, { on: '2026-10-08', askedBy: 'Ana', ifLeft: 'no post' }), carry(3, { on: '2026-10-15', mode: 'chosen' }), carry(4), carry(5, { kind: 'sales' }), carry(6, { on: '2026-06-01' })];
    const figures = briefFigures('content', weeks([60, 60, 60, 60, 60, 60, 60, 60]), [], undefined, carries, TODAY);
    expect(figures).toMatchObject({ count: { count: 4, minutes: 240 }, instances: [{ id: 'car_4' }, { id: 'car_3' }, { id: 'car_2' }], reasons: [{ reason: 'faster', count: 1 }], askers: [{ who: 'Ana', count: 2 }], ifStopped: ['no post'], chosenMinutes: 60, pressedMinutes: 60 });
  });
});

describe('a brief', () => {
  const figures = briefFigures('content', weeks([120, 120, 120, 120, 120, 120, 120, 120]), CORE, undefined, [carry(1, { what: '<b>post</b> & [more](x)', askedBy: 'Ana' })], TODAY);

  it('says in five sections what is on record, and names what is missing', () => {
    const page = briefPage(figures, { to: 'Marketing', level: 6, by: '2026-12-18' }, {});
    expect(page.sentence).toBe('Writing content takes 8.7 hours a month; it is proposed that Marketing takes it over by 18 December 2026.');
    expect(page.sections.map(({ id, grade }) => [id, grade])).toEqual([['what', 'Declared'], ['cost', 'Measured'], ['why', 'Declared'], ['proposal', 'Declared'], ['works', 'Missing']]);
    expect(page.sections[3]!.paragraphs[0]).toBe('Marketing takes it over by 18 December 2026. Level 6 of 7: they decide, and tell the PM.');
    expect(page.sections[4]!.paragraphs).toEqual(['For Marketing and those it is for: not said yet.', 'For the PM: no week of the eight after it has more than 30 minutes of it, a quarter of what it was.']);
    expect(page.money).toBeUndefined();
  });

  it('offers to make work smaller where nobody is there to take it', () => {
    const page = briefPage(figures, { level: 6 }, {});
    expect(page.sentence).toContain('nobody is named yet who could take it over');
    expect(page.instead.map(({ way }) => way)).toEqual(['shrink', 'batch', 'template', 'stop']);
  });

  it('names money only with a rate that was typed', () => {
    const page = briefPage(figures, { to: 'Marketing', level: 6 }, { rate: 100, currency: 'EUR' });
    expect(page.money).toEqual({ rate: 100, currency: 'EUR', perMonth: 870, low: 870, high: 870 });
    expect(page.sections[1]!.paragraphs.at(-1)).toBe('At 100 EUR an hour that is 870 EUR a month.');
  });

  it('shows text from records without interpreting it, on one page without a script', () => {
    const page = briefPage(figures, { to: '<i>M</i>', level: 6 }, {}, { by: 'Ben "B"', on: TODAY, backBrief: '# I write\nposts' });
    const html = briefHtml(page);
    expect(html).toContain('&lt;b&gt;post&lt;/b&gt; &amp; [more](x)');
    expect(html).toContain('Ben &quot;B&quot; on 20 November 2026');
    expect(html).not.toMatch(/<i>|<b>|<script|src=|href=/);
    expect(html).toContain('@page { size: A4');
    const markdown = briefMarkdown(page);
    expect(markdown).toContain('\\<b\\>post\\</b\\> & \\[more\\](x)');
    expect(markdown).toContain('> \\# I write posts');
    expect(markdown.split('\n## ')).toHaveLength(6);
  });

  it('is said back in at least twelve own words', () => {
    const said = 'From the middle of December I write and publish posts myself and tell Ana afterwards';
    expect(mayAcknowledge(['Marketing takes it over'], said)).toEqual({ ok: true, value: true });
    expect(mayAcknowledge([], 'I will do it')).toMatchObject({ ok: false, refusal: { code: 'hand_off_back_brief_short', details: { least: 12, count: 4 } } });
    expect(mayAcknowledge(['x', `${said}.`], said)).toMatchObject({ ok: false, refusal: { code: 'hand_off_back_brief_copied' } });
  });
});

describe('what became of a hand-off', () => {
  const handed = { kind: 'content' as const, to: 'Marketing', on: '2026-09-23', meanBefore: 160 };

  it('came back where a whole week after it has more than a quarter of the mean before', () => {
    const follow = followUpOf(handed, weeks([500, 40, 45, 0]), '2026-10-19');
    expect(follow.weeks.map(({ from, over }) => [from, over])).toEqual([['2026-09-28', false], ['2026-10-05', true], ['2026-10-12', false]]);
    expect(follow).toMatchObject({ cameBack: true, over: false, finding: { rule: 'boomerang', value: 28, grade: 'Measured' } });
    expect(follow.says).toBe('Writing content came back: 45 minutes in the week of 5 October, 28% of the 2.7 hours a week it was. 1 week of 3 since was over a quarter.');
  });

  it('names no percentage where it was under an hour a week before', () => {
    const follow = followUpOf({ ...handed, meanBefore: 20 }, weeks([0, 45, 0]), '2026-10-12');
    expect(follow).toMatchObject({ cameBack: true, finding: { rule: 'boomerang', value: 45, unit: 'minutes in a week' } });
    expect(follow.says).toBe('Writing content came back: 45 minutes in the week of 28 September; it was 20 minutes a week before, so little that a few minutes are over a quarter. 1 week of 2 since was over a quarter.');
    expect(followUpOf({ ...handed, meanBefore: 60 }, weeks([0, 45]), '2026-10-05').says).toContain('75% of the 1 hour a week it was');
  });

  it('stayed away, and is over after eight weeks whatever comes later', () => {
    expect(followUpOf(handed, weeks([500, 40, 0]), '2026-10-12')).toMatchObject({ cameBack: false, says: 'Writing content has stayed away so far, week 2 of eight: 20 minutes a week in 2 weeks since, 2.7 hours before.' });
    expect(followUpOf(handed, weeks([0, 0, 0, 0, 0, 0, 0, 0, 0, 900]), '2026-12-14')).toMatchObject({ cameBack: false, over: true });
  });

  it('says what cannot be told', () => {
    expect(followUpOf(handed, [], '2026-09-27').says).toBe('Writing content is handed over to Marketing on 23 September. The eight weeks begin 28 September.');
    expect(followUpOf(handed, [], '2026-10-19').says).toBe('No whole week is on record since Writing content was handed over to Marketing on 23 September.');
    expect(followUpOf(handed, [], '2026-12-14').says).toContain('Cannot tell');
    expect(followUpOf({ ...handed, meanBefore: 0 }, weeks([9, 9]), '2026-10-12')).toMatchObject({ cameBack: false, says: 'Cannot tell whether Writing content came back: no minutes of it were on record before.' });
  });
});

describe('a row of the line', () => {
  const drawn = (before: CharterRow | undefined, said: Parameters<typeof redrawn>[2]): CharterRow => {
    const ruling = redrawn('content', before, said);
    if (!ruling.ok) throw new Error(ruling.refusal.code);
    return ruling.value;
  };

  it('begins as the group has it: core own, glue shared at its own median, nothing for the rest', () => {
    expect(seedRow('content', 'glue', [999, 10, 20, 30, 40, 50, 60, 70, 80])).toEqual({ kind: 'content', stance: 'share', budget: 45, seeded: true });
    expect([seedRow('content', 'glue', []), seedRow('backlog', 'core', [60]), seedRow('learning', 'growth', [60])]).toEqual([{ kind: 'content', stance: 'share', seeded: true }, { kind: 'backlog', stance: 'own', seeded: true }, undefined]);
  });

  it('needs whom a new stance is about, and drops what belonged to the old one', () => {
    const seeded = seedRow('content', 'glue', [60])!;
    expect(drawn(seeded, { note: 'as it is' })).toMatchObject({ stance: 'share', budget: 60, note: 'as it is', seeded: false });
    expect(redrawn('content', { ...seeded, stance: 'own' }, { stance: 'share' })).toMatchObject({ ok: false, refusal: { code: 'line_needs' } });
    expect(redrawn('content', seeded, { stance: 'hand_off', by: TODAY })).toMatchObject({ ok: false, refusal: { details: { fields: ['to', 'by'] } } });
    const handed = drawn(seeded, { stance: 'hand_off', to: 'Marketing', by: '2026-12-18' });
    expect([handed.level, stanceWords(handed)]).toEqual([6, 'Handed off to Marketing by 18 December: they decide, and tell me']);
    expect(drawn(handed, { stance: 'own' })).toMatchObject({ counterpart: undefined, by: undefined, level: undefined, budget: 60 });
    expect(stanceWords(drawn(handed, { level: 2 }))).toContain('At this level the decision stays yours');
    expect([1, 4, 7].map(levelWords)).toEqual(['I decide, and say so', 'We decide together', 'They decide, and I need not know']);
  });
});
