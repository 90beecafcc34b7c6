// One treatment arm against control over all looks so far: the interval that may be claimed at this look, at a given level.
// It knows no claim, no other arm and no gate.
import { granted, refused, type Ruling } from '../../kernel/ruling.ts';
import type { Interval } from '../estimate.ts';
import { alwaysValidQ, mixtureRho, USUAL_TUNING } from './always-valid.ts';
import { criticalT, differenceOf, fiellerRelative } from './difference.ts';
import type { Pair } from './pair.ts';
import { intersection, levelsOf, narrower, phasesOf, plannedUnits, type DeclaredEnd, type LookAt, type Phase } from './peeking.ts';
import { isFew, newcombe, relativeOfShares, type Share } from './small-counts.ts';

/** What one look saw of two arms. `shares` is there for proportions only. */
export interface Snapshot {
  readonly at: LookAt;
  readonly pair: Pair;
  readonly shares: { readonly control: Share; readonly treatment: Share } | null;
}

/** An effect on both scales; `relative` is null when no ratio to control is ruled out. */
export interface Both {
  readonly absolute: Interval;
  readonly relative: Interval | null;
}

export interface LookReading extends Both {
  readonly phase: Phase;
  readonly method: 'welch-t' | 'welch-t-cuped' | 'ratio-delta' | 'ratio-delta-cuped' | 'newcombe';
  readonly standardError: number;
  /** Null where the normal distribution is used. */
  readonly df: number | null;
  /** The always-valid interval at this look, whatever is claimed: the kill rule reads it. */
  readonly alwaysValid: Both;
  /** True when no effect lies inside the intervals of all looks: it changed on the way, or the units did. */
  readonly looksDisagree: boolean;
}

export type LookProblem = 'no-variation' | 'too-large' | 'no-look';

/**
 * What the latest look may claim at level `alpha`: the intersection of always-valid intervals while running and after the end, the fixed
 * interval at the declared end (or the running one if that is narrower). Looks are cumulative, earliest first.
 */
export function readLooks(snapshots: readonly Snapshot[], end: DeclaredEnd | null, alpha: number): Ruling<LookReading, LookProblem> {
  const latest = snapshots.at(-1);
  if (latest === undefined) return refused('no-look');
  const few = latest.shares !== null && isFew(latest.shares.control, latest.shares.treatment);
  const difference = differenceOf(latest.pair);
  if (!difference.ok && !(few && difference.refusal.code === 'no-variation')) return difference;
  const df = few || !difference.ok ? null : difference.value.df;
  const levels = levelsOf(alpha, end);
  const phase = phasesOf(snapshots.map(({ at }) => at), end).at(-1)!;
  const rho = mixtureRho(levels.everyLook, plannedUnits(end) ?? USUAL_TUNING);
  const running = runningOver(snapshots, (units) => alwaysValidQ(units, rho, levels.everyLook));
  const claimed = phase === 'end' && levels.atEnd !== null ? atEnd(latest, criticalT(df, levels.atEnd), running) : running;
  return granted({
    absolute: claimed.absolute, relative: claimed.relative,
    phase, method: few ? 'newcombe' : METHODS[latest.pair.kind][latest.pair.adjusted ? 1 : 0],
    standardError: difference.ok ? difference.value.standardError : 0, df,
    alwaysValid: { absolute: running.absolute, relative: running.relative },
    looksDisagree: running.disagree,
  });
}

const METHODS = {
  mean: ['welch-t', 'welch-t-cuped'], proportion: ['welch-t', 'welch-t-cuped'], cuped: ['welch-t', 'welch-t-cuped'],
  ratio: ['ratio-delta', 'ratio-delta-cuped'], 'ratio-cuped': ['ratio-delta', 'ratio-delta-cuped'],
} as const;

/** The effect at one look with critical value `q`, by the method its counts allow; null when it has no variation. */
function effectAt({ pair, shares }: Snapshot, q: number): Both | null {
  if (shares !== null && isFew(shares.control, shares.treatment)) {
    const relative = relativeOfShares(shares.treatment, shares.control, q);
    return { absolute: newcombe(shares.treatment, shares.control, q), relative: relative.ok ? relative.value : null };
  }
  const difference = differenceOf(pair);
  if (!difference.ok) return null;
  const { effect, standardError } = difference.value;
  const relative = fiellerRelative(pair, q);
  return { absolute: { value: effect, low: effect - q * standardError, high: effect + q * standardError }, relative: relative.ok ? relative.value : null };
}

interface Running extends Both {
  readonly disagree: boolean;
}

/** Intersection over the looks on each scale; where nothing is left, the latest look's own interval, which holds by itself. */
function runningOver(snapshots: readonly Snapshot[], q: (units: number) => number): Running {
  const effects = snapshots.flatMap((snapshot) => effectAt(snapshot, q(snapshot.at.units)) ?? []);
  const latest = effects.at(-1)!;
  const absolute = intersection(effects.map((effect) => effect.absolute), latest.absolute.value);
  const ratios = effects.flatMap(({ relative }) => relative ?? []);
  const relative = latest.relative === null ? null : intersection(ratios, latest.relative.value);
  const disagree = absolute === null || (latest.relative !== null && relative === null);
  return disagree ? { ...latest, disagree } : { absolute, relative, disagree };
}

function atEnd(latest: Snapshot, q: number, running: Both): Both {
  const fixed = effectAt(latest, q)!;
  return narrower(fixed.absolute, running.absolute) === fixed.absolute ? fixed : running;
}
