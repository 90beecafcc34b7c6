// Open items by how long nobody touched them and by where they belong. Counts only; every open item is counted once.
import type { ItemClass, UntouchedBucket } from './audit-result.ts';

const EDGES = [0, 30, 60, 90, 120, 180, 270, 365, 540] as const;

export interface UntouchedHistogram {
  add(untouchedDays: number | undefined, belongs: ItemClass): void;
  finish(): { buckets: UntouchedBucket[]; unknownAge: number };
}

/** Items without any date are counted as of unknown age and are in no bucket. */
export function startHistogram(): UntouchedHistogram {
  const counts = EDGES.map((): Record<ItemClass, number> => ({ goal: 0, ktlo: 0, no_path: 0, aged_out: 0, unjudged: 0 }));
  let unknownAge = 0;
  return {
    add(untouchedDays, belongs) {
      if (untouchedDays === undefined) unknownAge++;
      else counts[EDGES.findLastIndex((edge) => edge <= untouchedDays)]![belongs]++;
    },
    finish() {
      const buckets = counts.map((count, i): UntouchedBucket => ({ from: EDGES[i]!, ...(i + 1 < EDGES.length ? { to: EDGES[i + 1]! } : {}), counts: count }));
      return { buckets, unknownAge };
    },
  };
}
