// When an event is, in the zone the ledger is kept in. Pure.

/** `Tue 17 Nov, 10:00 to 10:45`; without an end, its beginning. */
export function momentWords(start: string, end: string | undefined, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const [from, to] = [new Date(start), end === undefined ? undefined : new Date(end)];
  const begins = `${day.format(from).replace(',', '')}, ${clock.format(from)}`;
  if (to === undefined) return begins;
  return day.format(from) === day.format(to) ? `${begins} to ${clock.format(to)}` : `${begins} to ${day.format(to).replace(',', '')}, ${clock.format(to)}`;
}
