import { describe, expect, it } from 'vitest';
import { findShips, type ShippedItem } from './ship.ts';

const item = (key: string, more: Partial<ShippedItem> = {}): ShippedItem => ({ id: `itm_${key}`, key, title: `Item ${key}`, done: true, open: false, resolved: Date.UTC(2026, 7, 18), containers: [], ...more });

describe('ships among imported items', () => {
  it('are releases whose items are all closed, on the day the last was done', () => {
    const items = [item('A-1', { containers: ['v4.2'] }), item('A-2', { containers: ['v4.2'], resolved: Date.UTC(2026, 7, 20) }), item('A-3', { containers: ['v4.2'], done: false })];
    expect(findShips(items)).toEqual([{ foundAs: 'release:v4.2', title: 'v4.2', shippedOn: '2026-08-20', itemIds: ['itm_A-1', 'itm_A-2'] }]);
  });

  it('are versions whose name begins with what they are a version of', () => {
    expect(findShips([item('A-1', { containers: ['Web 4.2.0'] }), item('A-2', { containers: ['Room 12'] })]).map(({ title }) => title)).toEqual(['Web 4.2.0']);
  });

  it('are not releases that are open, sprints, or what has no day', () => {
    expect(findShips([item('A-1', { containers: ['1.0.0'] }), item('A-2', { containers: ['1.0.0'], done: false, open: true })])).toEqual([]);
    expect(findShips([item('A-1', { containers: ['Sprint 12'] })])).toEqual([]);
    expect(findShips([item('A-1', { containers: ['Release 3'], resolved: undefined })])).toEqual([]);
    expect(findShips([item('A-1', { type: 'Epic', resolved: undefined })])).toEqual([]);
  });

  it('are epics that are done, newest first', () => {
    expect(findShips([item('A-1', { type: 'Epic' }), item('A-2', { type: 'Epic', resolved: Date.UTC(2026, 8, 1) }), item('A-3', { type: 'Story' })]).map(({ foundAs }) => foundAs)).toEqual(['epic:A-2', 'epic:A-1']);
  });
});
