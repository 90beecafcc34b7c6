import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

const valueOf = (text: string, start: string): number => Number(text.split('\n').find((line) => line.startsWith(start))?.split(' ').at(-1));

describe('the metrics', () => {
  it('count requests by operation and status and sum their durations in cumulative buckets', () => {
    const metrics = createMetrics();
    for (const [ms, status] of [[4, 200], [30, 200], [30, 404], [20_000, 200]] as const) metrics.observe('item.list', status, ms);
    metrics.observe('web', 200, 1);
    const text = metrics.text('1.2.3', [{ kind: 'import', state: 'running', count: 1 }]);
    expect(text).toContain('throughline_info{version="1.2.3"} 1\n');
    expect(text).toContain('throughline_requests_total{operation="item.list",status="200"} 3\n');
    expect(text).toContain('throughline_requests_total{operation="item.list",status="404"} 1\n');
    expect(text).toContain('throughline_jobs{kind="import",state="running"} 1\n');
    const bucket = (le: string): number => valueOf(text, `throughline_request_duration_seconds_bucket{operation="item.list",le="${le}"}`);
    expect(['0.005', '0.025', '0.05', '10', '+Inf'].map(bucket)).toEqual([1, 1, 3, 3, 4]);
    expect(valueOf(text, 'throughline_request_duration_seconds_count{operation="item.list"}')).toBe(4);
    expect(valueOf(text, 'throughline_request_duration_seconds_sum{operation="item.list"}')).toBeCloseTo(20.064, 6);
  });

  it('are lines that a reader of the format accepts, whatever a version is called', () => {
    const text = createMetrics().text('1 "odd"\n\\', []);
    expect(text.endsWith('\n')).toBe(true);
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+\{(?:[a-z]+="(?:[^"\\]|\\.)*",?)*\} [\d.]+)$/);
  });
});
