// An expansion as lines for a person: when, how long, what; then what was not read. Times are shown in the zone that was asked for.
import type { CalendarExpansion } from '../../../contract/calendar.ts';
import { tame, type Style } from '../style.ts';
import { table } from '../table.ts';

const MOST_ROWS = 500;

function clockIn(timeZone: string): (time: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  return (time) => format.format(new Date(time)).replace(',', '');
}

function minutes({ start, end }: { readonly start: string; readonly end: string }): string {
  return `${Math.round((Date.parse(end) - Date.parse(start)) / 60_000)} min`;
}

/** The whole text with its last newline. */
export function terminalCalendar(expansion: CalendarExpansion, { columns, style }: { readonly columns: number; readonly style: Style }): string {
  const { instances, unread } = expansion;
  const clock = clockIn(expansion.timeZone);
  const rows = instances.slice(0, MOST_ROWS).map((each) => [
    each.allDay ? each.allDay.first : clock(each.start), each.allDay ? (each.allDay.first === each.allDay.last ? 'all day' : `to ${each.allDay.last}`) : minutes(each),
    each.status === 'confirmed' ? each.summary : `${each.summary} (${each.status})`,
  ]);
  const lines = instances.length === 0 ? ['Nothing lies in this window.'] : table([{ heading: 'when', whole: true }, { heading: 'length', whole: true }, { heading: 'what' }], rows, columns, style);
  if (instances.length > MOST_ROWS) lines.push(`and ${instances.length - MOST_ROWS} more; --json has them all.`);
  lines.push('', `${instances.length} ${instances.length === 1 ? 'instance' : 'instances'}, times in ${expansion.timeZone}.`);
  if (unread.length > 0) lines.push('', 'Not read, or not read as written:', ...unread.slice(0, 50).map(({ where, detail }) => tame(`  ${where}: ${detail}`)));
  if (unread.length > 50) lines.push(`  and ${unread.length - 50} more; --json has them all.`);
  return `${lines.join('\n')}\n`;
}
