// R6: would one person notice the promised speed-up in one interaction? Bands at 100 ms, 1 s and 3 s, and 20% of the wait.
// Round, disputed rules of thumb: it says "probably not noticed" and knows nothing of cost, batteries or servers.
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import type { AuditSettings } from './rule.ts';
import { speedUpsIn, timesPerTask, type SpeedUp } from './sub-threshold-parse.ts';
import { cuedWordingOf } from './wording-cues.ts';

export const SUB_THRESHOLD_VERSION = 1;

export const SUB_THRESHOLD_DISPUTES = [
  { id: 'server_cost', sentence: 'It is about cost or battery, not about waiting.' },
  { id: 'many_per_task', sentence: 'It happens many times in one task; here is how many.' },
  { id: 'tested', sentence: 'An A/B test showed a difference.' },
] as const;

const BANDS = [100, 1_000, 3_000] as const;
const NOTICED_SHARE = 0.2;

/** The band of a wait: 0 up to 100 ms, 1 up to 1 s, 2 up to 3 s, 3 above. */
export function bandOf(milliseconds: number): 0 | 1 | 2 | 3 {
  const band = BANDS.findIndex((limit) => milliseconds <= limit);
  return (band === -1 ? 3 : band) as 0 | 1 | 2 | 3;
}

/**
 * True when one person probably does not notice: same band and less than 20% shorter, or less than 1 ms shorter. With `perTask`
 * repetitions the sum of waits is judged, and 100 ms saved in a task always counts. Example: 180 to 150 ms is true, 140 to 95 is false.
 */
export function probablyUnnoticed(from: number, to: number, perTask = 1): boolean {
  const saved = (from - to) * perTask;
  if (perTask > 1 && saved >= BANDS[0]) return false;
  if (saved < 1) return true;
  return bandOf(from * perTask) === bandOf(to * perTask) && (from - to) / from < NOTICED_SHARE;
}

const EXEMPT =
  /\b(?:batch(?:es)?|cron|nightly|backfill|etl|cpu|server cost|cloud cost|hosting cost|cost per|cloud bill|battery|power consumption|memory|animations?|frame(?:s| rate| time)?|fps|jank|transitions?|easing|debounce|timeouts?|time-?out|polling|poll interval|interval|ttl|retention|delay|backoff|retry|a\/b|ab test|split test|experiment|build time|compile(?:r)?|compilation|ci|test suite|benchmark)\b/i;
const PERFORMANCE =
  /\b(?:latency|response times?|load(?:s|ing)?(?: times?)?|render(?:s|ing)?|faster|slow|slower|speed(?: up)?|performance|perf|optimi[sz]e|quicker|wait|takes?|p50|p75|p90|p95|p99|ttfb|lcp|startup|start-up|search|query|page|click|tap|reply|answers?)\b/i;

/** R6, on the first promise in title or body that a person would probably not notice, or whose baseline is not written. */
export function subThresholdFinding(item: Item, settings: AuditSettings): Finding | undefined {
  const wording = cuedWordingOf(item);
  for (const words of [wording.title, wording.body]) {
    if (!/\d/.test(words.text)) continue;
    const promises = speedUpsIn(words.text);
    for (const promise of promises) {
      const around = `${wording.title.text}\n${sentenceAround(words.text, promise.start, promise.end)}`;
      if (EXEMPT.test(around) || !PERFORMANCE.test(around)) continue;
      const perTask = timesPerTask(`${wording.title.text}\n${wording.body.text}`);
      const finding = judge(item, promise, words.field, perTask);
      if (finding && !settings.suppressed.has(finding.suppressionKey)) return finding;
    }
    if (promises.length > 0) return undefined;
  }
  return undefined;
}

function judge(item: Item, promise: SpeedUp, field: 'title' | 'body', perTask: number | undefined): Finding | undefined {
  const common = {
    rule: 'sub_threshold', ruleVersion: SUB_THRESHOLD_VERSION, subject: item.key, spans: [{ field, start: promise.start, end: promise.end }],
  } as const;
  if (promise.kind === 'unknown_baseline') {
    if (promise.share >= NOTICED_SHARE) return undefined;
    const share = round(promise.share * 100);
    return {
      ...common, value: promise.share, unit: 'share of the wait', grade: 'missing',
      why: `Cannot tell whether anybody notices ${share}% less: how long it takes today is not written. Under 20% it is noticed only where it crosses 100 ms, 1 s or 3 s. This says nothing of cost or battery.`,
      whatWouldChangeIt: "Today's time in ms or s.",
      nextAction: "Write today's time beside the percentage.",
      suppressionKey: `sub_threshold:${item.key}:by${share}`,
    };
  }
  if (!probablyUnnoticed(promise.from, promise.to, perTask)) return undefined;
  const share = (promise.from - promise.to) / promise.from;
  const because = promise.from - promise.to < 1
    ? `saves ${time(promise.from - promise.to)}, less than 1 ms`
    : `is ${round(share * 100)}% shorter and stays in the same band (${bandName(promise.from * (perTask ?? 1))})`;
  return {
    ...common, value: promise.from - promise.to, unit: 'ms', grade: 'declared',
    why: `From ${time(promise.from)} to ${time(promise.to)}${perTask ? `, ${perTask} times per task,` : ''} ${because}: probably not noticed by one user in one interaction. The bands are rules of thumb; this says nothing of cost or battery.`,
    whatWouldChangeIt: 'A target that crosses 100 ms, 1 s or 3 s, or is 20% shorter; how often it happens in one task; or an A/B result.',
    nextAction: 'Ask what a user would do differently after it.',
    suppressionKey: `sub_threshold:${item.key}:${promise.from}-${promise.to}`,
  };
}

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1;
  const stop = /\n|[.;](?:\s|$)/.exec(text.slice(end));
  return text.slice(from, stop ? end + stop.index : text.length);
}

function bandName(milliseconds: number): string {
  return ['up to 100 ms', 'up to 1 s', 'up to 3 s', 'above 3 s'][bandOf(milliseconds)]!;
}

function time(milliseconds: number): string {
  return milliseconds >= 1_000 ? `${round(milliseconds / 1_000)} s` : `${round(milliseconds)} ms`;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
