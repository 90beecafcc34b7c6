// What can be asked of a stateless readout: three cases of one question. No behaviour.
import type { Day } from '../domain/kernel/instant.ts';
import type { DateOrder } from '../connectors/metric/date-column.ts';
import type { DecimalSign } from '../connectors/metric/number-column.ts';
import type { OutcomeKind } from '../connectors/metric/arm-sums.ts';
import type { Combine } from '../domain/metric/combine.ts';
import type { Grain } from '../domain/metric/grain.ts';
import type { Direction, Scale } from '../domain/outcome/estimate.ts';

interface Asked {
  readonly direction?: Direction | undefined;
  /** The smallest effect that matters, above 0, in the good direction: a fraction when relative. Without it nothing is won or lost but harm. */
  readonly minEffect?: { readonly scale: Scale; readonly value: number } | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: DecimalSign | undefined;
  readonly timeZone?: string | undefined;
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface BeforeAfterQuestion extends Asked {
  readonly case: 'before-after';
  readonly ship: Day;
  /** First day on which everybody had it; the ship day when absent. */
  readonly rollout?: Day | undefined;
  /** Days after the full rollout, inclusive, 1 being its own. 1 to 90 when absent. */
  readonly window?: { readonly from: number; readonly to: number } | undefined;
  readonly date?: string | undefined;
  readonly value?: string | undefined;
  readonly denominator?: string | undefined;
  readonly controls?: readonly string[] | undefined;
  readonly otherShips?: readonly Day[] | undefined;
  /** Path of a list of days, or days with names. */
  readonly holidays?: string | undefined;
  readonly grain?: Grain | undefined;
  readonly combine?: Combine | undefined;
  readonly kind?: 'count' | 'amount' | undefined;
  /** Day of the first row, for values without dates. */
  readonly start?: Day | undefined;
}

export interface ExperimentQuestion extends Asked {
  readonly case: 'experiment';
  readonly arm: string;
  readonly control: string;
  readonly treatment?: string | undefined;
  readonly outcome: string;
  readonly kind?: OutcomeKind | undefined;
  readonly pre?: string | undefined;
  readonly denominator?: string | undefined;
  readonly date?: string | undefined;
  /** Units of all arms together at which the test was to end. */
  readonly plannedUnits?: number | undefined;
  /** This is the end that was declared beforehand. */
  readonly declaredEnd?: boolean | undefined;
  /** Planned shares by arm, in any unit; equal when absent. */
  readonly split?: Readonly<Record<string, number>> | undefined;
}

export interface PanelQuestion extends Asked {
  readonly case: 'panel';
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly treatedFrom: string;
}

export type ReadoutQuestion = BeforeAfterQuestion | ExperimentQuestion | PanelQuestion;
