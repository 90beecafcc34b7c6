// Decides whether an answer agrees with a reference case: every expected value that has a tolerance must be met within it.
// It knows no area and no file.

/** A distance allowed. Meeting one of the given bounds is enough. `absInUnitsOf` names an expected value whose size is the unit. */
export interface Bounds {
  readonly abs?: number;
  readonly rel?: number;
  readonly absInUnitsOf?: string;
  readonly times?: number;
}

export type Tolerance = Bounds | 'exact';

/** What a case promises. `tolerance` is keyed by a dotted path, `path.*`, the beginning of a path, or `*` for everything else. */
export interface Promised {
  readonly expected: unknown;
  readonly tolerance: Readonly<Record<string, Tolerance>>;
}

/** One expected value that was not met. `excess` is the distance over the distance allowed; infinite where no distance can be taken. */
export interface Miss {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly excess: number;
}

export interface Judgement {
  readonly ok: boolean;
  /** Expected values that had a tolerance and were looked at. */
  readonly compared: number;
  /** Worst first. */
  readonly misses: readonly Miss[];
}

/**
 * Compares every expected value that has a tolerance; fields the answer has besides are not looked at. An expected null is met by
 * null, by nothing, or by a number that is not finite. A case that compares nothing proves nothing and is not ok.
 * Example: expected { a: [1, 2] } with tolerance { a: { abs: 0.1 } } and the answer { a: [1.05, 2.5] } has one miss, a.1, excess 5.
 */
export function judge(promised: Promised, answer: unknown): Judgement {
  const judged = pairsOf(promised.expected, answer, '').flatMap((pair) => {
    const tolerance = toleranceAt(promised.tolerance, pair.path);
    return tolerance === undefined ? [] : [{ ...pair, tolerance }];
  });
  const misses = judged
    .map(({ path, expected, got, tolerance }) => ({ path, expected, got, excess: excessOf(expected, got, tolerance, promised.expected) }))
    .filter(({ excess }) => !(excess <= 1))
    .sort((one, other) => (one.excess === other.excess ? 0 : other.excess - one.excess));
  return { ok: judged.length > 0 && misses.length === 0, compared: judged.length, misses };
}

interface Pair {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Numbers, texts, truths and nulls that are expected, each with what is found at its place. A key may hold a dot itself. */
function pairsOf(expected: unknown, got: unknown, path: string): Pair[] {
  if (typeof expected !== 'object' || expected === null) return [{ path, expected, got }];
  return Object.entries(expected).flatMap(([key, inner]) => pairsOf(inner, inside(got, key), path === '' ? key : `${path}.${key}`));
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The exact path speaks first, then its longest beginning (`beginning.*` before `beginning`), then `*`. */
function toleranceAt(tolerances: Promised['tolerance'], path: string): Tolerance | undefined {
  if (Object.hasOwn(tolerances, path)) return tolerances[path];
  for (let cut = path.lastIndexOf('.'); cut > 0; cut = path.lastIndexOf('.', cut - 1)) {
    const beginning = path.slice(0, cut);
    const found = tolerances[`${beginning}.*`] ?? tolerances[beginning];
    if (found !== undefined) return found;
  }
  return tolerances['*'];
}

/** 1 or less is met. */
function excessOf(expected: unknown, got: unknown, tolerance: Tolerance, all: unknown): number {
  if (expected === null) return isUnbounded(got) ? 0 : Infinity;
  if (typeof expected !== 'number') return got === expected ? 0 : Infinity;
  if (typeof got !== 'number' || !Number.isFinite(got)) return Infinity;
  if (got === expected) return 0;
  if (tolerance === 'exact') return Infinity;
  return Math.abs(got - expected) / allowedDistance(tolerance, expected, all);
}

function isUnbounded(got: unknown): boolean {
  return got === null || got === undefined || (typeof got === 'number' && !Number.isFinite(got));
}

function allowedDistance(bounds: Bounds, expected: number, all: unknown): number {
  const unit = bounds.absInUnitsOf?.split('.').reduce(inside, all);
  const inUnits = typeof unit === 'number' ? (bounds.times ?? 0) * Math.abs(unit) : 0;
  return Math.max(bounds.abs ?? 0, (bounds.rel ?? 0) * Math.abs(expected), inUnits);
}
