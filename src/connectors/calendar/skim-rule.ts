// Until when a rule repeats at most, where that can be told without walking it. Looks at no occurrence.
import type { RecurrenceRule } from '../../domain/attention/recurrence/rule.ts';
import { BadRule, ruleOf } from './rule-text.ts';
import { timeOf } from './time-value.ts';

const DAY = 86_400_000;
/** Rules that count further are walked: that is work the whole reading keeps a budget of. */
const MOST_COUNTED = 150;
const MOST_KNOWN = 1_000;

/** Behind another part and in capitals, as nearly all write it. */
const UNTIL = /;UNTIL=([^;]*)/;
const known = new Map<string, RecurrenceRule | null>();

/**
 * A local time after all occurrences of an event that starts at local `start`, a day to spare; Infinity when it has no end that can be told.
 * Undefined for a rule that is to be read with care: one that cannot be read, or one of hours and less. `FREQ=WEEKLY;COUNT=3` ends within four weeks.
 */
export function ruleEnds(text: string, start: number): number | undefined {
  const until = UNTIL.exec(text);
  const rule = plainRule(until === null ? text : text.replace(until[0], ''));
  if (rule === undefined) return undefined;
  if (until === null) return rule.count === undefined ? Infinity : start + counted(rule, rule.count);
  const last = timeOf(until[1]!, undefined);
  return last === undefined || rule.count !== undefined ? undefined : last.local + DAY;
}

/** Of a rule without its UNTIL: the thousand series of a calendar have few different ones. */
function plainRule(text: string): RecurrenceRule | undefined {
  let rule = known.get(text);
  if (rule === undefined) {
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, (rule = readableRule(text) ?? null));
  }
  return rule ?? undefined;
}

function readableRule(text: string): RecurrenceRule | undefined {
  try {
    const { rule, until } = ruleOf(text);
    const { frequency, hours, minutes, seconds } = rule;
    const short = frequency === 'hourly' || frequency === 'minutely' || frequency === 'secondly';
    return short || until !== undefined || hours.length + minutes.length + seconds.length > 0 ? undefined : rule;
  } catch (error) {
    if (error instanceof BadRule) return undefined;
    throw error;
  }
}

/** Every week of a weekly rule has an occurrence, but perhaps the first; so has every day of a daily rule that leaves none out. */
function counted({ frequency, interval, weekdays, monthDays, yearDays, weekNumbers, months, positions }: RecurrenceRule, count: number): number {
  const limits = monthDays.length + yearDays.length + weekNumbers.length + months.length + positions.length;
  if (limits > 0 || count > MOST_COUNTED || weekdays.some(({ nth }) => nth !== 0)) return Infinity;
  if (frequency === 'weekly') return (count + 1) * interval * 7 * DAY;
  return frequency === 'daily' && weekdays.length === 0 ? (count + 1) * interval * DAY : Infinity;
}
