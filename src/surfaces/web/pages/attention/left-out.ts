// What of the calendars is in no total, in words. Pure.
import { hoursSaid } from '../../charts/attention/hours.ts';
import type { AttentionWeek } from './attention-words.ts';

const NAMES: readonly (readonly [keyof AttentionWeek['leftOut'], string, string])[] = [
  ['declined', 'declined', 'declined'], ['cancelled', 'cancelled', 'cancelled'], ['notHeld', 'not held', 'not held'], ['free', 'shown as free', 'shown as free'], ['allDay', 'all-day event', 'all-day events'],
  ['workingLocation', 'working location', 'working locations'], ['birthday', 'birthday', 'birthdays'], ['twice', 'there twice', 'there twice'], ['timeOff', 'day or part of a day off', 'days or parts of days off'], ['private', 'private', 'private'],
];

/** `2 declined, 1 all-day event, 3 private (3.5 hours, not looked at).` */
export function leftOutWords({ leftOut, privateMinutes }: Pick<AttentionWeek, 'leftOut' | 'privateMinutes'>): string {
  const said = NAMES.flatMap(([name, one, many]) => (leftOut[name] === 0 ? [] : [`${leftOut[name]} ${leftOut[name] === 1 ? one : many}${name === 'private' ? ` (${privateMinutes < 0.5 ? '' : `${hoursSaid(privateMinutes)}, `}not looked at)` : ''}`]));
  return said.length === 0 ? 'Nothing.' : `${said.join(', ')}.`;
}
