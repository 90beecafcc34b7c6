// The week's one-tap questions. They are drawn from what was known when the week began, so that they stay the same until they are answered;
// only answers to those drawn at random tell how good the guesses are.
import { hash } from 'node:crypto';
import type { OutputOf } from '../contract/index.ts';
import { askScore, questionsFor, type Askable } from '../domain/attention/classify/ask.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { attendanceClass } from '../domain/attention/minutes/attendance.ts';
import { tidy } from '../domain/attention/minutes/ledger.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import { addDays, type Day } from '../domain/kernel/instant.ts';
import { localDay } from '../domain/attention/working-hours.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { insertAttentionCorrection, setCorrectionUndone } from '../store/attention.ts';
import { deleteAttentionAnswer, listHeld, saveAttentionAnswer } from '../store/attention-said.ts';
import { instantOf, timeText } from '../store/schema.ts';
import type { LedgerContext } from './attention-calendar.ts';
import { correctionRow } from './attention-correction.ts';
import { ownToday } from './attention-entries.ts';
import { kindWritten } from './attention-entry-shown.ts';
import { betKeys, eventShown, referenceOf, type FoundEvent } from './attention-event.ts';
import { labelling, type Labelling, type Reasons } from './attention-label.ts';
import { memberLedger, spanOf, type MemberLedger } from './attention-ledger.ts';
import { ownersMemory } from './attention-memory.ts';
import { ledgerSettings } from './attention-settings-kept.ts';
import type { Context, Handlers } from './context.ts';

type QuestionShown = OutputOf<'attention.questions'>['questions'][number];

/** Whole weeks before this one in which a series is looked at, and from which its length is told. */
const LOOKED_WEEKS = 4;
const KNOWN_WEEKS = 12;
const HELD_FROM_MINUTES = 60;
/** From here on the weight of a class is the member's own, and nothing more is asked about it. */
const HELD_ENOUGH = 20;

interface Drawn { readonly question: string; readonly asks: 'kind' | 'held'; readonly drawn: 'settles' | 'random'; readonly latest: FoundEvent; readonly askable: Askable; readonly reasons: Reasons }
interface WeeksQuestions { readonly monday: Day; readonly member: MemberLedger; readonly drawn: readonly Drawn[]; readonly open: readonly Drawn[]; readonly answered: number }

async function mondayOf(context: LedgerContext): Promise<Day> {
  return weekStart(ownToday(context, (await ledgerSettings(context.tx, context.asker)).clock));
}

/**
 * The questions of the asker's week, answered or not, from the twelve weeks before it. `wider` is a ledger that holds those weeks, where one was
 * worked out already.
 */
async function weeksQuestions(context: LedgerContext, wider?: MemberLedger): Promise<WeeksQuestions> {
  const { tx, asker } = context;
  const monday = await mondayOf(context);
  const range = { from: addDays(monday, -7 * KNOWN_WEEKS), to: addDays(monday, -1) };
  const member = wider !== undefined && wider.range.from <= range.from && wider.range.to >= range.to ? wider : await memberLedger(context, range);
  const began = spanOf({ from: monday, to: monday }, member.clock).start;
  const labels = await labelsWhen(context, member, began);
  const rows = seriesOf(member, monday, (counted) => labels.reasons(counted.event));
  const answers = member.memory.answers.filter(({ week_on }) => week_on === monday);
  const first = !member.memory.answers.some(({ week_on }) => week_on < monday);
  const seed = Number.parseInt(hash('sha256', `${asker.memberId} ${monday}`).slice(0, 8), 16);
  const asked = questionsFor([...rows.values()].map(({ askable }) => askable), seed, first).map(({ series, drawn }): Drawn => ({ question: series, asks: 'kind', drawn, ...rows.get(series)! }));
  const held = first ? undefined : await heldQuestion(context, member, monday, began);
  const heldSaid = (await listHeld(tx, asker)).filter(({ said_at }) => instantOf(said_at) >= began).length;
  // A question about a meeting takes the place of the one that settles least.
  const settles = asked.filter(({ drawn }) => drawn === 'settles');
  const drawn = held === undefined ? asked : [held, ...settles.slice(0, 2), ...asked.filter((each) => each.drawn === 'random')];
  const said = new Set(answers.map(({ series }) => series));
  const open = drawn.filter(({ question, asks, latest }) => asks === 'held' || (!said.has(question) && !latest.counted.label.confirmed));
  return { monday, member, drawn, open, answered: answers.length + heldSaid };
}

