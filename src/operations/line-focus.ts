// Protected focus: the one rule for its minutes, wherever they are set. No budget may take them, so they rise only where the budgets leave room.
import { granted } from '../domain/kernel/ruling.ts';
import type { Context } from './context.ts';
import { largest, noRoom } from './line-change.ts';
import { charterOf, lineView, roomOf } from './line-view.ts';

/** The line with so much focus protected; refuses, with the budgets that could fall, where those leave no room. Less is never refused. */
export async function withFocus(context: Context, minutes: number) {
  const view = await lineView(context);
  const charter = await charterOf(context, view);
  const after = { ...view, protectedMinutes: minutes };
  const [stands, then] = [roomOf(view, charter.rows), roomOf(after, charter.rows)];
  const tooMuch = minutes > view.protectedMinutes && (then.room < 0 || minutes > view.capacity);
  if (charter.drawn && tooMuch) {
    return noRoom({ name: 'Protected focus', room: Math.max(0, stands.room), wanted: minutes - view.protectedMinutes, budgeted: stands.budgeted, limit: stands.limit, candidates: largest(charter.rows), advice: 'Lower a budget first' });
  }
  return granted({ charter, before: view.protectedMinutes, after });
}
