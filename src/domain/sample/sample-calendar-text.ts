// The sample's calendar as the text of an .ics file, so that it is read by the very reader that reads everybody's.
import { addDays, type Day } from '../kernel/instant.ts';
import { SAMPLE_PM, type SampleMeeting } from './sample-meeting.ts';

const compact = (day: Day): string => day.replaceAll('-', '');
const clockText = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

function attendee(address: string, answer: string): string {
  return `ATTENDEE;CN=${address.split('@')[0]!.replaceAll('.', ' ')};PARTSTAT=${answer.toUpperCase()}:mailto:${address}`;
}

function eventLines(meeting: SampleMeeting): string[] {
  const { uid, title, day, at, minutes, rule, until, organiser, answer = 'accepted', secret, away, invited } = meeting;
  const times = at === undefined
    ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, minutes))}`]
    : [`DTSTART:${compact(day)}T${clockText(at)}`, `DURATION:PT${minutes}M`];
  const people = meeting.with.length === 0 ? [] : [
    `ORGANIZER:mailto:${organiser ?? SAMPLE_PM}`, attendee(SAMPLE_PM, organiser === undefined ? 'accepted' : answer), ...meeting.with.map((address) => attendee(address, 'accepted')),
  ];
  return [
    'BEGIN:VEVENT', `UID:${uid}@sample-parcel.example`, `SUMMARY:${escaped(title)}`, ...times, ...(rule === undefined ? [] : [`RRULE:${rule}${until === undefined ? '' : `;UNTIL=${compact(until)}T235959`}`]),
    ...people, `CREATED:${compact(invited ?? addDays(day, -9))}T080000Z`, ...(secret === undefined ? [] : ['CLASS:PRIVATE']), ...(away === undefined ? [] : ['X-MICROSOFT-CDO-BUSYSTATUS:OOF']), 'END:VEVENT',
  ];
}

/** One calendar with all the meetings. Example: a stand-up of 15 minutes gives a VEVENT with `DURATION:PT15M`. */
export function sampleCalendarText(meetings: readonly SampleMeeting[]): string {
  return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sample Parcel//Sample calendar//EN', 'X-WR-CALNAME:Returns PM', ...meetings.flatMap(eventLines), 'END:VCALENDAR'].join('\r\n')}\r\n`;
}
