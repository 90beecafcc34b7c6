// How far a zone's clocks are ahead of UTC at a local time. Knows no date formats.

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const HOUR = 3_600_000;

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Minutes to add to UTC at the instant `utc` to get what `zone`'s clocks show, cached by quarter hour. */
export function offsetAt(utc: number, zone: string): number {
  const quarter = Math.floor(utc / (HOUR / 4));
  const name = `${zone} ${quarter}`;
  const known = offsets.get(name);
  if (known !== undefined) return known;
  const start = quarter * (HOUR / 4);
  const part: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(start)) part[type] = Number(value);
  const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']);
  const minutes = Math.round((local - start) / 60_000);
  if (offsets.size > 200_000) offsets.clear();
  offsets.set(name, minutes);
  return minutes;
}

/**
 * Minutes that `zone` is ahead of UTC when its clocks show `local` (milliseconds as if the clock were UTC).
 * A time that happens twice is the first of the two; one that is skipped is read with the offset before the change.
 * Throws RangeError on a zone the platform does not know. Example: 9 July 2024 12:00 in `Europe/Helsinki` is 180.
 */
export function offsetMinutes(local: number, zone: string | undefined): number {
  if (zone === undefined || zone === 'UTC') return 0;
  const before = offsetAt(local - 24 * HOUR, zone);
  const after = offsetAt(local + 24 * HOUR, zone);
  if (before === after) return before;
  const larger = Math.max(before, after), smaller = Math.min(before, after);
  if (offsetAt(local - larger * 60_000, zone) === larger) return larger;
  return offsetAt(local - smaller * 60_000, zone) === smaller ? smaller : before;
}
