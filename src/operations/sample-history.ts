// Lives the sample's decisions through again, one after the other, each at its own time and by the very operations a person uses: what
// became of a bet is measured here, never told. Runs as a job after the sample was loaded; cut short, it goes on where it was.
import { newId, type IdKind } from '../domain/kernel/ids.ts';
import { addDays, startOfDay, type Day } from '../domain/kernel/instant.ts';
import type { SampleMate } from '../domain/sample/sample-bet.ts';
import { SAMPLE_BETS } from '../domain/sample/sample-bets.ts';
import { sampleHistory, type SampleEvent } from '../domain/sample/sample-history.ts';
import { findBet, type BetRow } from '../store/bet.ts';
import { listForecasts } from '../store/forecast.ts';
import { listLessons } from '../store/readout.ts';
import type { Tx } from '../store/schema.ts';
import { listSeals } from '../store/seal.ts';
import { listShips } from '../store/ship.ts';
import { betHandlers } from './bet.ts';
import { betPlaceHandlers } from './bet-place.ts';
import type { Asker, Context } from './context.ts';
import { forecastHandlers } from './forecast.ts';
import type { JobWork, RunningJob } from './jobs.ts';
import { lessonHandlers } from './lesson.ts';
import { reviewHandlers } from './review.ts';
import { sampleAttentionSteps } from './sample-attention.ts';
import { liveSampleLine } from './sample-line.ts';
import type { Services } from './services.ts';
import { settleHandlers } from './settle.ts';
import { shipHandlers } from './ship.ts';

/** What the load hands on: the day it took for today, and the ids of what it wrote. */
export interface SamplePlot {
  readonly today: Day;
  readonly seed: number;
  readonly owner: string;
  readonly mates: Readonly<Record<SampleMate, string>>;
  /** In the order of `SAMPLE_BETS`. */
  readonly bets: readonly string[];
  /** In the order of the sample's problems. */
  readonly problems: readonly string[];
}

/** In UTC. Early enough to lie before any zone's today. */
const FIRST_HOUR_MS = 6 * 3_600_000;
const MINUTE_MS = 60_000;

/** An event that was lived through before, or that a person's own change rules out: its transaction is undone and the next one comes. */
class LeftOut extends Error {}

export const sampleHistoryWork: JobWork = async (job, services) => {
  const plot = job.payload as unknown as SamplePlot;
  const events = sampleHistory();
  for (const [at, event] of events.entries()) {
    try {
      await services.store.transaction(async (tx) => {
        await job.hold(tx, { phase: 'living', share: at / events.length });
        await live(event, plot, contextOf(tx, job, services, plot, event.ago, at));
      });
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
    }
  }
  for (const step of [...sampleAttentionSteps(plot.seed, plot.today), liveSampleLine]) {
    await services.store.transaction(async (tx) => {
      await job.hold(tx, { phase: 'living', share: 1 });
      await step((ago) => contextOf(tx, job, services, plot, ago, events.length));
    });
  }
};

/** The owner, `ago` days before the sample's today. Events of one day follow each other by minutes. */
function contextOf(tx: Tx, job: RunningJob, services: Services, { today, owner }: SamplePlot, ago: number, minute: number): Context {
  const day = addDays(today, -ago);
  const now = startOfDay(day)! + FIRST_HOUR_MS + minute * MINUTE_MS;
  return {
    asker: { workspaceId: job.workspaceId, memberId: owner, role: 'owner', local: true }, tx, now, today: day, requestId: job.id, services,
    newId: (kind: IdKind) => newId(kind, now, services.random), afterCommit: () => undefined, runAfterwards: () => Promise.reject(new Error('nothing of the sample runs afterwards')),
  };
}

