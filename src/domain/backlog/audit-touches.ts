// From the ledger to touches in order: the last human touch of every item, and the tallies that survival is fitted on.
// Decides what is left out of the fit and counts it; `touches.ts` says what a touch is.
import { DAY_MS, dayOf, startOfDay, type Day } from '../kernel/instant.ts';
import { bulkThreshold, bulkTouches, importWindows, isImported, sharedSeconds } from './audit-bulk.ts';
import { AGED_OUT, BUG, BY_BOT, CLOSED, DONE, HISTORY, SEEN, type AuditLedger } from './audit-ledger.ts';
import type { LeftOut } from './audit-result.ts';
import { OUTCOME_CENSORED, OUTCOME_CLOSED, OUTCOME_DONE, tallyItem } from './survival-tally.ts';
import { emptyTallies, type PoolTallies } from './survival.ts';
import { NEVER, type Second } from './touches.ts';

/** `updated` within this many seconds of a bot's touch is the bot's. */
const BOT_ECHO = 120;

export interface TouchReading {
  readonly tallies: PoolTallies;
  /** Last human touch of each row, not after the audit's day; `NEVER` where no date is known. */
  readonly lastTouch: Uint32Array;
  readonly leftOut: Omit<LeftOut, 'commentsWithoutItem' | 'repeatedKeys' | 'suppressedFindings'>;
  /** Why no claim may be made from this history at all. */
  readonly silent?: string;
}

/** `until` is the last second of the audit's day; `importDays` are those the PM named besides the ones that are found. */
export function readTouches(ledger: AuditLedger, until: Second, importDays: readonly Day[] = []): TouchReading {
  const rows = ledger.size;
  const state = ledger.state.values;
  const items = count(rows, (row) => (state[row]! & SEEN) !== 0);
  const threshold = bulkThreshold(items);
  const bulk = bulkTouches(ledger.touchItem, ledger.touchAt, ledger.touchHand, threshold);
  const sharedUpdates = sharedSeconds(ledger.updated, threshold);
  const found = importWindows(ledger.created, threshold);
  const named = importDays.flatMap((day) => startOfDay(day) ?? []).map((start) => Math.floor(start / DAY_MS));
  const windows = { minutes: found.minutes, days: new Set([...found.days, ...named]) };
  const updatedCounts = updatesThatCount(ledger, sharedUpdates);
  const { times, starts } = orderedTouches(ledger, bulk, updatedCounts);

  const tallies = emptyTallies();
  const lastTouch = new Uint32Array(rows).fill(NEVER);
  const left = { importedItems: 0, undatedItems: 0, undatedClosings: 0 };
  let closings = 0;
  let done = 0;
  for (let row = 0; row < rows; row++) {
    if (!(state[row]! & SEEN)) continue;
    const from = starts[row]!;
    const to = starts[row + 1]!;
    if (to > from) lastTouch[row] = Math.min(times[to - 1]!, until);
    const created = ledger.created.values[row]!;
    const isClosed = (state[row]! & (DONE | CLOSED)) !== 0;
    if (isClosed) closings++;
    if (state[row]! & DONE) done++;
    const ended = ledger.ended.values[row]!;
    if (isClosed && ended === NEVER) left.undatedClosings++;
    else if (created === NEVER) left.undatedItems++;
    else if (isImported(created, windows)) left.importedItems++;
    else if (created <= until && (!isClosed || ended >= created)) {
      const over = isClosed && ended <= until;
      const outcome = !over || state[row]! & AGED_OUT ? OUTCOME_CENSORED : state[row]! & DONE ? OUTCOME_DONE : OUTCOME_CLOSED;
      tallyItem(state[row]! & BUG ? tallies.bug : tallies.other, times, from, to, over ? ended : until, outcome);
    }
  }
  const silent = silentHistory(ledger, done, closings, left.undatedClosings, until);
  return {
    tallies, lastTouch, ...(silent === undefined ? {} : { silent }),
    leftOut: {
      ...left, rankMoves: ledger.rankMoves,
      botTouches: count(ledger.touchKind.length, (i) => ledger.touchKind.values[i] === BY_BOT),
      bulkTouches: count(bulk.length, (i) => bulk[i] === 1 && ledger.touchKind.values[i] !== BY_BOT),
      bulkUpdates: count(rows, (row) => !(state[row]! & HISTORY) && sharedUpdates.has(ledger.updated.values[row]!)),
      importDays: [...new Set([...windows.days, ...[...windows.minutes].map((minute) => Math.floor(minute / 1440))])].sort((a, b) => a - b).map((day) => dayOf(day * DAY_MS)),
    },
  };
}

