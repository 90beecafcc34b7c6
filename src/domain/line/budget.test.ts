import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../attention/kinds.ts';
import { rebudget, roomIn, type Budgets } from './budget.ts';

const KINDS: readonly Kind[] = ['sales', 'marketing', 'content', 'backlog', 'signoff'];
const kind = fc.constantFrom(...KINDS);
const sumOf = (budgets: Budgets): number => [...budgets.values()].reduce((sum, minutes) => sum + minutes, 0);

describe('zero sum', () => {
  const budgets: Budgets = new Map([['sales', 400], ['marketing', 200]]);

  it('lets a budget rise only by what others give or what is left', () => {
    expect(rebudget(budgets, { kind: 'sales', budget: 460, from: [{ kind: 'marketing', minutes: 60 }] }, 600)).toEqual({ ok: true, value: new Map([['sales', 460], ['marketing', 140]]) });
    expect(rebudget(budgets, { kind: 'sales', budget: 460 }, 600)).toEqual({
      ok: false, refusal: { code: 'line_no_room', details: { kind: 'sales', room: 0, wanted: 60, limit: 600, budgeted: 600, candidates: [{ kind: 'marketing', minutes: 200 }] } },
    });
    expect(rebudget(budgets, { kind: 'sales', budget: 460 }, 640)).toMatchObject({ ok: false, refusal: { details: { room: 40 } } });
  });

  it('refuses that one gives more than it has, or gives to itself', () => {
    expect(rebudget(budgets, { kind: 'sales', budget: 700, from: [{ kind: 'marketing', minutes: 201 }] }, 900)).toMatchObject({ ok: false, refusal: { code: 'line_from_unfit', details: { has: 200 } } });
    expect(rebudget(budgets, { kind: 'sales', budget: 500, from: [{ kind: 'sales', minutes: 100 }] }, 600)).toMatchObject({ ok: false, refusal: { code: 'line_from_unfit' } });
    expect(rebudget(budgets, { kind: 'sales', budget: 400, from: [{ kind: 'content', minutes: 1 }] }, 900)).toMatchObject({ ok: false, refusal: { code: 'line_from_unfit', details: { has: 0 } } });
  });

  it('lets a sum that began above the limit fall or stay, and never rise', () => {
    expect(rebudget(budgets, { kind: 'sales', budget: 390 }, 500)).toMatchObject({ ok: true });
    expect(rebudget(budgets, { kind: 'sales', budget: 420, from: [{ kind: 'marketing', minutes: 20 }] }, 500)).toMatchObject({ ok: true });
    expect(rebudget(budgets, { kind: 'sales', budget: 401 }, 500)).toMatchObject({ ok: false });
    expect(rebudget(budgets, { kind: 'sales', budget: undefined }, 500)).toEqual({ ok: true, value: new Map([['marketing', 200]]) });
  });

  it('says what can still be given, below nothing where more is given than there is', () => {
    expect(roomIn(budgets, 2550, 480)).toEqual({ limit: 2070, budgeted: 600, room: 1470 });
    expect(roomIn(budgets, 500, 480)).toEqual({ limit: 20, budgeted: 600, room: -580 });
    expect(roomIn(new Map(), 300, 480)).toEqual({ limit: 0, budgeted: 0, room: 0 });
  });

  it('is never violated by any sequence of changes', () => {
    const change = fc.record({ kind, budget: fc.option(fc.nat(900), { nil: undefined }), from: fc.array(fc.record({ kind, minutes: fc.integer({ min: 1, max: 500 }) }), { maxLength: 3 }) });
    fc.assert(fc.property(fc.nat(1500), fc.array(change, { maxLength: 30 }), (limit, changes) => {
      let now: Budgets = new Map();
      for (const each of changes) {
        const after = rebudget(now, each, limit);
        if (after.ok) now = after.value;
        else if (after.refusal.code === 'line_no_room') {
          // What the refusal names as room is exactly what would have been granted.
          const { room } = after.refusal.details as { room: number };
          expect(rebudget(now, { ...each, budget: (now.get(each.kind) ?? 0) + room }, limit).ok).toBe(true);
          expect(rebudget(now, { ...each, budget: (now.get(each.kind) ?? 0) + room + 1 }, limit).ok).toBe(false);
        }
        expect(sumOf(now)).toBeLessThanOrEqual(limit);
        expect([...now.values()].every((minutes) => minutes >= 0)).toBe(true);
      }
    }));
  });
});
