// The document that a stateless readout answers with: `throughline.readout/1`. Its JSON Schema is published in docs/schemas.
// A relative effect is a fraction: 0.165 is +16.5%. Every number is finite; what is not known is null.
import * as z from 'zod';

const count = z.number().int().min(0);
const dayText = z.string().describe('YYYY-MM-DD');
const place = z.union([z.string(), z.number()]);
const bound = z.number().nullable();

const effect = z.object({ value: z.number(), low: bound.describe('Null when unbounded'), high: bound }).nullable().describe('Null when it was refused or cannot be said on this scale');

const measure = z.object({ as: z.enum(['share', 'number']).describe('share: values are fractions'), unit: z.string().describe('Such as €; empty when there is none') });

const beforeAfterPicture = z.object({
  case: z.literal('before-after'), measure, grain: z.enum(['day', 'week']), ship: dayText, rollout: dayText.optional().describe('First day on which everybody had it'),
  window: z.object({ from: dayText, to: dayText }), otherShips: z.array(dayText),
  points: z.array(z.object({ day: dayText, side: z.enum(['before', 'rollout', 'window']), actual: bound, expected: bound, low: bound, high: bound })).describe('Without expected values where it was refused'),
  toDate: z.array(z.object({ day: dayText, relative: z.tuple([bound, bound, bound]), absolute: z.tuple([z.number(), z.number(), z.number()]) })).describe('The mean effect from the window’s first day to this one: value, low, high'),
});
const experimentPicture = z.object({
  case: z.literal('experiment'), measure, kind: z.enum(['proportion', 'mean', 'ratio', 'revenue']),
  arms: z.array(z.object({ name: z.string(), control: z.boolean(), units: count, value: z.number(), low: bound, high: bound })),
});
const panelPicture = z.object({
  case: z.literal('panel'), measure,
  byEventTime: z.array(z.object({ event: z.number().int().describe('Periods since the first treated one; negative is before'), effect: z.number(), low: bound, high: bound })),
  path: z.object({ periods: z.array(place), actual: z.array(z.number()), synthetic: z.array(z.number()), before: count }).optional().describe('The treated units’ mean beside their synthetic one'),
});

const lasting = z.object({
  flag: z.enum(['novelty', 'learning', 'steady', 'too-few-weeks']).describe('novelty: it wears off; learning: it grows; by more than chance'),
  weeks: z.array(z.object({ week: count.describe('Since a unit first had it, from 1'), value: z.number(), low: bound, high: bound })).describe('The effect of each week, on the scale in `asked`'),
  slope: z.object({ value: z.number(), low: bound, high: bound }).nullable().describe('Change per week'),
  longRun: z.object({ value: z.number(), low: bound, high: bound }).nullable().describe('What is left in the long run, where it goes on so'), tauWeeks: bound.describe('Weeks in which what is not left shrinks to 37%'),
  verdictFrom: count.describe('First week that the verdict is taken on'),
});

export const readoutReport = z.object({
  schema: z.literal('throughline.readout/1'),
  case: z.enum(['before-after', 'experiment', 'panel']),
  method: z.string().describe('Such as before-after, welch-t or callaway-santanna'),
  grade: z.enum(['A', 'B', 'C', 'D']).describe('A randomised; B staggered or synthetic control; C before and after with controls; D before and after alone'),
  verdict: z.object({
    status: z.enum(['won', 'lost', 'inconclusive', 'refused', 'too-early']),
    sub: z.enum(['met', 'harmful', 'real-but-below-bar', 'no-sign-of-it', 'positive-size-unknown', 'direction-unknown']).nullable(),
    reason: z.string().nullable().describe('A stable code; present when refused or too early'),
  }),
  effect: z.object({ absolute: effect, relative: effect, level: z.number().describe('Confidence of the intervals, 0 to 1') }).describe('In the metric’s own sign, whichever way is good'),
  minEffect: z.number().nullable().describe('The smallest effect that matters, in the good direction, on the scale in `asked`; null when none was named'),
  pAtLeastMin: z.number().min(0).max(1).nullable().describe('Chance that the effect is at least minEffect'),
  checks: z.array(z.object({ id: z.string(), ok: z.boolean(), value: bound, limit: bound, refuses: z.boolean().describe('Whether failing forbids a verdict') })),
  placebo: z.object({ origins: count.describe('Past dates with no ship on which the method was tried'), kappa2: z.number().describe('Mean squared error there, in units of the stated variance'), meanZ: z.number(), effectiveN: z.number().describe('Windows that do not overlap') }).nullable(),
  detectable80: z.object({ relative: bound.describe('The smallest effect seen four times in five'), absolute: bound }).nullable(),
  data: z.object({
    points: count.describe('Days or weeks with a value, before and after'), missing: count.describe('Days or weeks without one'), units: count.describe('Units of a test or a panel'),
    perArm: z.record(z.string(), count).describe('Units of each arm of a test'),
    first: place.nullable(), last: place.nullable(), grain: z.enum(['day', 'week']).nullable(), unread: count.describe('Rows and cells that were left out; `unread` lists at most a thousand'),
  }),
  unread: z.array(z.object({ where: z.string(), code: z.string(), detail: z.string().describe('What stood there'), says: z.string().describe('Why it was left out') })),
  lasting: lasting.optional().describe('Whether the effect lasts; of a test that was read by weeks and may show its effect'),
  sentences: z.array(z.string()).describe('What there is to say, the verdict first'),
  asked: z.object({
    direction: z.enum(['up', 'down']), scale: z.enum(['relative', 'absolute']).describe('Of minEffect'), ship: dayText.optional(), rollout: dayText.optional(),
    window: z.object({ from: count, to: count }).optional().describe('Steps after the full rollout, inclusive; 1 is the first'), otherShips: z.array(dayText).optional(), plannedUnits: count.optional(), declaredEnd: z.boolean().optional(), columns: z.record(z.string(), z.string()).describe('Which column served as what, named or guessed'),
  }),
  source: z.object({ files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: count })), said: z.array(z.string()).describe('How the file was read, and what was guessed') }),
  picture: z.discriminatedUnion('case', [beforeAfterPicture, experimentPicture, panelPicture]).nullable().describe('The numbers of the drawing; null where there is none'),
});

export type ReadoutReport = z.output<typeof readoutReport>;
