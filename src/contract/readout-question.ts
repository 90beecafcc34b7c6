// What can be asked of a stateless readout: three cases of one question. Days are YYYY-MM-DD, columns go by their names in the file.
import * as z from 'zod';
import { day, words } from './shapes.ts';

const column = words(300);
const asked = {
  direction: z.enum(['up', 'down']).optional().describe('Which way is good; up when left out'),
  minEffect: z.object({ scale: z.enum(['relative', 'absolute']), value: z.number().positive() }).optional()
    .describe('The smallest effect that matters, in the good direction; a fraction when relative. Without it nothing is won or lost, except harm'),
  alpha: z.number().min(0.001).max(0.49).optional().describe('Chance of a false verdict, two-sided; 0.05 when left out'),
  dateOrder: z.enum(['day-first', 'month-first']).optional().describe('How 3/4/2026 is meant'),
  decimal: z.enum(['point', 'comma']).optional(),
  timeZone: z.string().max(60).optional().describe('IANA zone whose days count'),
  sheet: z.string().max(200).optional().describe('Of an XLSX file'),
};

export const beforeAfterQuestion = z.object({
  case: z.literal('before-after'), ...asked,
  ship: day, rollout: day.optional().describe('First day on which everybody had it; the ship day when left out'),
  window: z.object({ from: z.number().int().min(1), to: z.number().int().min(1).max(3650) }).optional().describe('Days after the full rollout, inclusive, 1 being its own; 1 to 90 when left out'),
  date: column.optional(), value: column.optional(), denominator: column.optional().describe('What each value is out of'),
  controls: z.array(column).max(5).optional().describe('Columns of series that the ship cannot have moved'), otherShips: z.array(day).max(500).optional(),
  grain: z.enum(['day', 'week']).optional(), combine: z.enum(['sum', 'mean']).optional().describe('How several values of one day become one'),
  kind: z.enum(['count', 'amount']).optional(), start: day.optional().describe('Day of the first row, for values without dates'),
});

export const experimentQuestion = z.object({
  case: z.literal('experiment'), ...asked,
  arm: column, control: z.string().max(300), treatment: z.string().max(300).optional(), outcome: column,
  kind: z.enum(['proportion', 'mean', 'ratio', 'revenue']).optional().describe('proportion when every outcome is 0 or 1, else mean'),
  pre: column.optional().describe('The same measure before the test'), denominator: column.optional(), date: column.optional().describe('Day on which a unit entered the test'),
  plannedUnits: z.number().int().min(2).optional().describe('Units of all arms together at which the test was to end'),
  declaredEnd: z.boolean().optional().describe('This is the end that was declared before the test began'),
  split: z.record(z.string(), z.number().positive()).optional().describe('Planned share of each arm; equal when left out'),
  unit: column.optional().describe('Who each row is of; needed with week'),
  week: column.optional().describe('Week since the unit first had it, from 1: one row a unit and week. Says whether the effect lasts. date is then the day a unit first had it'),
});

export const panelQuestion = z.object({
  case: z.literal('panel'), ...asked,
  unit: column, period: column, value: column, treatedFrom: column.describe('First period with the change; empty, 0 or never for units without it'),
});

export type BeforeAfterQuestion = z.output<typeof beforeAfterQuestion>;
export type ExperimentQuestion = z.output<typeof experimentQuestion>;
export type PanelQuestion = z.output<typeof panelQuestion>;
export type ReadoutQuestion = BeforeAfterQuestion | ExperimentQuestion | PanelQuestion;
