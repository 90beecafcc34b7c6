// Damaged calendars: some two thousand in every test run, more with CALENDAR_FUZZ=N for each file.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { calendarSubjects, checkCalendar, damageCalendar } from './calendar-check.ts';

const subjects = calendarSubjects();
const more = Number(process.env['CALENDAR_FUZZ'] ?? 0);
const each = more > 0 ? more : Math.max(4, Math.ceil(2_000 / subjects.length));

describe('damaged calendars', () => {
  it('every subject is read as it is', () => {
    for (const { name, text } of subjects) expect(() => checkCalendar(text), name).not.toThrow();
  });

  it('at least two thousand damaged calendars neither crash nor hang the reader', { timeout: 3_000_000 }, () => {
    for (const subject of subjects) damageCalendar(subject, each, seededRandom(subject.text.length + more));
    expect(each * subjects.length).toBeGreaterThanOrEqual(2_000);
  });
});
