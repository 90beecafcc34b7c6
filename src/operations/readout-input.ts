// The whole input of a bet's readout as plain data, so that it can be frozen, hashed and read again to the digit. Gathers; computes nothing.
import type { BetTerms, ReviewDay } from '../domain/bet/terms.ts';
import type { Day } from '../domain/kernel/instant.ts';
import { dayAt } from '../domain/metric/series.ts';
import type { Direction, Scale } from '../domain/outcome/estimate.ts';
import { findMetric, type MetricRow } from '../store/metric.ts';
import type { ShipRow } from '../store/ship.ts';
import type { Context } from './context.ts';
import { seriesOfMetric, type SeriesShown } from './metric-view.ts';
import { shipsOn } from './metric.ts';

export interface FrozenMetric {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
  readonly direction: Direction;
  readonly kind: MetricRow['kind'];
  readonly series: SeriesShown;
}

export interface FrozenGuardrail {
  readonly metric: FrozenMetric;
  readonly margin: number;
  readonly scale: Scale;
}

export interface FrozenFile {
  readonly name: string;
  /** The file's bytes, gzipped, in base64. */
  readonly gzip: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Everything a readout depends on besides the engine. */
export interface FrozenInput {
  readonly design: BetTerms['design'];
  readonly claim: { readonly direction: Direction; readonly scale: Scale; readonly minEffect: number; readonly alpha: number };
  readonly ship: Day;
  readonly rollout?: Day | undefined;
  /** Days after everybody had it, inclusive. */
  readonly window: { readonly from: number; readonly to: number };
  readonly metric?: FrozenMetric | undefined;
  readonly controls: readonly FrozenMetric[];
  readonly guardrails: readonly FrozenGuardrail[];
  readonly killBelow?: number | undefined;
  readonly otherShips: readonly { readonly on: Day; readonly title: string }[];
  readonly file?: FrozenFile | undefined;
}

type Gathering = Pick<Context, 'tx' | 'asker'>;

async function frozenMetric({ tx, asker }: Gathering, id: string, to: Day): Promise<FrozenMetric | undefined> {
  const row = await findMetric(tx, asker.workspaceId, id);
  const series = row && (await seriesOfMetric(tx, asker.workspaceId, row, to));
  return row && series && { id: row.id, name: row.name, unit: row.unit ?? undefined, direction: row.direction, kind: row.kind, series };
}

/** Gathers what a readout of a bet needs, up to the day `asOf`. The metric is absent when it has no values. */
export async function gatherInput(context: Gathering, terms: BetTerms, ship: ShipRow, review: ReviewDay, asOf: Day, file?: FrozenFile): Promise<FrozenInput> {
  const metric = terms.metric === undefined ? undefined : await frozenMetric(context, terms.metric, asOf);
  const present = async (ids: readonly string[]): Promise<FrozenMetric[]> => (await Promise.all(ids.map((id) => frozenMetric(context, id, asOf)))).filter((one) => one !== undefined);
  const guardrails: FrozenGuardrail[] = [];
  for (const { metric: id, margin, scale } of terms.guardrails) {
    const found = await frozenMetric(context, id, asOf);
    if (found) guardrails.push({ metric: found, margin, scale });
  }
  const others = terms.metric === undefined ? [] : (await shipsOn(context, terms.metric)).filter(({ id }) => id !== ship.id);
  return {
    design: terms.design, claim: { direction: terms.direction!, scale: terms.scale ?? 'relative', minEffect: terms.minEffect!, alpha: terms.alpha },
    ship: ship.shipped_on, ...(ship.rolled_out_on === null ? {} : { rollout: ship.rolled_out_on }), window: { from: 1, to: review }, metric, controls: await present(terms.controls), guardrails,
    killBelow: terms.killBelow, otherShips: others.map(({ shippedOn: on, bet, title }) => ({ on, title: bet === undefined ? title : `${bet} ${title}` })), file,
  };
}

/** The last day a metric is known for, or on which its last week ends. */
export function lastDay({ series }: Pick<FrozenMetric, 'series'>): Day {
  return dayAt(series, series.values.length - 1);
}
