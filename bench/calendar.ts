// Calendars: ten years of 5,000 series beside ical.js' own iterator, a month out of 50,000 events by the reader
// and by the whole command, and how both grow. Exits 1 when a promise is not kept.
import ICAL from 'ical.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawCalendars } from '../src/connectors/calendar/raw-calendar.ts';
import { readCalendar } from '../src/connectors/calendar/read-calendar.ts';
import { EventReader } from '../src/connectors/calendar/event-times.ts';
import { expandSeries } from '../src/connectors/calendar/expand-series.ts';
import { UTC } from '../src/connectors/calendar/offset-table.ts';
import { seriesOf } from '../src/connectors/calendar/series.ts';
import { UnreadList } from '../src/connectors/calendar/unread.ts';
import { ZoneBook } from '../src/connectors/calendar/zone-book.ts';
import { buildProgramInto, run, type Run } from './built-program.ts';
import { calendarFile } from './calendar-file.ts';

const FROM = Date.UTC(2016, 0, 1);
const TO = Date.UTC(2026, 0, 1);
const LEAST_RATIO = 3;
const MOST_MONTH_SECONDS = 1;

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

function measured<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

/** Starts as whole minutes, series after series: what both sides are compared by. */
class Starts {
  readonly #of = new Map<string, number[]>();
  count = 0;
  add(uid: string, start: number): void {
    const known = this.#of.get(uid);
    if (known) known.push(start);
    else this.#of.set(uid, [start]);
    this.count++;
  }
  same(other: Starts): boolean {
    if (this.count !== other.count) return false;
    return [...this.#of].every(([uid, starts]) => {
      const others = other.#of.get(uid)?.toSorted((a, b) => a - b);
      return starts.toSorted((a, b) => a - b).every((start, at) => start === others?.[at]);
    });
  }
}

function ours(text: string): { readonly parse: number; readonly expand: number; readonly starts: Starts } {
  const unread = new UnreadList();
  const { value: calendars, seconds: parse } = measured(() => rawCalendars(text, 'generated.ics', unread));
  const starts = new Starts();
  const { seconds: expand } = measured(() => {
    const budget = { steps: 100_000_000 };
    const reader = new EventReader(new ZoneBook(calendars, UTC, unread, budget), unread);
    const window = { from: FROM, to: TO, budget, dayClock: UTC };
    for (const series of seriesOf(calendars.flatMap(({ events }) => events))) for (const instance of expandSeries(series, reader, window)) starts.add(series.id, instance.start);
  });
  return { parse, expand, starts };
}

function theirs(text: string): { readonly parse: number; readonly expand: number; readonly starts: Starts } {
  const { value: events, seconds: parse } = measured(() => {
    const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
    for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    return root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  });
  const starts = new Starts();
  const { seconds: expand } = measured(() => {
    for (const event of events) {
      const iterator = event.iterator();
      for (let next = iterator.next(); next; next = iterator.next()) {
        const start = next.toUnixTime() * 1000;
        if (start >= TO) break;
        starts.add(event.uid, start);
      }
    }
  });
  return { parse, expand, starts };
}

let kept = true;
const promise = (holds: boolean, says: string): void => {
  kept &&= holds;
  say(`${holds ? 'kept  ' : 'BROKEN'}  ${says}`);
};

say('Ten years of series, processor seconds (parse + expand)');
say('series   instances   ours           ical.js          times faster (expand, whole)');
let growth: number[] = [];
ours(calendarFile(1_000, 0));
for (const size of [1_250, 2_500, 5_000]) {
  const text = calendarFile(size, 0);
  const mine = ours(text);
  growth = [...growth, mine.parse + mine.expand];
  say(`${String(size).padEnd(8)} ${String(mine.starts.count).padEnd(11)} ${mine.parse.toFixed(2)} + ${mine.expand.toFixed(2)}`);
  if (size !== 5_000) continue;
  const peer = theirs(text);
  const ratio = peer.expand / mine.expand;
  const whole = (peer.expand + peer.parse) / (mine.expand + mine.parse);
  say(`${String(size).padEnd(8)} ${String(mine.starts.count).padEnd(11)} ${`${mine.parse.toFixed(2)} + ${mine.expand.toFixed(2)}`.padEnd(14)} ${`${peer.parse.toFixed(2)} + ${peer.expand.toFixed(2)}`.padEnd(16)} ${ratio.toFixed(1)}, ${whole.toFixed(1)}`);
  promise(mine.starts.same(peer.starts), `${size} series: the ${peer.starts.count} instances of both are identical`);
  promise(Math.min(ratio, whole) >= LEAST_RATIO, `at least ${LEAST_RATIO} times as fast as ical.js`);
}
say(`growth: twice the series cost ${growth.slice(1).map((seconds, at) => (seconds / growth[at]!).toFixed(2)).join(' and ')} times as much; 2 is linear`);

say('');
say('A month out of ten years, processor seconds');
let before = 0;
for (const events of [12_500, 25_000, 50_000]) {
  const text = Buffer.from(calendarFile(events / 10, events - events / 10, false));
  const { value, seconds } = measured(() => readCalendar([{ name: 'generated.ics', content: text }], { from: Date.UTC(2025, 9, 1), to: Date.UTC(2025, 10, 1), zone: 'Europe/Berlin', me: ['pm@example.com'] }));
  say(`${String(events).padEnd(8)} events, ${(text.length / 1e6).toFixed(0)} MB, ${value.instances.length} instances: ${seconds.toFixed(2)} s${before > 0 ? `, ${(seconds / before).toFixed(2)} times the half` : ''}`);
  before = seconds;
}
promise(before < MOST_MONTH_SECONDS, `a month out of 50,000 events: ${before.toFixed(2)} s, to be less than ${MOST_MONTH_SECONDS} s`);

say('');
say('The same month as a command, `throughline attention FILE`, from start to end, processor seconds of all threads');
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
try {
  const program = await buildProgramInto(folder);
  const file = join(folder, 'generated.ics');
  writeFileSync(file, calendarFile(5_000, 45_000, false));
  const rounds: Run[] = [];
  for (let round = 0; round < 5; round++) rounds.push(await run([program, 'attention', file, '--me', 'pm@example.com', '--from', '2025-10-01', '--to', '2025-10-31', '--json']));
  const least = (of: (one: Run) => number): number => Math.min(...rounds.map(of));
  const cpu = least((one) => one.cpu);
  say(`50000    events: ${cpu.toFixed(2)} s, ${least((one) => one.wall).toFixed(2)} s of wall clock, ${(least((one) => one.bytes) / 1e6).toFixed(0)} MB, the least of ${rounds.length} runs`);
  promise(cpu < MOST_MONTH_SECONDS, `the whole command: ${cpu.toFixed(2)} s of processor time, to be less than ${MOST_MONTH_SECONDS} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = kept ? 0 : 1;
