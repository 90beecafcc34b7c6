// The life of one sample item: when people touch it, how it moves, whether it is ever finished. A small stochastic model:
// most items move fast, some slowly, some are never finished; attention fades with the days nobody looked.
import type { Change, Comment, StatusClass } from '../backlog/item.ts';
import { DAY_MS, type Instant } from '../kernel/instant.ts';
import type { Random } from '../kernel/random.ts';
import { ASSIGNEES, BOT, PM } from './sample-words.ts';
import { pick } from './sample-texts.ts';

/** How much somebody wants it: fast items are finished in weeks, slow ones in months, stuck ones hardly ever. */
export type Pace = 'fast' | 'slow' | 'stuck';

/** Chance per day: finished, closed without being done, touched. `fade` is the days after which attention halves. */
const RATES: Readonly<Record<Pace, { done: number; dropped: number; touch: number; fade: number }>> = {
  fast: { done: 0.035, dropped: 0.0015, touch: 0.05, fade: 90 },
  slow: { done: 0.0042, dropped: 0.0009, touch: 0.018, fade: 120 },
  stuck: { done: 0.0001, dropped: 0.0003, touch: 0.0075, fade: 170 },
};

const REMARKS = ['Came up again this week.', 'Any news?', 'Spoke with the desk about it.', 'Same for another shop.', 'Looked at it, needs a decision.', 'Waiting for the carrier.', 'Parked until the sale is over.'];

export interface Life {
  readonly statusClass: StatusClass;
  readonly status: string;
  readonly updated: Instant;
  readonly resolved?: Instant;
  readonly comments: readonly Comment[];
  readonly history: readonly Change[];
  readonly assignee?: { readonly id: string; readonly name: string };
}

/** Lives an item from `created` to `end`, day by day. `waits` is true when it passes the PM's approval before release. */
export function liveItem(created: Instant, end: Instant, pace: Pace, waits: boolean, random: Random): Life {
  const rates = RATES[pace];
  const comments: Comment[] = [];
  const history: Change[] = [];
  let touched = created;
  let assignee: (typeof ASSIGNEES)[number] | undefined;
  for (let day = created + DAY_MS; day < end; day += DAY_MS) {
    const at = day + Math.floor(random() * 9 * 3_600_000);
    if (at >= end) break;
    const fading = 0.5 ** ((at - touched) / DAY_MS / rates.fade);
    const chance = random();
    if (chance < rates.done * fading) {
      assignee = pick(ASSIGNEES, random);
      const resolved = finish(at, end, waits, assignee, history, random);
      if (resolved === undefined) return { statusClass: 'open', status: history.at(-1)?.to ?? 'To do', updated: history.at(-1)?.at ?? at, comments, history, assignee };
      return { statusClass: 'done', status: 'Done', updated: resolved, resolved, comments, history, assignee };
    }
    if (chance < (rates.done + rates.dropped) * fading + rates.dropped * 0.5) {
      history.push({ at, by: PM, field: 'status', from: 'To do', to: "Won't do" });
      return { statusClass: 'closed_unfinished', status: "Won't do", updated: at, resolved: at, comments, history };
    }
    if (random() < rates.touch * fading) {
      comments.push({ author: pick([PM, ...ASSIGNEES], random), at, text: pick(REMARKS, random) });
      touched = at;
    } else if (random() < 0.0012) {
      comments.push({ author: BOT, at, text: 'Automated: still open.' });
    }
  }
  const last = Math.max(touched, comments.at(-1)?.at ?? created);
  return { statusClass: 'open', status: 'To do', updated: last, comments, history };
}

/** Moves an item through the columns; undefined when the end of the history comes first. */
function finish(
  start: Instant, end: Instant, waits: boolean, worker: { readonly id: string; readonly name: string }, history: Change[], random: Random,
): Instant | undefined {
  let at = start;
  let from = 'To do';
  const step = (to: string, days: number, by: { readonly id: string; readonly name: string }) => {
    history.push({ at, by, field: 'status', from, to });
    from = to;
    at += Math.round(days * DAY_MS);
  };
  step('In progress', 0.5 + random() * 5, worker);
  if (at < end && waits) step('Waiting for PM approval', 0.6 + random() * random() * 20, worker);
  if (at >= end) return undefined;
  step('Done', 0, waits ? PM : worker);
  return at;
}
