// How a report writes numbers, days and chances. Text only; no locale of the machine.

export function whole(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** `1 item`, `12 items`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : more}`;
}

/** `4.7` for 0.047; one decimal under ten per cent, none above. Without the sign. */
export function percentNumber(share: number): string {
  return (share * 100).toLocaleString('en', { maximumFractionDigits: share < 0.0995 ? 1 : 0 });
}

/** `4.7% (2.6 to 7.2)`. */
export function estimateText({ doneWithin365, low, high }: { readonly doneWithin365: number; readonly low: number; readonly high: number }): string {
  return `${percentNumber(doneWithin365)}% (${percentNumber(low)} to ${percentNumber(high)})`;
}

const STEPS: readonly (readonly [number, string])[] = [
  [10, 'ten'], [12, 'twelve'], [15, 'fifteen'], [20, 'twenty'], [25, 'twenty-five'], [30, 'thirty'], [40, 'forty'], [50, 'fifty'], [70, 'seventy'], [100, 'a hundred'],
];

/** A chance of at most one in ten in words, to the nearest step. Example: 0.047 is `about one time in twenty`. */
export function timesIn(share: number): string {
  if (share <= 0.005) return 'less than one time in a hundred';
  const every = 1 / share;
  const nearest = STEPS.reduce((best, step) => (Math.abs(Math.log(step[0] / every)) < Math.abs(Math.log(best[0] / every)) ? step : best));
  return `about one time in ${nearest[1]}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2015-05-17` as `17 May 2015`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `2015-05-17` as `May 2015`. */
export function monthWords(day: string): string {
  return dayWords(day).replace(/^\d+ /, '');
}

/** `under 30`, `30 to 60`, `540 and more`. `to` is exclusive. */
export function bucketWords({ from, to }: { readonly from: number; readonly to?: number | undefined }): string {
  if (from === 0 && to !== undefined) return `under ${to}`;
  return to === undefined ? `${from} and more` : `${from} to ${to}`;
}
