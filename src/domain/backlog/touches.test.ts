import { describe, expect, test } from 'vitest';
import { bulkThreshold, bulkTouches, importWindows, isImported, sharedSeconds } from './audit-bulk.ts';
import { integers, seconds } from '../kernel/column.ts';
import type { Change, Item } from './item.ts';
import { NEVER, closedAt, isRankMove, secondOf, wasAgedOut } from './touches.ts';

const item = (over: Partial<Item>): Item => ({ key: 'A-1', title: 'x', statusClass: 'done', labels: [], components: [], links: [], sprints: [], comments: [], ...over });
const change = (field: string, at = 5_000): Change => ({ field, at });

describe('one item', () => {
  test.each(['Rank', 'rank', 'Global Rank', 'LexoRank', 'position', 'sortOrder', 'Board Position', 'pos'])('a change of %j only moved it in a list', (field) => {
    expect(isRankMove(change(field))).toBe(true);
  });

  test.each(['status', 'priority', 'ranked by', 'Fix Version', 'purchase order', 'assignee'])('a change of %j is work', (field) => {
    expect(isRankMove(change(field))).toBe(false);
  });

  test('it closed when it was resolved, else at its last status change, else nobody knows', () => {
    expect(closedAt(item({ resolved: 9_000, history: [change('status')] }))).toBe(9);
    expect(closedAt(item({ history: [change('status', 3_000), change('Status', 7_000), change('labels', 8_000)] }))).toBe(7);
    expect(closedAt(item({ history: [change('labels')] }))).toBe(NEVER);
    expect(closedAt(item({ updated: 9_000 }))).toBe(NEVER);
    expect(closedAt(item({ statusClass: 'open', resolved: 9_000 }))).toBe(NEVER);
  });

  test('times that cannot be are no times', () => {
    expect([secondOf(undefined), secondOf(-1), secondOf(Number.NaN), secondOf(1e15), secondOf(1_999)]).toEqual([NEVER, NEVER, NEVER, NEVER, 1]);
  });

  test('only an item that was closed unfinished with the label was aged out', () => {
    expect(wasAgedOut(item({ statusClass: 'closed_unfinished', labels: ['Aged-Out'] }))).toBe(true);
    expect(wasAgedOut(item({ statusClass: 'done', labels: ['aged-out'] }))).toBe(false);
  });
});

describe('many items', () => {
  test('the bulk threshold is five in a hundred, at least 20 and at most 200', () => {
    expect([10, 400, 1_000, 4_000, 1_000_000].map(bulkThreshold)).toEqual([20, 20, 50, 200, 200]);
  });

  test('one hand on twenty different items in a minute is a bulk edit; on one item twenty times it is not', () => {
    const of = (rows: (i: number) => number, minute: (i: number) => number): number => {
      const [row, at, hand] = [integers(), seconds(), integers()];
      for (let i = 0; i < 20; i++) {
        row.push(rows(i));
        at.push(600 + minute(i) * 60 + i);
        hand.push(3);
      }
      return bulkTouches(row, at, hand, 20).reduce((sum, mark) => sum + mark, 0);
    };
    expect(of((i) => i, () => 0)).toBe(20);
    expect(of(() => 1, () => 0)).toBe(0);
    expect(of((i) => i, (i) => i % 2)).toBe(0);
  });

  test('a second that twenty items share is told from one that nineteen share', () => {
    const column = seconds();
    for (let i = 0; i < 39; i++) column.push(i < 20 ? 500 : 600);
    for (let i = 0; i < 50; i++) column.push(NEVER);
    expect([...sharedSeconds(column, 20)]).toEqual([500]);
  });

  test('an import day stands far above the usual day; a source that only knows days has no import minutes', () => {
    const column = seconds();
    const day = (n: number): number => n * 86_400;
    for (let i = 0; i < 40; i++) for (let k = 0; k < 2; k++) column.push(day(i));
    expect(importWindows(column, 20)).toEqual({ days: new Set(), minutes: new Set() });
    for (let i = 0; i < 60; i++) column.push(day(100));
    const windows = importWindows(column, 20);
    expect([...windows.days]).toEqual([100]);
    expect(isImported(day(100), windows)).toBe(true);
    expect(isImported(day(39), windows)).toBe(false);
    expect(isImported(NEVER, windows)).toBe(false);
  });

  test('a busy day of a source that creates as many every day is no import', () => {
    const column = seconds();
    for (let i = 0; i < 30; i++) for (let k = 0; k < 60; k++) column.push(i * 86_400);
    expect(importWindows(column, 90).days.size).toBe(0);
    expect(importWindows(column, 20).days.size).toBe(0);
  });
});
