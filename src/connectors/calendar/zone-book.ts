// Which clocks a zone's name in a calendar means: the platform's zone, Windows' name for one, the file's own description, or what the
// name itself tells. Each name of a calendar is settled once; a name that means nothing is said once.
import type { Budget } from '../../domain/attention/recurrence/rule.ts';
import { ianaZone } from './iana-zone.ts';
import { fixedZone, type Zone } from './offset-table.ts';
import { BadRule } from './rule-text.ts';
import type { RawCalendar, RawZone } from './raw-calendar.ts';
import type { UnreadList } from './unread.ts';
import { zoneOf } from './vtimezone.ts';
import { commonZone, plainName } from './zone-names.ts';

const NORTH_AMERICA: Readonly<Record<string, string>> = { eastern: 'America/New_York', central: 'America/Chicago', mountain: 'America/Denver', pacific: 'America/Los_Angeles' };

let cities: Map<string, string> | undefined;
/** Outlook's words for zones: `(UTC+01:00) Amsterdam, Berlin, Bern` names cities that have one, `Eastern Time (US & Canada)` a coast. */
function byDisplayName(name: string): Zone | undefined {
  if (!name.includes(',') && !name.startsWith('(') && !name.includes('(')) return undefined;
  const coast = /(Eastern|Central|Mountain|Pacific) Time \(US/i.exec(name)?.[1]?.toLowerCase();
  if (coast !== undefined) return ianaZone(NORTH_AMERICA[coast]!);
  cities ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ').toLowerCase(), zone]));
  for (const word of name.replace(/^\([^)]*\)/, '').split(/[,;]/)) {
    const zone = cities.get(word.trim().toLowerCase());
    if (zone) return ianaZone(zone);
  }
  return undefined;
}

/** `UTC+11`. A name such as `(GMT +01:00)` is left alone: it may or may not have summer time. */
function byOffset(name: string): Zone | undefined {
  const parts = /^(?:UTC|GMT)([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(name);
  if (!parts || Number(parts[2]) > 14) return undefined;
  const size = (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 60_000;
  return fixedZone(parts[1] === '-' ? -size : size);
}

export class ZoneBook {
  readonly #known = new Map<RawCalendar, Map<string, Zone>>();
  readonly #described = new Map<string, RawZone>();
  readonly #unread: UnreadList;
  readonly #budget: Budget;
  /** What times without a zone are read in. */
  readonly floating: Zone;

  constructor(calendars: readonly RawCalendar[], floating: Zone, unread: UnreadList, budget: Budget) {
    for (const calendar of calendars) for (const zone of calendar.zones) if (!this.#described.has(`${calendar.source} ${zone.id}`)) this.#described.set(`${calendar.source} ${zone.id}`, zone);
    this.floating = floating;
    this.#unread = unread;
    this.#budget = budget;
  }

  /** The zone of that name in a calendar; times of one that is not known are read as times without a zone, and that is said. */
  zone(name: string | undefined, calendar: RawCalendar): Zone {
    if (name === undefined || name === '') return this.floating;
    let known = this.#known.get(calendar);
    if (!known) this.#known.set(calendar, (known = new Map()));
    let zone = known.get(name);
    if (!zone) known.set(name, (zone = this.#settle(name, calendar)));
    return zone;
  }

  #settle(name: string, calendar: RawCalendar): Zone {
    const plain = plainName(name);
    const found = commonZone(name) ?? this.#own(name, calendar) ?? ianaZone(plain) ?? ianaZone(plain.replace('_', '/')) ?? byOffset(plain) ?? byDisplayName(plain);
    if (found) return found;
    this.#unread.add(calendar.source, 'zone_unknown', `“${plain}” is no time zone that is known here; its times are read as local times.`);
    return (calendar.timeZone === undefined ? undefined : ianaZone(calendar.timeZone)) ?? this.floating;
  }

  #own(name: string, calendar: RawCalendar): Zone | undefined {
    const raw = calendar.zones.find(({ id }) => id === name) ?? this.#described.get(`${calendar.source} ${name}`);
    if (!raw) return undefined;
    try {
      return zoneOf(raw, this.#budget);
    } catch (error) {
      if (!(error instanceof BadRule)) throw error;
      this.#unread.add(calendar.source, 'zone_unreadable', `The description of “${name}” has a rule that cannot be read: ${error.message}.`);
      return undefined;
    }
  }
}