function count(length: number, holds: (i: number) => boolean): number {
  let total = 0;
  for (let i = 0; i < length; i++) if (holds(i)) total++;
  return total;
}

/** 1 where `updated` stands for a human touch: no history, not shared by a bulk edit, no echo of a bot. */
function updatesThatCount(ledger: AuditLedger, shared: ReadonlySet<number>): Uint8Array {
  const counts = new Uint8Array(ledger.size);
  for (let row = 0; row < counts.length; row++) {
    const updated = ledger.updated.values[row]!;
    if (updated !== NEVER && !(ledger.state.values[row]! & HISTORY) && !shared.has(updated)) counts[row] = 1;
  }
  for (let i = 0; i < ledger.touchKind.length; i++) {
    if (ledger.touchKind.values[i] !== BY_BOT) continue;
    const row = ledger.touchItem.values[i]!;
    if (Math.abs(ledger.updated.values[row]! - ledger.touchAt.values[i]!) <= BOT_ECHO) counts[row] = 0;
  }
  return counts;
}

/** Touches of each row ascending: those of row r lie in `times` from `starts[r]` to `starts[r + 1]`. A counting sort by row, then by time. */
function orderedTouches(ledger: AuditLedger, bulk: Uint8Array, updatedCounts: Uint8Array): { times: Uint32Array; starts: Int32Array } {
  const rows = ledger.size;
  const counts = (i: number): boolean => bulk[i] === 0 && ledger.touchKind.values[i] !== BY_BOT;
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) starts[row + 1]! += (ledger.created.values[row] === NEVER ? 0 : 1) + updatedCounts[row]!;
  for (let i = 0; i < bulk.length; i++) if (counts(i)) starts[ledger.touchItem.values[i]! + 1]!++;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const times = new Uint32Array(starts[rows]!);
  const next = starts.slice(0, rows);
  for (let row = 0; row < rows; row++) {
    if (ledger.created.values[row] !== NEVER) times[next[row]!++] = ledger.created.values[row]!;
    if (updatedCounts[row]) times[next[row]!++] = ledger.updated.values[row]!;
  }
  for (let i = 0; i < bulk.length; i++) if (counts(i)) times[next[ledger.touchItem.values[i]!]!++] = ledger.touchAt.values[i]!;
  for (let row = 0; row < rows; row++) sortPart(times, starts[row]!, starts[row + 1]!);
  return { times, starts };
}

function sortPart(times: Uint32Array, from: number, to: number): void {
  if (to - from > 40) {
    times.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const time = times[i]!;
    let j = i - 1;
    for (; j >= from && times[j]! > time; j--) times[j + 1] = times[j]!;
    times[j + 1] = time;
  }
}

/**
 * An export of open items only, or of recent closings only, would make every quiet item look hopeless. Silent when nothing was finished,
 * when over a fifth of the closings carry no date, or when 95% of them fall in the last quarter of the time that items cover.
 */
function silentHistory(ledger: AuditLedger, done: number, closings: number, undated: number, until: Second): string | undefined {
  if (done === 0) return 'This export holds no finished items, so how often quiet items are finished here cannot be read.';
  if (undated > closings * 0.2) return `${undated} of ${closings} closed items carry no closing date.`;
  const early = (values: Uint32Array, length: number): number | undefined => {
    const known = values.slice(0, length).filter((second) => second !== NEVER && second <= until).sort();
    return known.length === 0 ? undefined : known[Math.floor(known.length * 0.05)]!;
  };
  const created = early(ledger.created.values, ledger.created.length);
  const closed = early(ledger.ended.values, ledger.ended.length);
  if (created === undefined || closed === undefined || until - closed >= (until - created) / 4) return undefined;
  const days = (second: number): number => Math.floor((until - second) / 86_400);
  return `Items here reach back ${days(created)} days but nearly all closings only ${days(closed)}: older closed items seem to be missing from this export.`;
}
