// Progress in words: counted so far, pace, time left. Pure; says "cannot tell" while there is too little to go by.

export interface ProgressState {
  readonly done: number;
  readonly total?: number | undefined;
  readonly elapsedMs: number;
  readonly unit: string;
}

const count = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });

/** Rounded as a person would say it. Example: `durationWords(95_000)` is `about 2 minutes`. */
export function durationWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 2) return 'a moment';
  if (seconds < 50) return `about ${seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5} seconds`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  return `about ${hours} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** `share` is 0-1, undefined while the total is unknown. The time left is said only after two seconds and one per cent. */
export function progressWords({ done, total, elapsedMs, unit }: ProgressState): { readonly counted: string; readonly pace: string; readonly share: number | undefined } {
  const share = total === undefined ? undefined : total === 0 ? 1 : Math.min(1, done / total);
  const counted = total === undefined ? `${count(done)} ${unit} so far` : `${count(Math.min(done, total))} of ${count(total)} ${unit}`;
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const paceKnown = elapsedMs >= 2_000 && rate > 0;
  if (share === 1) return { counted, pace: `Done in ${durationWords(elapsedMs).replace('about ', '')}`, share };
  if (!paceKnown) return { counted, pace: 'Cannot tell yet how long it takes', share };
  const pace = `${count(rate)} ${unit} a second`;
  if (total === undefined || share === undefined || share < 0.01) return { counted, pace, share };
  return { counted, pace: `${pace}, ${durationWords(((total - done) / rate) * 1000)} left`, share };
}
