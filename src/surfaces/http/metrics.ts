// How often and how fast this server answered, as Prometheus reads it: counts by operation and status, durations, jobs, version.
// Names of operations only, never of anything they were asked about.
import type { Hono } from 'hono';
import type { Env, HttpDoor } from './door.ts';
import { mayAsk } from './guard.ts';
import { refusalResponse } from './problem.ts';

/** Upper bounds of the durations' buckets, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

interface JobCount { readonly kind: string; readonly state: string; readonly count: number }

export interface Metrics {
  /** One answered request: the operation's name or the kind of route, its status, and how long it took in milliseconds. */
  observe(route: string, status: number, ms: number): void;
  /** All that was observed since the start, with what is known beside it. */
  text(version: string, jobs: readonly JobCount[]): string;
}

interface Durations { readonly buckets: number[]; sum: number; count: number }

export function createMetrics(): Metrics {
  const requests = new Map<string, { readonly route: string; readonly status: number; count: number }>();
  const durations = new Map<string, Durations>();
  return {
    observe(route, status, ms) {
      const key = `${route} ${status}`;
      const seen = requests.get(key) ?? { route, status, count: 0 };
      seen.count++;
      requests.set(key, seen);
      const seconds = Math.max(0, ms) / 1000;
      const times = durations.get(route) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      const at = BOUNDS.findIndex((bound) => seconds <= bound);
      if (at >= 0) times.buckets[at]!++;
      times.sum += seconds;
      times.count++;
      durations.set(route, times);
    },
    text(version, jobs) {
      return [
        ...family('throughline_info', 'gauge', 'The program that answers.', [sample('throughline_info', { version }, 1)]),
        ...family('throughline_requests_total', 'counter', 'Requests answered since the start, by operation or kind of route, and status.',
          [...requests.values()].map(({ route, status, count }) => sample('throughline_requests_total', { operation: route, status: String(status) }, count))),
        ...family('throughline_request_duration_seconds', 'histogram', 'Seconds from a request to its answer.', [...durations].flatMap(([route, times]) => histogram(route, times))),
        ...family('throughline_jobs', 'gauge', 'Jobs kept, by kind and state.', jobs.map(({ kind, state, count }) => sample('throughline_jobs', { kind, state }, count))),
      ].join('\n').concat('\n');
    },
  };
}

function family(name: string, type: string, help: string, samples: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples];
}

function histogram(route: string, { buckets, sum, count }: Durations): string[] {
  const name = 'throughline_request_duration_seconds';
  let below = 0;
  const bounded = BOUNDS.map((bound, at) => sample(`${name}_bucket`, { operation: route, le: String(bound) }, below += buckets[at]!));
  return [...bounded, sample(`${name}_bucket`, { operation: route, le: '+Inf' }, count), sample(`${name}_sum`, { operation: route }, Number(sum.toFixed(6))), sample(`${name}_count`, { operation: route }, count)];
}

function sample(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const words = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`);
  return `${name}{${words.join(',')}} ${value}`;
}

/** Open to whatever watches this machine from this machine; from elsewhere to whoever may ask operations. */
export function mountMetrics(app: Hono<Env>, door: HttpDoor, metrics: Metrics): void {
  app.get('/metrics', async (c, next) => {
    // The app has a page of this name. What collects figures never asks for HTML, a browser always does.
    if (c.req.header('accept')?.includes('text/html') === true) return next();
    c.set('route', 'metrics');
    if (!c.get('local') && !mayAsk(c, door)) return refusalResponse(c, { code: 'not_signed_in' });
    return c.body(metrics.text(door.version, await door.jobs()), 200, { 'content-type': TYPE, 'cache-control': 'no-store', vary: 'accept' });
  });
}
