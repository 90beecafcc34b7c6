// What was there and was not read, collected with its place; bounded, so that a broken file of a million lines fits on a screen.
import type { CalendarUnread, CalendarUnreadCode } from '../../domain/attention/calendar-event.ts';

const MOST = 1_000;
const LONGEST = 160;

export class UnreadList {
  readonly #entries: CalendarUnread[] = [];
  #left = 0;

  add(where: string, code: CalendarUnreadCode, detail: string): void {
    if (this.#entries.length >= MOST) this.#left++;
    else this.#entries.push({ where, code, detail: detail.length > LONGEST ? `${detail.slice(0, LONGEST)}…` : detail });
  }

  /** In the order of places, whatever order the sources came in. */
  list(): CalendarUnread[] {
    const places = new Intl.Collator('en', { numeric: true });
    const entries = this.#entries.toSorted((a, b) => places.compare(a.where, b.where) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    if (this.#left > 0) entries.push({ where: 'all files', code: 'more', detail: `${this.#left} more places were not read.` });
    return entries;
  }
}
