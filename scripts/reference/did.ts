// Runs a reference case about staggered adoption or a two-by-two table of cells through the engine's panel methods.
import { byCohort, byEventTime, byPeriod, simpleAggregate, type Aggregate, type Aggregates } from '../../src/domain/outcome/panel/aggregate.ts';
import { groupTimeEffects } from '../../src/domain/outcome/panel/group-time.ts';
import { cohortsOf, panelOf, type Panel } from '../../src/domain/outcome/panel/panel.ts';
import { permute } from '../../src/domain/outcome/panel/permutation.ts';
import { waldPreTrend } from '../../src/domain/outcome/panel/pre-trend.ts';
import { differenceOfCells, type Cells } from '../../src/domain/outcome/panel/two-by-two.ts';

interface UnitRow {
  readonly unit: number | string;
  readonly group: number | null;
  readonly y: (number | null)[];
  readonly weight?: number;
}

/** Units come as rows, or as names beside a matrix and each unit's first treated period; 0 and null are never. */
interface StaggeredInput {
  readonly years?: number[];
  readonly periods?: number[];
  readonly units: readonly (UnitRow | number | string)[];
  readonly y?: (number | null)[][];
  readonly groups?: (number | null)[];
  readonly control?: string;
  readonly basePeriod?: string;
}

/** Panels below this are read by permutation. */
const FEW_UNITS = 20;

export function runCase(input: Record<string, unknown>, see: (id: string) => Record<string, unknown>): unknown {
  const seen = typeof input['see'] === 'string' ? { ...see(input['see']), ...input } : input;
  if (seen['cells'] !== undefined) {
    const { effect, standardError } = differenceOfCells(seen['cells'] as Cells);
    return { did: effect, seIndependentCells: standardError };
  }
  return staggered(seen as unknown as StaggeredInput);
}

function staggered(input: StaggeredInput): unknown {
  const rows = input.units.map((unit, i) => (typeof unit === 'object' ? unit : { unit, group: input.groups?.[i] ?? null, y: input.y?.[i] ?? [] }));
  const ruling = panelOf({
    periods: input.years ?? input.periods ?? rows[0]!.y.map((_, t) => t + 1),
    units: rows.map(({ unit, group, y, ...row }: UnitRow) => ({ name: String(unit), treatedFrom: group !== null && group > 0 ? group : null, values: y, weight: row.weight })),
  });
  if (!ruling.ok) throw new Error(ruling.refusal.code);
  const panel = ruling.value;
  const controls = /not/i.test(input.control ?? '') ? 'not-yet' : 'never';
  const base = /univ/i.test(input.basePeriod ?? '') ? 'universal' : 'varying';
  const effects = groupTimeEffects(panel, controls, base);
  const name = (group: number, time: number): string => `${panel.periods[group]},${panel.periods[time]}`;
  const wald = waldPreTrend(effects);
  const permutation = panel.names.length < FEW_UNITS ? permute(effects, controls, 0.05, 1) : undefined;
  const event = byEventTime(effects);
  const cohort = byCohort(effects);
  const period = byPeriod(effects);
  return {
    att: Object.fromEntries([
      // With a universal base the last period before treatment is 0 by definition.
      ...(base === 'universal' ? cohortsOf(panel.start).map((group) => [name(group, group - 1), 0]) : []),
      ...effects.cells.map((cell) => [name(cell.group, cell.time), cell.effect]),
    ]),
    seAnalytic: Object.fromEntries(effects.cells.map((cell) => [name(cell.group, cell.time), cell.standardError])),
    simple: pair(simpleAggregate(effects)),
    dynamic: pairs(event, String),
    dynamicOverall: pair(event.overall),
    group: pairs(cohort, (at) => label(panel, at)),
    groupOverall: pair(cohort.overall),
    calendar: pairs(period, (at) => label(panel, at)),
    calendarOverall: pair(period.overall),
    pretestW: wald?.statistic,
    pretestP: wald?.p,
    ...permutation,
    permutation,
    permutationP: permutation?.p,
  };
}

function label(panel: Panel, at: number): string {
  return String(panel.periods[at]);
}

function pair(aggregate: Aggregate | undefined): number[] | undefined {
  return aggregate && [aggregate.effect, aggregate.standardError];
}

function pairs({ parts }: Aggregates, nameOf: (at: number) => string): Record<string, number[]> {
  return Object.fromEntries(parts.map((part) => [nameOf(part.at), [part.effect, part.standardError]]));
}
