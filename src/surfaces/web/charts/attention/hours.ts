// How pictures and rows of attention write minutes: as hours, one decimal, never finer than a calendar is. Knows no screen.

/** Minutes as hours with one decimal: `708` is `11.8`, `0` is `0.0`. */
export function hoursText(minutes: number): string {
  return (Math.round(minutes / 6) / 10).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** The same without a decimal that says nothing, for lines somebody drew: `600` is `10`, `90` is `1.5`. */
export function hoursShort(minutes: number): string {
  return (Math.round(minutes / 6) / 10).toLocaleString('en', { maximumFractionDigits: 1 });
}

/** With its unit: `60` is `1 hour`, `708` is `11.8 hours`, `25` is `25 minutes`. */
export function hoursSaid(minutes: number): string {
  if (minutes > 0 && minutes < 57) return `${Math.round(minutes)} minute${Math.round(minutes) === 1 ? '' : 's'}`;
  const words = hoursShort(minutes);
  return `${words} hour${words === '1' ? '' : 's'}`;
}