/** Labels by what was known at `began`: the present ones where nothing was said since. */
async function labelsWhen({ tx, asker }: LedgerContext, member: MemberLedger, began: number): Promise<Labelling> {
  const then = await ownersMemory(tx, asker, member.company, member.settings, began);
  if (then.corrections.length === member.memory.corrections.length && then.rules.length === member.memory.rules.length) return member.labelling;
  return labelling(member.ledger.counted.map(({ event }) => event), member.company, { ...then, acquaintance: member.settings.acquaintance, groupOf: member.settings.groupOf });
}

/** Series whose kind was a guess when the week began, with the latest event of each. */
function seriesOf(member: MemberLedger, monday: Day, reasonsOf: (counted: FoundEvent['counted']) => Reasons): Map<string, Omit<Drawn, 'question' | 'asks' | 'drawn'>> {
  const known = spanOf({ from: addDays(monday, -7 * KNOWN_WEEKS), to: addDays(monday, -1) }, member.clock);
  const since = spanOf({ from: addDays(monday, -7 * LOOKED_WEEKS), to: monday }, member.clock).start;
  const found = new Map<string, { minutes: number; weeks: Set<Day>; latest?: FoundEvent }>();
  member.ledger.counted.forEach((counted, at) => {
    if (counted.role !== 'meeting' || counted.event.start < known.start || counted.event.start >= known.end) return;
    const row = found.get(counted.event.series) ?? { minutes: 0, weeks: new Set<Day>() };
    found.set(counted.event.series, row);
    row.weeks.add(weekStart(localDay(counted.event.start, member.clock)));
    if (counted.event.start < since) return;
    row.minutes += member.totals.byEvent[at]!;
    if (row.latest === undefined || counted.event.start >= row.latest.counted.event.start) row.latest = { member, at, counted };
  });
  const askables = new Map<string, Omit<Drawn, 'question' | 'asks' | 'drawn'>>();
  for (const [series, { minutes, weeks, latest }] of found) {
    if (latest === undefined || minutes <= 0) continue;
    const reasons = reasonsOf(latest.counted);
    if (reasons.layer === 'series' || reasons.layer === 'rule' || reasons.layer === 'event') continue;
    // A series is expected to go on for as long as it has been seen; what does not repeat settles itself only.
    const askable: Askable = { series, weeklyMinutes: tidy(minutes / LOOKED_WEEKS), remainingWeeks: latest.counted.event.recurring ? Math.max(1, weeks.size) : 1, probability: reasons.top3[0]?.probability ?? 0 };
    askables.set(series, { latest, askable, reasons });
  }
  return askables;
}

/** The longest meeting of last week with somebody from outside of which it is not known whether it was held; none once one was asked about. */
async function heldQuestion({ tx, asker }: LedgerContext, member: MemberLedger, monday: Day, began: number): Promise<Drawn | undefined> {
  if ((await listHeld(tx, asker)).some(({ said_at }) => instantOf(said_at) >= began)) return undefined;
  const week = spanOf({ from: addDays(monday, -7), to: addDays(monday, -1) }, member.clock);
  const asked = member.ledger.counted.flatMap((counted, at) => {
    const { event, role, external, length, answer } = counted;
    const enough = (member.memory.attended[attendanceClass(answer, event.recurring)]?.of ?? 0) >= HELD_ENOUGH;
    return role === 'meeting' && external && length >= HELD_FROM_MINUTES && event.start >= week.start && event.start < week.end && !enough && member.memory.heldOf(event) === undefined ? [{ member, at, counted }] : [];
  }).sort((a, b) => b.counted.length - a.counted.length || a.counted.event.start - b.counted.event.start);
  const [latest] = asked;
  if (latest === undefined) return undefined;
  const askable = { series: latest.counted.event.series, weeklyMinutes: latest.counted.length, remainingWeeks: 1, probability: 0 };
  return { question: referenceOf(latest.counted), asks: 'held', drawn: 'settles', latest, askable, reasons: member.labelling.reasons(latest.counted.event) };
}

/** How many wait for an answer; `wider` as for the questions themselves. */
export async function countOpenQuestions(context: LedgerContext, wider: MemberLedger): Promise<number> {
  return (await weeksQuestions(context, wider)).open.length;
}

/**
 * When a correction says what one of the week's questions asks, it is the answer to it: else only the guesses that looked right would be left to be
 * asked about, and the accuracy would flatter.
 */
export async function noteTap(context: Context, found: FoundEvent, kind: Kind, correctionId: string): Promise<void> {
  const { monday, drawn, member } = await weeksQuestions(context);
  const { series } = found.counted.event;
  const question = drawn.find((each) => each.asks === 'kind' && each.question === series);
  if (question === undefined || member.memory.answers.some((row) => row.week_on === monday && row.series === series)) return;
  await saveAttentionAnswer(context.tx, answerRow(context, monday, question, kind, correctionId));
}

