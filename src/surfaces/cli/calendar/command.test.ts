import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarExpansion } from '../../../contract/calendar.ts';
import { calendarSources, expandCalendars } from '../../../operations/calendar-files.ts';
import type { CliDoor } from '../door.ts';
import { runCli } from '../program.ts';
import { calendarCommand } from './command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-calendar-'));
  writeFileSync(join(folder, 'work.ics'), 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s\nSUMMARY:Sync\nDTSTART;TZID=Europe/Berlin:20261116T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:d\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20261117\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nEND:VEVENT\nEND:VCALENDAR\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tell(...words: string[]): Promise<{ readonly code: number; readonly out: string; readonly note: string }> {
  let out = '';
  let note = '';
  const absent = (): never => {
    throw new Error('a stateless command reached for a workspace');
  };
  const door: CliDoor = {
    terminal: {
      out: (text) => { out += text; }, note: (text) => { note += text; }, env: {}, columns: 80, workingFolder: folder, inputIsTerminal: false, outIsTerminal: false, noteIsTerminal: false,
      onInterrupt: () => () => undefined, now: () => 0, sleep: () => Promise.resolve(),
    },
    version: '0.0.0', attach: absent, start: absent, mcp: absent, diagnose: absent, schema: absent,
    more: [calendarCommand(async (paths, question) => expandCalendars(await calendarSources(paths), question))],
  };
  const code = await runCli(door, ['calendar', 'expand', ...words]);
  return { code, out, note };
}

describe('throughline calendar expand', () => {
  it('gives the published document, by days of a zone or by times', async () => {
    const { code, out } = await tell('work.ics', '--from', '2026-11-16', '--to', '2026-11-18T00:00:00Z', '--time-zone', 'Europe/Berlin', '--json');
    expect(code).toBe(0);
    const document = calendarExpansion.parse(JSON.parse(out));
    expect(document).toMatchObject({ schema: 'throughline.calendar/1', from: '2026-11-15T23:00:00Z', to: '2026-11-18T00:00:00Z', unread: [{ where: 'work.ics, event 3', code: 'start_missing' }] });
    expect(document.instances.map(({ uid, start, end }) => [uid, start, end])).toEqual([
      ['s', '2026-11-16T08:00:00Z', '2026-11-16T08:30:00Z'], ['d', '2026-11-16T23:00:00Z', '2026-11-17T23:00:00Z'], ['s', '2026-11-17T08:00:00Z', '2026-11-17T08:30:00Z'],
    ]);
  });

  it('shows a table for a person, and what was not read', async () => {
    const { out } = await tell('work.ics', '--from', '2026-11-17', '--to', '2026-11-18', '--tz', 'Europe/Berlin');
    expect(out).toContain('2026-11-17        all day  Fair');
    expect(out).toContain('2026-11-17 09:00  30 min   Sync');
    expect(out).toContain('2 instances, times in Europe/Berlin.');
    expect(out).toContain('work.ics, event 3: It has no start.');
  });

  it('ends with 2 and one sentence when a file, a window or a zone does not fit', async () => {
    const asked = async (...words: string[]): Promise<unknown> => tell(...words).then(({ code, out, note }) => [code, out, note.trim()]);
    expect(await asked('missing.ics', '--from', '2026-11-16', '--to', '2026-11-17')).toEqual([2, '', 'There is no file missing.ics.']);
    expect(await asked('work.ics', '--from', '2026-11-16')).toEqual([2, '', 'Say the window: --from 2026-11-16 --to 2026-11-21, as days or as times.']);
    expect(await asked('work.ics', '--from', '2026-11-17', '--to', '2026-11-16')).toEqual([2, '', 'The window ends before it begins.']);
    expect(await asked('work.ics', '--from', 'soon', '--to', '2026-11-16')).toEqual([2, '', '“soon” is no time. Write it as in 2026-11-16T09:00:00Z or 2026-11-16.']);
    expect(await asked('work.ics', '--from', '2026-11-16', '--to', '2026-11-17', '--tz', 'Mars/Base')).toMatchObject([2, '', expect.stringContaining('Mars/Base')]);
    expect(await asked('.', '--from', '2026-11-16', '--to', '2026-11-17')).toMatchObject([2, '', expect.stringContaining('could not be read')]);
  });
});
