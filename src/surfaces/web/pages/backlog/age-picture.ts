// The Backlog's picture as data: open items by days untouched, over how often past items of that age were finished. Knows no drawing.
import type { UnitChartData, UnitColumn, UnitForm } from '../../charts/UnitChart.tsx';
import { count, percent } from '../../data/words.ts';
import type { AuditTold } from './backlog-words.ts';

/** An item counts as aged out when the whole interval lies under this share. */
export const AGED_OUT_LINE = 0.1;

type Bucket = AuditTold['buckets'][number];

function labelOf({ from, to }: Bucket): { readonly label: string; readonly short: string } {
  if (to === undefined) return { label: `${from} and over`, short: `${from}+` };
  return from === 0 ? { label: `under ${to}`, short: `<${to}` } : { label: `${from} to ${to}`, short: `${from}+` };
}

export function agePicture(audit: Pick<AuditTold, 'buckets' | 'survival'>): UnitChartData {
  return {
    line: AGED_OUT_LINE,
    upper: { words: ['Open items,', 'by days since a', 'human touch'] },
    lower: { words: ['Finished', 'within the', 'next year'], more: ['of past items', 'at that age'], short: 'Finished in the next year, past items at that age' },
    columns: audit.buckets.map((bucket): UnitColumn => {
      const row = audit.survival.find((one) => one.pool === 'all' && one.untouchedDays === bucket.from && one.atRisk > 0);
      return {
        id: String(bucket.from), ...labelOf(bucket),
        counts: { solid: bucket.goal, tone: bucket.lightsOn, open: bucket.none, bad: bucket.agedOut },
        estimate: row && { share: row.doneWithin365, low: row.low, high: row.high, flagged: row.flags },
      };
    }),
  };
}

/** The picture's finding. It speaks of falling only when the estimates really fall from the first to the last. */
export function pictureTitle(data: UnitChartData): string {
  const shares = data.columns.flatMap(({ estimate }) => (estimate === undefined ? [] : [estimate.share]));
  const [first, last] = [shares[0], shares.at(-1)];
  if (first === undefined || last === undefined) return 'How long open items have waited';
  const falls = shares.length > 2 && last < first / 2 && shares.every((share, at) => at === 0 || share <= (shares[at - 1] ?? 1) * 1.1);
  return falls ? 'The longer an item waits here, the less often it is ever finished' : 'How long open items have waited, and how often items that old were finished here';
}

const NAMES: Readonly<Record<UnitForm, string>> = { solid: 'leads to the goal', tone: 'keeps the lights on', open: 'no path yet', bad: 'aged out' };

/** The forms that occur, in order; without a goal an open square is just an open item. */
export function formsOf(data: UnitChartData, goalSet: boolean): { readonly form: UnitForm; readonly name: string }[] {
  return (['solid', 'tone', 'open', 'bad'] as const)
    .filter((form) => form === 'open' || data.columns.some(({ counts }) => (counts[form] ?? 0) > 0))
    .map((form) => ({ form, name: form === 'open' && !goalSet ? 'open' : NAMES[form] }));
}

/** `4.7% (2.6 to 7.2)`, or that there is none. */
export function estimateWords({ estimate }: Pick<UnitColumn, 'estimate'>): string {
  if (estimate === undefined) return 'no estimate';
  return `${percent(estimate.share)} (${percent(estimate.low).slice(0, -1)} to ${percent(estimate.high).slice(0, -1)})`;
}

/** One sentence for who cannot see the picture. */
export function pictureSummary(data: UnitChartData): string {
  const total = data.columns.reduce((sum, { counts }) => sum + Object.values(counts).reduce((part, many) => part + many, 0), 0);
  const oldest = data.columns.findLast(({ estimate }) => estimate !== undefined);
  const tail = oldest === undefined ? 'There is no estimate of how often items that old were finished.' : `Of past items untouched for ${oldest.id} days or more, ${estimateWords(oldest)} were finished within the following year.`;
  return `${count(total)} open items by days untouched. ${tail}`;
}