function answerRow({ asker, now }: Pick<Context, 'asker' | 'now'>, monday: Day, { question, drawn, latest, reasons }: Drawn, kind: Kind | undefined, correctionId: string | null) {
  const { groupOf } = latest.member.settings;
  return {
    workspace_id: asker.workspaceId, member_id: asker.memberId, week_on: monday, series: question, drawn, guessed_group: reasons.group ?? null, was_group: kind === undefined ? null : groupOf(kind),
    correction_id: correctionId, answered_at: timeText(now),
  };
}

/** Keeps an answer, and what it says of the series; undefined is a skip. */
async function keepAnswer(context: Context, monday: Day, question: Drawn, kind: Kind | undefined): Promise<void> {
  const row = kind === undefined ? undefined : correctionRow(context, question.latest, kind, 'series');
  if (row !== undefined) await insertAttentionCorrection(context.tx, row);
  await saveAttentionAnswer(context.tx, answerRow(context, monday, question, kind, row?.id ?? null));
}

/** Answers all that was drawn at random this week and is open, by title; leaves what `kindOf` does not know. */
export async function answerDrawn(context: Context, kindOf: (title: string) => Kind | undefined): Promise<void> {
  const { monday, open } = await weeksQuestions(context);
  for (const question of open.filter(({ asks, drawn }) => asks === 'kind' && drawn === 'random')) {
    const kind = kindOf(question.latest.counted.event.summary);
    if (kind !== undefined) await keepAnswer(context, monday, question, kind);
  }
}

function shown({ question, asks, drawn, latest, askable, reasons }: Drawn, bets: ReadonlyMap<string, string>): QuestionShown {
  const { event } = latest.counted;
  const title = event.summary.trim() === '' ? 'an event without a title' : `“${event.summary}”`;
  const most = reasons.kind === undefined ? '' : ` Taken for ${kindNamed(reasons.kind).name}.`;
  return {
    question, asks, drawn, event: eventShown(latest, latest.member.totals.byEvent[latest.at]!, bets), weeklyMinutes: askable.weeklyMinutes, settles: tidy(askScore(askable)),
    top3: asks === 'held' ? [] : reasons.top3.map(({ kind, probability }) => ({ kind, name: kindNamed(kind).name, probability })), says: asks === 'held' ? `Was ${title} held?` : `What is ${title}?${most}`,
  };
}

export const attentionQuestionHandlers: Pick<Handlers, 'attention.questions' | 'attention.answer' | 'attention.unanswer'> = {
  async 'attention.questions'(_given, context) {
    const { monday, member, open, answered } = await weeksQuestions(context);
    const bets = await betKeys(context, member);
    const { taps, right, says } = member.accuracy;
    return granted({ week: monday, questions: open.map((each) => shown(each, bets)), answered, accuracy: { taps, right, says } });
  },

  async 'attention.answer'(given, context) {
    const { monday, open } = await weeksQuestions(context);
    const question = open.find((each) => each.question === given.question);
    if (question === undefined) return refused('not_found', { kind: 'open question', reference: given.question });
    if (question.asks === 'held') return refused('attention_unfit', { sentence: 'Answer with attention.held whether it was held.' });
    if (given.kind === undefined && !given.skip) return refused('attention_unfit', { sentence: 'Answer with a kind, or skip it.' });
    const kind = given.skip || given.kind === undefined ? undefined : kindWritten(given.kind);
    if (kind?.ok === false) return kind;
    await keepAnswer(context, monday, question, kind?.value);
    const named = kind === undefined ? 'Skipped; it counts neither way.' : `${question.latest.counted.event.summary === '' ? 'Its series' : `“${question.latest.counted.event.summary}”`} is ${kindNamed(kind.value).name}.`;
    return granted({ left: open.length - 1, says: named, undo: { operation: 'attention.unanswer', input: { question: given.question } } });
  },

  async 'attention.unanswer'(given, context) {
    const { tx, asker, now } = context;
    const { monday, member } = await weeksQuestions(context);
    const row = member.memory.answers.find(({ week_on, series }) => week_on === monday && series === given.question);
    if (row === undefined) return refused('not_found', { kind: 'answer of this week', reference: given.question });
    // The answer itself stays with its correction, so that it counts again should that be set again.
    if (row.correction_id !== null) await setCorrectionUndone(tx, asker, row.correction_id, now);
    else await deleteAttentionAnswer(tx, asker, monday, given.question);
    return granted({ left: (await weeksQuestions(context)).open.length });
  },
};
