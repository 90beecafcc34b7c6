// Sign-off bottleneck: how much of the time from start to done is waiting for an approval. Counts items, never people.
// That waiting costs anything is an analogy to production change approval, not something this measures.
import { DAY_MS, startOfDay, type Day } from '../kernel/instant.ts';
import { quantile } from '../kernel/statistics-order.ts';
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import type { AuditSettings } from './rule.ts';
import { gatePassage } from './signoff-gate.ts';
import { workingDays } from './signoff-time.ts';
import { NEVER } from './touches.ts';

export const SIGNOFF_VERSION = 1;
const WEEKS = 8;
const MIN_PASSED = 10;
const MIN_INDEX = 0.1;
const SHOWN = 20;

export interface SignoffNumbers {
  /** Items done or closed in the eight weeks to the audit's day whose status history is known. */
  readonly finished: number;
  /** Of these, how many went through a gate. */
  readonly passed: number;
  /** Working days in the gate, over `passed`; absent when none passed. */
  readonly medianWait?: number;
  readonly p85Wait?: number;
  /** Sum of waiting over sum of cycle time of `finished`, 0-1; absent when no cycle time was seen. */
  readonly index?: number;
  /** Open items in a gate now, longest wait first, at most 20, and how many there are. */
  readonly waiting: readonly { readonly key: string; readonly state: string; readonly workingDays: number }[];
  readonly waitingCount: number;
}

export interface SignoffAnswer {
  readonly numbers: SignoffNumbers;
  readonly finding?: Finding;
  /** Present when nothing may be said: why, and what would settle it. */
  readonly cannotTell?: { readonly reason: string; readonly settledBy: string };
}

export interface SignoffWatch {
  add(item: Item): void;
  finish(asOf: Day): SignoffAnswer;
}

/** Collects a few numbers per item with status history; `finish` reads the eight weeks that end with `asOf`. */
export function startSignoff(settings: AuditSettings): SignoffWatch {
  const approvers = new Set(settings.approvers.map((name) => name.toLowerCase()));
  const ended: number[] = [];
  const waits: number[] = [];
  const cycles: number[] = [];
  const gates: boolean[] = [];
  const waiting: { key: string; state: string; since: number }[] = [];
  let withHistory = 0;
  let unclear = 0;
  return {
    add(item) {
      const passage = gatePassage(item, approvers);
      if (passage === undefined) return;
      withHistory++;
      if (passage.unclear) unclear++;
      if (passage.waiting !== undefined) waiting.push({ key: item.key, ...passage.waiting });
      if (passage.ended === NEVER) return;
      ended.push(passage.ended);
      waits.push(passage.wait);
      cycles.push(passage.cycle);
      gates.push(passage.gated);
    },
    finish(asOf) {
      const to = startOfDay(asOf)! / 1000 + DAY_MS / 1000;
      const from = to - WEEKS * 7 * (DAY_MS / 1000);
      const recent = ended.map((_, i) => i).filter((i) => ended[i]! >= from && ended[i]! < to);
      const through = recent.filter((i) => gates[i]);
      const days = through.map((i) => waits[i]! / 86_400);
      const cycle = recent.reduce((sum, i) => sum + cycles[i]!, 0);
      const now = waiting.map(({ key, state, since }) => ({ key, state, workingDays: workingDays(since, to) }))
        .sort((a, b) => b.workingDays - a.workingDays || (a.key < b.key ? -1 : 1));
      const median = quantile(days, 0.5);
      const p85 = quantile(days, 0.85);
      const numbers: SignoffNumbers = {
        finished: recent.length, passed: through.length, waiting: now.slice(0, SHOWN), waitingCount: now.length,
        ...(median === undefined || p85 === undefined ? {} : { medianWait: median, p85Wait: p85 }),
        ...(cycle > 0 ? { index: recent.reduce((sum, i) => sum + waits[i]!, 0) / cycle } : {}),
      };
      return judge(numbers, withHistory, unclear);
    },
  };
}

function judge(numbers: SignoffNumbers, withHistory: number, unclear: number): SignoffAnswer {
  if (withHistory === 0) {
    return { numbers, cannotTell: { reason: 'This export carries no status history.', settledBy: 'an export with status history, such as Jira JSON with its changelog' } };
  }
  if (numbers.passed === 0 && unclear > 0) {
    return { numbers, cannotTell: { reason: `${unclear} items were in review, but nobody is named as the one who accepts work, and engineers review too.`, settledBy: 'naming who accepts work' } };
  }
  if (numbers.passed < MIN_PASSED || numbers.index === undefined) {
    return { numbers, cannotTell: { reason: `${numbers.passed} items went through a sign-off in the last ${WEEKS} weeks; ${MIN_PASSED} are needed.`, settledBy: 'more finished items with status history' } };
  }
  if (numbers.index < MIN_INDEX) return { numbers };
  const gateNow = numbers.waiting[0];
  return {
    numbers,
    finding: {
      rule: 'signoff', ruleVersion: SIGNOFF_VERSION, subject: 'sign-off', spans: [], value: numbers.index, unit: 'share', n: numbers.passed, grade: 'measured',
      why: `In ${WEEKS} weeks ${numbers.passed} of ${numbers.finished} finished items went through a sign-off and waited ${numbers.medianWait!.toFixed(1)} working days there (median; 85% waited ${numbers.p85Wait!.toFixed(1)} or less). ` +
        `That is ${Math.round(numbers.index * 100)}% of all time from start to done.` +
        (gateNow === undefined ? '' : ` ${numbers.waitingCount} ${numbers.waitingCount === 1 ? 'waits' : 'wait'} now, the longest for ${gateNow.workingDays.toFixed(1)} working days.`),
      whatWouldChangeIt: 'Waiting under 10% of the time from start to done, or a gate that the law requires.',
      nextAction: 'Replace one gate with a context card for four weeks and compare the wait.',
      suppressionKey: 'signoff|sign-off',
    },
  };
}
