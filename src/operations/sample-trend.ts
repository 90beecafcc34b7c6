// The sample's trend: what the share of explained items would have been on past Fridays, judged by the same rule over the items open then.
import { startLineage } from '../domain/backlog/lineage.ts';
import { addDays, startOfDay, type Day } from '../domain/kernel/instant.ts';
import type { SampleWorkspace } from '../domain/sample/sample-workspace.ts';

const WEEKS = 26;

export interface TrendPoint {
  readonly day: Day;
  readonly open: number;
  readonly linked: number;
  readonly lightsOn: number;
  readonly unexplained: number;
}

/** One point a week before `today`, oldest first, with today's links and rules held still. */
export function sampleTrend(sample: SampleWorkspace, today: Day): TrendPoint[] {
  const points: TrendPoint[] = [];
  for (let week = WEEKS; week >= 1; week--) {
    const day = addDays(today, -7 * week);
    const end = startOfDay(day)!;
    const lineage = startLineage({
      graph: {
        goal: { id: 'goal', statement: '' }, problems: sample.problems.map((problem, index) => ({ id: `p${index}`, title: problem.title, goal: 'goal' })),
        bets: sample.bets.map((bet, index) => ({ id: `b${index}`, claim: bet.claim, goal: 'goal' })),
      },
      rules: sample.rules.map((rule, index) => ({
        id: `${index}`, field: rule.field, value: rule.value,
        target: rule.target === 'lights_on' ? { kind: 'lights_on' as const } : 'bet' in rule.target ? { kind: 'bet' as const, id: `b${rule.target.bet}` } : { kind: 'problem' as const, id: `p${rule.target.problem}` },
      })),
      targets: [], allowance: 1,
    });
    for (const item of sample.items) {
      if (item.created! < end) lineage.add(item.resolved !== undefined && item.resolved < end ? item : { ...item, statusClass: 'open' });
    }
    const { counts } = lineage.finish();
    points.push({ day, open: counts.open, linked: counts.linked, lightsOn: counts.lightsOn, unexplained: counts.unexplained });
  }
  return points;
}
