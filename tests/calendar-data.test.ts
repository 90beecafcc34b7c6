import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { readCalendar } from '../src/connectors/calendar/read-calendar.ts';
import { expandCalendars } from '../src/operations/calendar-files.ts';

const folder = join(root, '../shared/data/calendars');

interface Expected {
  readonly window: readonly [string, string];
  readonly instances: readonly (readonly [uid: string, start: string, summary: string])[];
}
interface RuleCase {
  readonly rrule: string;
  readonly dtstart: string;
  readonly instances: readonly string[];
  readonly noInstance: boolean;
}

/** Cases whose published dates contradict RFC 5545, libical's tests, or themselves; docs/calendar.md says how. */
const AGAINST_THE_RULE = new Set([
  'FREQ=WEEKLY;BYWEEKNO=2,4,6', 'FREQ=YEARLY;BYMONTH=6,9;BYWEEKNO=23', 'FREQ=YEARLY;BYMONTH=6,9;BYWEEKNO=-28', 'FREQ=YEARLY;BYMONTHDAY=-27,-26,-25,-24,-23;BYWEEKNO=-28',
  'FREQ=YEARLY;BYMONTHDAY=4,5,6,7,8;BYWEEKNO=23', 'FREQ=YEARLY;BYMONTHDAY=4,5,6,7,8;BYWEEKNO=-28', 'FREQ=MONTHLY;BYSETPOS=-1;BYDAY=SU,MO,TU,WE,TH,FR,SA;INTERVAL=1;COUNT=4',
  'FREQ=MONTHLY;BYSETPOS=2;BYDAY=SU,MO,TU,WE,TH,FR,SA;INTERVAL=1;COUNT=4',
]);

const compact = (text: string): string => text.replace(/[-:]/g, '');
const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', '');
const brief = (text: string): string => text.slice(0, 60).trim().replace(/\s+/g, ' ');

function byRule(rule: string, start: string): string[] {
  const allDay = !start.includes('T');
  const text = `BEGIN:VEVENT\nUID:r\nDTSTART${allDay ? ';VALUE=DATE' : ''}:${compact(start)}\nRRULE:${rule}\nEND:VEVENT\n`;
  const from = Date.parse(`${start.slice(0, 10)}T00:00:00Z`);
  return readCalendar([{ name: 'rule.ics', content: text }], { from, to: from + 60 * 366 * 86_400_000 }).instances.map((event) => (allDay ? event.allDay!.first : iso(event.start)));
}

if (existsSync(folder)) {
  const files = Object.entries(JSON.parse(readFileSync(join(folder, '_expected/expansions_agreed.dev.json'), 'utf8')) as Record<string, Expected>);
  const rules = JSON.parse(readFileSync(join(folder, '_expected/rrule_cases.dev.json'), 'utf8')) as RuleCase[];

  describe('public calendars', () => {
    it.each(files)('%s has the instances on which two libraries agree, and no others', (path, { window, instances }) => {
      const { instances: found } = readCalendar([{ name: path, content: readFileSync(join(folder, path)) }], { from: Date.parse(window[0]), to: Date.parse(window[1]) });
      const ours = found.map((event) => [event.uid, event.allDay?.first ?? iso(event.start), brief(event.summary)].join('|')).sort();
      expect(ours).toEqual(instances.map(([uid, start, summary]) => [uid, start.replace('Z', ''), brief(summary)].join('|')).sort());
    });

    it('a permuted file and a file in two halves give what the file gives', () => {
      for (const [path, { window }] of files) {
        const text = readFileSync(join(folder, path), 'utf8').replace(/\r+\n|\r/g, '\n');
        const events = text.match(/BEGIN:VEVENT\n.*?\nEND:VEVENT(?=\n|$)/gs) ?? [];
        if (events.length < 2 || text.split('BEGIN:VCALENDAR').length !== 2) continue;
        const head = text.slice(0, text.indexOf('BEGIN:VEVENT'));
        const permuted = `${head}${events.toReversed().join('\n')}\n${text.slice(text.lastIndexOf('END:VEVENT') + 10)}`;
        const question = { from: window[0], to: window[1], timeZone: 'UTC' };
        const expand = (content: string) => expandCalendars([{ name: 'a.ics', content }], question).instances.map((each) => JSON.stringify(each)).sort();
        if (/BEGIN:VTIMEZONE/.test(text.slice(text.indexOf('BEGIN:VEVENT')))) continue;
        expect(expand(permuted), path).toEqual(expand(text));
      }
    });
  });

  describe('published recurrence rules', () => {
    it('are 121, of which 113 agree with the standard', () => {
      expect([rules.length, rules.filter(({ rrule }) => AGAINST_THE_RULE.has(rrule)).length]).toEqual([121, 8]);
    });

    it.each(rules.filter(({ rrule }) => !AGAINST_THE_RULE.has(rrule)).map((each) => [each.rrule, each.dtstart, each] as const))('%s from %s gives every date', (rule, start, { instances, noInstance }) => {
      const found = byRule(rule, start);
      if (noInstance) expect(found).toEqual([]);
      expect(found).toEqual(expect.arrayContaining(instances.map((date) => date.replace('Z', ''))));
    });

    // Left out: two rules whose start is none of their dates, which libical counts from the calendar year there and from the week-year elsewhere.
    const libical = ['icalrecur_test.txt', 'icalrecur_test_rscale.txt'].flatMap((name) => readFileSync(join(folder, 'libical/src/test', name), 'utf8').split(/\n\s*\n/)).flatMap((block) => {
      const [rule, start, dates] = [/^RRULE:(.*)$/m, /^DTSTART:(.*)$/m, /^INSTANCES:\s*(.*)$/m].map((line) => line.exec(block)?.[1]?.trim());
      return rule === undefined || start === undefined || dates === undefined || dates.includes('UNIMPLEMENTED') || !/COUNT|UNTIL/.test(rule) || (start === '20270103T000000Z' && rule.includes('BYDAY=TH')) ? [] : [[rule, start, dates.replaceAll('Z', '')] as const];
    });
    it('libical’s own are many', () => expect(libical.length).toBeGreaterThan(120));
    it.each(libical)('%s from %s is as libical has it', (rule, start, dates) => {
      expect(byRule(rule, `${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6, 8)}${start.slice(8).replace(/^T(..)(..)(..)/, 'T$1:$2:$3')}`).map(compact).join()).toBe(dates);
    });
  });
} else {
  it.skip('public calendars (skipped: ../shared/data is not here)', () => undefined);
}
