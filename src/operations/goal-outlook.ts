// Where the goal's metric is heading against its target, and what the open bets may add. The engine forecasts, the record shrinks.
import type { OutputOf } from '../contract/index.ts';
import { addDays, type Day } from '../domain/kernel/instant.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { daysFrom } from '../domain/kernel/calendar.ts';
import { dayAt } from '../domain/metric/series.ts';
import { goalOutlook, type OpenBet } from '../domain/outcome/next-bet/goal-outlook.ts';
import { forecastPath } from '../domain/outcome/series/forecast-path.ts';
import { reasonSentence } from '../domain/outcome/verdict/reason-sentences.ts';
import { isReasonCode } from '../domain/outcome/verdict/reasons.ts';
import { listBets } from '../store/bet.ts';
import { findActiveGoal, findGoal, updateGoal, type GoalRow } from '../store/goal.ts';
import { findMetric, type MetricRow } from '../store/metric.ts';
import { timeText } from '../store/schema.ts';
import { listSeals } from '../store/seal.ts';
import { listShips } from '../store/ship.ts';
import { sealedTerms } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';
import { coveredBets } from './covered-odds.ts';
import { historyOf } from './metric-answer.ts';
import { seriesOfMetric, shareOf, type SeriesShown } from './metric-view.ts';
import { shipsOn } from './metric.ts';
import { learntFrom, priorFor, settledFacts, statedMean } from './record-facts.ts';

type Outlook = OutputOf<'goal.outlook'>;
/** Further ahead a fan says nothing that a PM could act on. */
const MOST_WEEKS = 78;
/** A change takes this long to reach everybody where nothing else was said. */
const WEEKS_TO_SHIP = 4;

export const goalOutlookHandlers: Pick<Handlers, 'goal.outlook' | 'goal.measure'> = {
  async 'goal.outlook'(given, context) {
    const { tx, asker } = context;
    const goal = given.goal === undefined ? await findActiveGoal(tx, asker.workspaceId) : await findGoal(tx, asker.workspaceId, given.goal);
    if (!goal) return given.goal === undefined ? granted({ goal: '', bets: [], sentence: 'There is no active goal.', reason: 'no-goal' }) : refused('not_found', { kind: 'goal', reference: given.goal });
    const facts = { goal: goal.id, target: goal.target ?? undefined, baseline: goal.baseline ?? undefined, startOn: goal.start_on ?? undefined, endOn: goal.end_on ?? undefined, unit: goal.unit ?? undefined };
    const without = (sentence: string, reason: string, more: Partial<Outlook> = {}) => granted({ ...facts, ...more, bets: [], sentence, reason });
    const metric = goal.metric_id === null ? undefined : await findMetric(tx, asker.workspaceId, goal.metric_id);
    if (!metric) return without('The goal has no metric yet. Choose the one it is measured by, and its way to the target shows here.', 'no-metric');
    const kept = await seriesOfMetric(tx, asker.workspaceId, metric);
    if (!kept) return without(`${metric.key} has no values yet. Load them, and the way to the target shows here.`, 'no-values', { metric: metric.id });
    const scale = percentOf(metric, goal);
    const series = shownSeries(kept, scale);
    const shown = { metric: metric.id, series, direction: metric.direction, unit: goal.unit ?? metric.unit ?? undefined };
    if (goal.target === null || goal.end_on === null) return without('Say the target and the end date to see the chance of reaching it.', 'no-target', shown);
    const last = dayAt(kept, kept.values.length - 1);
    const weeks = Math.min(MOST_WEEKS, Math.ceil(daysFrom(last, goal.end_on) / 7));
    if (weeks < 1) return without('The end date is over.', 'over', shown);
    const path = forecastPath(historyOf(metric, kept, (await shipsOn(context, metric.id)).map(({ shippedOn }) => shippedOn)), weeks);
    if (path.reason !== undefined) return without(isReasonCode(path.reason) ? reasonSentence(path.reason, {}) : 'Cannot tell where it is heading.', path.reason, shown);
    const open = await openBets(context, metric, last);
    const settled = await settledFacts(context);
    const record = (await learntFrom(context, settled)).effects;
    const bets: OpenBet[] = [];
    for (const { id, stated, scale: of, fromWeek, terms } of open) bets.push({ id, stated, scale: of, fromWeek, typical: (await priorFor(context, terms, settled)).typical });
    // Counted in the chance; what it was to bring is not listed while its review asks what odds are remembered.
    const covered = await coveredBets(context);
    const outlook = goalOutlook({ target: goal.target / scale, direction: metric.direction, weeks: path.weeks, open: bets.length === 0 ? [] : [{ record, bets }] })!;
    return granted({
      ...facts, ...shown, chance: outlook.chance, chanceWithoutBets: outlook.chanceWithoutBets,
      weeks: outlook.weeks.map((fan, week) => ({ on: addDays(last, 7 * (week + 1)), p05: fan.p05 * scale, p25: fan.p25 * scale, p50: fan.p50 * scale, p75: fan.p75 * scale, p95: fan.p95 * scale })),
      bets: outlook.bets.filter(({ id }) => !covered.has(id)).map((bet) => ({ bet: bet.id, key: open.find(({ id }) => id === bet.id)!.key, claim: open.find(({ id }) => id === bet.id)!.terms.claim, mean: bet.mean * scale, low: bet.low * scale, high: bet.high * scale })),
      sentence: sentenceOf(outlook.chance, outlook.chanceWithoutBets, bets.length, goal),
    });
  },

  async 'goal.measure'(given, context) {
    const { tx, asker, now } = context;
    const goal = await findGoal(tx, asker.workspaceId, given.goal);
    if (!goal) return refused('not_found', { kind: 'goal', reference: given.goal });
    const metric = given.metric === undefined ? undefined : await findMetric(tx, asker.workspaceId, given.metric);
    if (given.metric !== undefined && metric === undefined) return refused('not_found', { kind: 'metric', reference: given.metric });
    await updateGoal(tx, asker.workspaceId, goal.id, { metric_id: metric?.id ?? null, updated_at: timeText(now) });
    return granted({ goal: goal.id, metric: metric?.id, undo: { operation: 'goal.measure', input: { goal: goal.id, ...(goal.metric_id === null ? {} : { metric: goal.metric_id }) } } });
  },
};

