// Names of zones that mean the same in every calendar: those of the platform, those of Windows, and the many for UTC. Knows no calendar.
import { findIana } from 'windows-iana';
import { ianaZone } from './iana-zone.ts';
import { UTC, type Zone } from './offset-table.ts';

const UTC_NAMES = new Set(['UTC', 'Z', 'GMT', 'ETC/UTC', 'ETC/GMT', 'ZULU', 'UCT', 'COORDINATED UNIVERSAL TIME', 'TZONE://MICROSOFT/UTC']);

/** Without what programs write around a name: quotes, and a slash before a path of two parts. */
export const plainName = (name: string): string => name.trim().replace(/^["']+|["']+$/g, '').replace(/^\/(?=[^/]+\/[^/]+$)/, '');

/** The zone a name means in every calendar, whatever that describes itself; undefined where it takes the calendar to tell. */
export function commonZone(name: string): Zone | undefined {
  const plain = plainName(name);
  if (UTC_NAMES.has(plain.toUpperCase())) return UTC;
  const platform = plain.includes('/') && !/^etc\//i.test(plain) ? ianaZone(plain) : undefined;
  if (platform) return platform;
  const [iana] = findIana(plain);
  return iana === undefined ? undefined : ianaZone(iana);
}
