// Working hours a weekday at a time, as seven short texts, and back to the one line they are kept as. The reading is the domain's own rule.
import { workingHours } from '../../../../domain/attention/working-hours.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const SHORT = WEEKDAYS.map((day) => day.slice(0, 3));

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Example: `Mon-Thu 9-17; Fri 9-13` is `['09:00-17:00', …, '09:00-13:00', '', '']`. Seven empty texts when it cannot be read. */
export function hoursByDay(text: string): string[] {
  return (workingHours(text) ?? WEEKDAYS.map(() => [])).map((day) => day.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', '));
}

/** Days with equal hours stand together: `Mon-Thu 09:00-17:00; Fri 09:00-13:00`. Days without hours are left out. */
export function hoursText(days: readonly string[]): string {
  const parts: { from: number; to: number; hours: string }[] = [];
  days.forEach((text, day) => {
    const hours = text.split(',').map((stretch) => stretch.trim()).filter((stretch) => stretch !== '').join(', ');
    const last = parts.at(-1);
    if (hours === '') return;
    if (last?.hours === hours && last.to === day - 1) last.to = day;
    else parts.push({ from: day, to: day, hours });
  });
  return parts.map(({ from, to, hours }) => `${SHORT[from]}${to > from ? `-${SHORT[to]}` : ''} ${hours}`).join('; ');
}

/** What is wrong with one day's text, in words; undefined when it can be read or is empty. */
export function dayError(text: string): string | undefined {
  if (text.trim() === '' || workingHours(`Mon ${text}`) !== undefined) return undefined;
  return 'Written like 09:00-17:30, or 09:00-12:30, 13:30-17:00.';
}

/** Minutes of the whole week; undefined when a day cannot be read. */
export function weekMinutes(days: readonly string[]): number | undefined {
  const text = hoursText(days);
  if (text === '') return 0;
  return workingHours(text)?.flat().reduce((sum, { from, to }) => sum + to - from, 0);
}