/** A rate is kept as a share; a goal that counts it in percent is met by the same number times 100. */
function percentOf(metric: MetricRow, goal: GoalRow): number {
  const inPercent = (goal.unit ?? metric.unit ?? '').trim().startsWith('%') || /percent|points?/i.test(goal.unit ?? metric.unit ?? '');
  return metric.kind === 'rate' && inPercent ? 100 : 1;
}

function shownSeries({ start, grain, values, denominators }: SeriesShown, scale: number): NonNullable<Outlook['series']> {
  return { start, grain, values: values.map((value, at) => (value === null ? null : shareOf(value, denominators?.[at] ?? undefined) * scale)) };
}

/** Bets on the goal's metric whose effect is not in the series yet: drafts with an effect, placed ones, and ones that have just shipped. */
async function openBets({ tx, asker }: Context, metric: MetricRow, last: Day) {
  const seals = await listSeals(tx, asker.workspaceId);
  const ships = await listShips(tx, asker.workspaceId);
  return (await listBets(tx, asker.workspaceId, 'open')).flatMap((row) => {
    const terms = sealedTerms(seals.filter(({ bet_id: of }) => of === row.id));
    const stated = terms && statedMean(terms);
    if (terms === undefined || terms.metric !== metric.id || stated === undefined || row.settled_at !== null) return [];
    const ship = ships.find(({ bet_id: of }) => of === row.id);
    const reached = ship?.rolled_out_on ?? ship?.shipped_on;
    if (reached !== undefined && reached <= last) return [];
    const planned = reached ?? terms.shipBy ?? addDays(last, 7 * WEEKS_TO_SHIP);
    return [{ id: row.id, key: row.key, terms, stated, scale: terms.scale ?? 'relative' as const, fromWeek: Math.max(0, Math.ceil(daysFrom(last, planned) / 7)) }];
  });
}

function sentenceOf(chance: number, without: number, bets: number, goal: GoalRow): string {
  const percent = (share: number): string => (share < 0.01 ? 'under 1%' : share > 0.99 ? 'over 99%' : `${Math.round(share * 100)}%`);
  const target = `${goal.target}${goal.unit ? (goal.unit.startsWith('%') ? '%' : ` ${goal.unit}`) : ''} by ${goal.end_on}`;
  if (bets === 0) return `The chance of ${target} is ${percent(chance)}, as the metric moves by itself; no open bet is on it.`;
  return `The chance of ${target} is ${percent(chance)} with ${bets === 1 ? 'the open bet' : `the ${bets} open bets`}, ${percent(without)} without.`;
}
