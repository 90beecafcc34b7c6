// The line as one document: the sentence first, each kind against its budget, this week's one decision, and what was handed off; and the
// answer to that decision. Everything is worked out from the asker's own rows.
import type { OutputOf } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { BREACH_WEEKS } from '../domain/line/breach.ts';
import { waysInstead } from '../domain/line/brief.ts';
import type { Carry } from '../domain/line/carry.ts';
import { LINE_KINDS, WAYS, type Way } from '../domain/line/charter.ts';
import { pressedLoad } from '../domain/line/pressed-load.ts';
import { decidedThisWeek, patternFinding, patternsIn, PATTERN_DAYS, type Decided, type Pattern } from '../domain/line/rule-of-three.ts';
import { counted, dayWords, timeWords } from '../domain/line/words.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import { addDays } from '../domain/kernel/instant.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { listHandOffs, listLineChanges, lockLine } from '../store/line.ts';
import { carriesOf } from './carry-view.ts';
import type { Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { handedOn, showHandOff } from './hand-off-view.ts';
import { changeLine, rowsAfter, undoOf } from './line-change.ts';
import { judgeRow, kindsIn, showCapacity, showChange, showFinding, type Judged } from './line-shown.ts';
import { charterOf, decisionsOf, lineView } from './line-view.ts';

type Line = OutputOf<'line.get'>;

const PRINCIPLE = 'In the moment: does the outcome need it now, and is nobody else doing it? Then do it and write it down. Once a week: should it be yours next time?';
/** Pressed load looks back sixteen whole weeks. */
const LOAD_DAYS = 7 * 17;

function optionsFor({ kind }: Pattern): NonNullable<Line['decision']>['options'] {
  const name = kindNamed(kind).name;
  return [
    { choice: 'own', says: `Own it: ${name} is yours; move the budget.`, needs: ['budgetMinutes', 'from'] }, { choice: 'share', says: 'Share it: say with whom.', needs: ['with'] },
    { choice: 'hand_off', says: 'Hand it off: say to whom and by which day; a brief with its measured cost can follow.', needs: ['to', 'by'] },
    { choice: 'decline', says: 'Decline it: say who accepts what follows. Until somebody does, it is still yours.', needs: ['accepts'] },
    { choice: 'keep', says: 'Keep carrying it, by choice. Silent for six weeks.', needs: [] }, ...waysInstead().map(({ way, says }) => ({ choice: way, says, needs: [] })),
  ];
}

/** This week's decision, or why there is none. */
function decisionOf(carries: readonly Carry[], decided: readonly Decided[], today: string): { pattern?: Pattern; says: string } {
  const [pattern, ...others] = patternsIn(carries, decided, today);
  if (pattern === undefined) return { says: 'Nothing waits for a decision: no work was carried three times or four hours for the same asker or topic in six weeks.' };
  if (decidedThisWeek(decided, today)) return { says: `One decision a week: the next one waits until ${dayWords(addDays(weekStart(today), 7))}.` };
  return { pattern, says: others.length === 0 ? 'One decision waits.' : `One decision waits; ${counted(others.length, 'other')} after it, in the weeks to come.` };
}

function opening(judged: readonly Judged[], drawn: boolean, weeks: number): string {
  if (weeks === 0) return drawn ? 'No whole week is on record yet, so nothing can be held against your line.' : 'No line is drawn yet, and no whole week is on record to draw one from.';
  const over = judged.filter(({ shown }) => shown.state === 'breach');
  const budgeted = judged.filter(({ shown }) => shown.budgetMinutes !== undefined);
  if (!drawn) return `No line is drawn yet. ${counted(budgeted.length, 'kind')} of water would begin at what your last ${counted(weeks, 'whole week')} were.`;
  const worst = over.toSorted((a, b) => (b.shown.overMinutes ?? 0) - (a.shown.overMinutes ?? 0))[0];
  if (worst !== undefined) {
    const { name, actual, budgetMinutes } = worst.shown;
    return `${name} took ${timeWords(actual!.meanMinutes)} a week; the line you drew is ${timeWords(budgetMinutes!)}.${over.length > 1 ? ` ${counted(over.length - 1, 'other kind')} ${over.length === 2 ? 'is' : 'are'} over too.` : ''}`;
  }
  if (weeks < BREACH_WEEKS) return `${counted(weeks, 'whole week')} on record; four are needed to say whether your line holds.`;
  return budgeted.length === 0 ? 'No kind of work has a budget yet.' : 'Your line holds: no kind of work is over its budget for the last four weeks.';
}

/** Kinds with something to say: a line somebody set, a budget, minutes or carries. */
function speaks({ shown }: Judged): boolean {
  return !(shown.seeded || shown.stance === null) || shown.carries > 0 || (shown.actual?.meanMinutes ?? 0) > 0 || (shown.budgetMinutes ?? 0) > 0;
}

export const lineHandlers: Pick<Handlers, 'line.get' | 'line.history' | 'line.decide'> = {
  async 'line.get'(given, context) {
    const { tx, asker, today } = context;
    const followed = (await listHandOffs(tx, asker)).filter(({ closed_on }) => closed_on === null);
    const view = await lineView(context, followed.flatMap((row) => handedOn(row) ?? []).sort()[0]);
    const charter = await charterOf(context, view);
    const carries = await carriesOf(context, LOAD_DAYS);
    const decided = await decisionsOf(context);
    const judged = LINE_KINDS.map((kind) => judgeRow(context, view, kind, charter.rows.get(kind), carries, charter.drawn));
    const shown = given.all ? judged : judged.filter(speaks);
    const decision = decisionOf(carries, decided, today);
    const load = pressedLoad(carries, today);
    const breaches = judged.flatMap(({ standing }) => (charter.drawn && standing.finding !== undefined ? [standing.finding] : []));
    const handOffs = followed.map((row) => showHandOff(row, view, today));
    const capacity = showCapacity(view, charter.rows);
    const still = judged.filter((each) => each.shown.stillYours).map((each) => each.shown.name);
    return granted({
      sentence: opening(judged, charter.drawn, view.weeks.length), drawn: charter.drawn, asOf: today, weeks: view.weeks.slice(-BREACH_WEEKS).map((week) => ({ ...week })), capacity,
      sentences: [
        capacity.says, decision.says, load.says, ...handOffs.filter(({ state }) => state === 'came_back').map(({ says }) => says), ...(still.length === 0 ? [] : [`Declined, and still yours until somebody accepts what follows: ${still.join(', ')}.`]),
        ...(charter.drawn ? [] : ['Draw the line as it would begin (line.reset), or set any kind of work; the rest begins with it.']),
      ],
      charter: shown.map((each) => each.shown), quiet: judged.length - shown.length, ...(decision.pattern === undefined ? {} : { decision: showDecision(decision.pattern) }), decisionSays: decision.says, breaches: breaches.map(showFinding),
      pressed: { weeks: load.weeks.map(({ from, minutes, pressed, unmarked, share }) => ({ from, minutes, pressedMinutes: pressed, unmarkedMinutes: unmarked, share: share ?? null })), usual: load.usual ?? null, reading: load.reading, says: load.says, ...(load.finding === undefined ? {} : { finding: showFinding(load.finding) }) },
      handOffs, principle: PRINCIPLE,
    });
  },

  async 'line.history'(given, { tx, asker }) {
    const after = readCursor('line.history', given, 1);
    if (after === 'bad') return refused('bad_cursor');
    const rows = (await listLineChanges(tx, asker, 2_000, after === undefined ? undefined : Number(after[0]))).filter((row) => given.kind === undefined || kindsIn(row).includes(given.kind) || (row.decision as { kind?: string } | null)?.kind === given.kind);
    const page = rows.slice(0, given.limit);
    return granted({ changes: page.map(showChange), ...(rows.length > page.length ? { nextCursor: writeCursor('line.history', given, [page.at(-1)!.position]) } : {}) });
  },

  async 'line.decide'(given, context) {
    await lockLine(context.tx, context.asker);
    const view = await lineView(context);
    const charter = await charterOf(context, view);
    const carries = await carriesOf(context, PATTERN_DAYS);
    const { pattern, says } = decisionOf(carries, await decisionsOf(context), context.today);
    if (pattern?.decision !== given.decision) return refused('line_no_decision', { decision: given.decision, why: pattern === undefined ? says : `This week’s decision is ${pattern.decision}.` });
    const { kind, who } = pattern;
    const kept = { decision: { decision: pattern.decision, choice: given.choice, kind, who, says: patternFinding(pattern).says, carries: pattern.carries.map(({ id }) => id) } };
    const rows = given.choice === 'keep' ? granted(charter.rows) : rowsAfter(view, charter, kind, { ...given, ...stanceOf(given.choice) });
    if (!rows.ok) return rows;
    // What is kept changes no row; a line that was never drawn stays so.
    const change = await changeLine(context, given.choice === 'keep' ? { ...charter, rows: new Map() } : charter, given.choice === 'keep' ? new Map() : rows.value, 'decide', kept);
    const [stored] = await listLineChanges(context.tx, context.asker, 1);
    const row = given.choice === 'keep' ? undefined : judgeRow(context, view, kind, rows.value.get(kind), carries, true).shown;
    return granted({ decided: showChange(stored!), ...(row === undefined ? {} : { row }), says: nextWords(kind, given.choice, given.accepts), undo: undoOf(change) });
  },
};

function showDecision(pattern: Pattern): NonNullable<Line['decision']> {
  return { decision: pattern.decision, kind: pattern.kind, name: kindNamed(pattern.kind).name, by: pattern.by, who: pattern.who, finding: showFinding(patternFinding(pattern)), options: optionsFor(pattern) };
}

function stanceOf(choice: 'own' | 'share' | 'hand_off' | 'decline' | 'keep' | Way): { stance: 'own' | 'share' | 'hand_off' | 'decline'; way?: Way } {
  const way = WAYS.find((each) => each === choice);
  return way !== undefined ? { stance: 'own', way } : { stance: choice as 'own' };
}

function nextWords(kind: Kind, choice: string, accepts: string | undefined): string {
  const name = kindNamed(kind).name;
  if (choice === 'keep') return `${name} is carried by choice; it is not asked about again for six weeks.`;
  if (choice === 'hand_off') return `A brief with the measured cost of ${name} can be made now: line.hand_off.`;
  if (choice === 'decline' && accepts === undefined) return `Nobody accepts yet what follows when ${name} is declined, so it is still yours.`;
  return `Decided. Only what is carried from now on counts towards another decision on it.`;
}