async function live(event: SampleEvent, plot: SamplePlot, context: Context): Promise<void> {
  const { tx, asker } = context;
  if (event.kind === 'other-ship') return otherShip(event, context);
  const script = SAMPLE_BETS[event.bet]!;
  const bet = await findBet(tx, asker.workspaceId, plot.bets[event.bet]!);
  if (bet === undefined || await isDone(event, bet, plot, context)) throw new LeftOut();
  const { id } = bet;
  switch (event.kind) {
    case 'weigh':
      return weigh(id, script.weighed!.probability, context);
    case 'place':
      await weigh(id, script.placed!.probability, context);
      return taken(await betPlaceHandlers['bet.place']({ bet: id }, context));
    case 'forecast': {
      const { by, probability, words } = event.forecast;
      const whose: Asker = by === 'owner' ? asker : { ...asker, memberId: plot.mates[by], role: 'teammate' };
      return taken(await forecastHandlers['forecast.give']({ bet: id, probability, words }, { ...context, asker: whose }));
    }
    case 'amend':
      return taken(await betPlaceHandlers['bet.amend']({ bet: id, words: script.amended!.words, changes: script.amended!.changes }, context));
    case 'ship': {
      const { title, on, rolledOut, audience } = script.ship!;
      return taken(await shipHandlers['ship.add']({ title, shippedOn: addDays(plot.today, -on), rolledOutOn: rolledOut === undefined ? undefined : addDays(plot.today, -rolledOut), audience, bet: id, noBet: false }, context));
    }
    case 'review': {
      const { review, process, remembered, luck, note } = event.review;
      taken(await reviewHandlers['review.rate']({ bet: id, review, process }, context));
      taken(await reviewHandlers['review.remember']({ bet: id, review, probability: remembered }, context));
      taken(await reviewHandlers['review.reveal']({ bet: id, review }, context));
      return taken(await reviewHandlers['review.note']({ bet: id, review, luck, note }, context));
    }
    case 'settle': {
      const { dropped, costAvoided } = script.settled!;
      return taken(await settleHandlers['bet.settle']({ bet: id, dropped: dropped !== undefined, reason: dropped, costAvoided }, context));
    }
    case 'lesson': {
      const { words, links } = script.lesson!;
      const named = links.map(({ to, stance }) => ('bet' in to ? { target: 'bet' as const, reference: plot.bets[to.bet]!, stance } : { target: 'problem' as const, reference: plot.problems[to.problem]!, stance }));
      return taken(await lessonHandlers['lesson.add']({ bet: id, words, links: named }, context));
    }
  }
}

/** The record of bets like it first, then the probability. */
async function weigh(bet: string, probability: number, context: Context): Promise<void> {
  taken(await betPlaceHandlers['bet.base']({ bet }, context));
  taken(await betHandlers['bet.change']({ bet, probability }, context));
}

async function otherShip({ ship: { title, noBet, metrics } }: Extract<SampleEvent, { kind: 'other-ship' }>, context: Context): Promise<void> {
  if ((await listShips(context.tx, context.asker.workspaceId)).some((row) => row.title === title)) throw new LeftOut();
  taken(await shipHandlers['ship.add']({ title, shippedOn: context.today, metrics: [...metrics], noBet }, context));
}

/** Whether an event was lived through by a job that was cut short. The other kinds are refused a second time by their own rules. */
async function isDone(event: SampleEvent, bet: BetRow, { mates }: SamplePlot, { tx, asker }: Context): Promise<boolean> {
  if (event.kind === 'forecast') {
    const member = event.forecast.by === 'owner' ? asker.memberId : mates[event.forecast.by];
    return (await listForecasts(tx, asker.workspaceId, bet.id)).some(({ member_id: by }) => by === member);
  }
  if (event.kind === 'amend') return (await listSeals(tx, asker.workspaceId, bet.id)).some(({ kind }) => kind === 'amendment');
  return event.kind === 'lesson' && (await listLessons(tx, asker.workspaceId)).some(({ bet_id: of }) => of === bet.id);
}

/** Goes on when a handler said yes. */
function taken(ruling: object): void {
  if (!('ok' in ruling) || !ruling.ok) throw new LeftOut();
}
