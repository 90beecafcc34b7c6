import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../kernel/instant.ts';
import type { Change, Item, StatusClass } from './item.ts';
import { defaultAuditSettings } from './rule.ts';
import { gateKind } from './signoff-gate.ts';
import { workingDays, workingSeconds } from './signoff-time.ts';
import { startSignoff } from './signoff.ts';

const MONDAY = Date.UTC(2026, 0, 5);
const day = (n: number): number => MONDAY + n * DAY_MS;
const move = (at: number, to: string): Change => ({ at: day(at), field: 'status', to });

function item(key: string, statusClass: StatusClass, history: Change[], resolved?: number): Item {
  return {
    key, title: key, statusClass, labels: [], components: [], links: [], sprints: [], comments: [], history,
    ...(resolved === undefined ? {} : { resolved: day(resolved) }),
  };
}

describe('working time', () => {
  test('Friday noon to Monday noon is one working day', () => {
    const friday = MONDAY / 1000 + 4.5 * 86_400;
    expect(workingDays(friday, friday + 3 * 86_400)).toBe(1);
    expect(workingDays(friday, friday + 7 * 86_400)).toBe(5);
    expect(workingDays(friday + 86_400, friday + 1.2 * 86_400)).toBe(0);
    expect(workingSeconds(10, 5)).toBe(0);
  });

  test('a stretch cut in two adds up', () => {
    const second = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(fc.property(second, second, second, (a, b, c) => {
      const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      expect(workingSeconds(from, middle) + workingSeconds(middle, to)).toBe(workingSeconds(from, to));
    }));
  });
});

test.each([
  ['Waiting for approval', 'sign_off'], ['UAT', 'sign_off'], ['Acceptance', 'sign_off'], ['Ready for PM', 'sign_off'], ['PO Review', 'sign_off'],
  ['In Review', 'review'], ['Code Review', undefined], ['Approved', undefined], ['In Progress', undefined], ['Postponed', undefined],
])('the state %j is a gate of kind %j', (state, kind) => {
  expect(gateKind(state)).toBe(kind);
});

describe('sign-off', () => {
  test('the worked example of docs/formulas/signoff.md: ten items, two of five working days each in UAT', () => {
    const watch = startSignoff(defaultAuditSettings);
    for (let i = 0; i < 10; i++) watch.add(item(`RET-${i}`, 'done', [move(0, 'In Progress'), move(2, 'UAT'), move(4, 'Done')], 7));
    watch.add(item('RET-99', 'open', [move(0, 'In Progress'), move(8, 'UAT')]));
    const { numbers, finding } = watch.finish('2026-01-16');
    expect(numbers).toMatchObject({ finished: 10, passed: 10, medianWait: 2, p85Wait: 2, index: 0.4, waitingCount: 1 });
    expect(numbers.waiting[0]).toEqual({ key: 'RET-99', state: 'UAT', workingDays: 4 });
    expect(finding?.why).toContain('waited 2.0 working days');
    expect(finding?.why).toContain('40% of all time from start to done. 1 waits now');
  });

  test('nine passages are too few to tell, and it says what would settle it', () => {
    const watch = startSignoff(defaultAuditSettings);
    for (let i = 0; i < 9; i++) watch.add(item(`RET-${i}`, 'done', [move(0, 'In Progress'), move(1, 'UAT'), move(4, 'Done')], 4));
    const answer = watch.finish('2026-01-16');
    expect(answer.finding).toBeUndefined();
    expect(answer.cannotTell?.reason).toBe('9 items went through a sign-off in the last 8 weeks; 10 are needed.');
  });

  test('items finished before the eight weeks do not count', () => {
    const watch = startSignoff(defaultAuditSettings);
    for (let i = 0; i < 12; i++) watch.add(item(`RET-${i}`, 'done', [move(0, 'In Progress'), move(1, 'UAT'), move(4, 'Done')], 4));
    expect(watch.finish('2026-04-01').numbers.finished).toBe(0);
  });

  test('an export without status history cannot tell', () => {
    expect(startSignoff(defaultAuditSettings).finish('2026-01-16').cannotTell?.reason).toBe('This export carries no status history.');
  });

  test('a bare review waits for somebody only when that person is named and moves it on', () => {
    const reviewed = (watch: ReturnType<typeof startSignoff>): void => {
      for (let i = 0; i < 10; i++) {
        const history = [move(0, 'In Progress'), move(1, 'In Review'), { ...move(3, 'Done'), by: { id: 'u7', name: 'The PM' } }];
        watch.add(item(`RET-${i}`, 'done', history, 3));
      }
    };
    const nameless = startSignoff(defaultAuditSettings);
    reviewed(nameless);
    expect(nameless.finish('2026-01-16').cannotTell?.settledBy).toBe('naming who accepts work');
    const named = startSignoff({ ...defaultAuditSettings, approvers: ['the pm'] });
    reviewed(named);
    expect(named.finish('2026-01-16').numbers).toMatchObject({ passed: 10, medianWait: 2 });
  });
});
