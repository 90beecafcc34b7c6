// The bets by stage, a row each: claim, what was said beside what usually happens, and what comes next or came of it.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chance, said, saidRange } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { byKey } from '../../parts/by-key.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { effectMeasure, moneyWords, type Metric } from './bet-measure.ts';
import { missingFields } from './bet-record.ts';
import { nextReview, reviewWords, shelfOf, STAGE_NAMES, STAGES, type Bet, type Rate, type Review, type Stage } from './bet-words.ts';

interface LedgerProps {
  readonly on: Readonly<Record<Stage, readonly Bet[]>>;
  readonly reviews: readonly Review[];
  readonly selected: Stage;
  readonly onSelect: (stage: Stage) => void;
}

const NONE: Readonly<Record<Stage, string>> = { draft: 'No draft.', placed: 'No bet is placed and waiting for its ship.', shipped: 'No bet waits for a readout.', settled: 'No bet is settled yet.', dropped: 'No bet was dropped.' };

export function BetsLedger({ on, reviews, selected, onSelect }: LedgerProps): ReactNode {
  const metrics = useAsk('metric.list', { state: 'all' });
  const seals = useAsk('seal.list', {});
  const bets = selected === 'shipped' ? on[selected].toSorted((a, b) => dueFirst(reviews, a, b)) : on[selected].toSorted(byKey);
  return (
    <Section wide>
      <Tabs label="Bets by stage" selected={selected} onSelect={(id) => onSelect(id as Stage)} items={STAGES.map((stage) => ({ id: stage, name: STAGE_NAMES[stage], count: on[stage].length }))}>
        {bets.length === 0 ? <p className="muted problem-none">{NONE[selected]}</p> : <LedgerRows bets={bets} reviews={reviews} metrics={metrics.data?.metrics ?? []} rateOf={(id) => (seals.data?.seals.find((seal) => seal.bet === id && seal.kind === 'placement')?.content['baseRate'] as { readonly rates?: readonly Rate[] } | null | undefined)?.rates?.[0]} />}
      </Tabs>
    </Section>
  );
}

function dueFirst(reviews: readonly Review[], a: Bet, b: Bet): number {
  const [one, other] = [nextReview(reviews, a.id)?.dueOn ?? '9999', nextReview(reviews, b.id)?.dueOn ?? '9999'];
  return one.localeCompare(other) || byKey(a, b);
}

function LedgerRows({ bets, reviews, metrics, rateOf }: { readonly bets: readonly Bet[]; readonly reviews: readonly Review[]; readonly metrics: readonly Metric[]; readonly rateOf: (id: string) => Rate | undefined }): ReactNode {
  const navigate = useNavigate();
  const open = (at: number): void => { const bet = bets[at]; if (bet) void navigate({ to: `/bets/${bet.key}` }); };
  const keys = useRowKeys({ name: 'bets', group: 'Bets', count: bets.length, actions: [{ keys: 'Enter', title: 'Open the bet', run: open }] });
  const placed = bets.some(({ seal }) => seal !== undefined);
  const over = bets[0] !== undefined && ['settled', 'dropped'].includes(shelfOf(bets[0]));
  return (
    <Rows items={bets} itemKey={(bet) => bet.id} keys={keys} label="Bets" className={placed ? 'bet-row' : 'bet-row bet-row-draft'} rowLabel={(bet) => `${bet.key}, ${bet.claim}`} onRow={open} head={<><span /><span>Bet</span>{placed && <span>Said, beside the base rate</span>}<span>{over ? 'What came of it' : 'What comes next'}</span></>}>
      {(bet) => (
        <>
          <span className="row-key">{bet.key}</span>
          <span className="row-title bet-claim"><AppLink className="row-link" href={`/bets/${bet.key}`}>{bet.claim}</AppLink></span>
          {placed && <span className="bet-said">{bet.terms.probability !== undefined && bet.seal !== undefined && <SaidMark said={bet.terms.probability} base={rateOf(bet.id)} />}</span>}
          <span className="row-meta bet-next"><Next bet={bet} reviews={reviews} metric={metrics.find(({ id }) => id === bet.terms.metric)} /></span>
        </>
      )}
    </Rows>
  );
}

/** You and the base rate as two marks on one field. */
function SaidMark({ said: p, base }: { readonly said: number; readonly base: Rate | undefined }): ReactNode {
  const at = (share: number): number => 6 + share * 88;
  return (
    <>
      <svg width="100" height="16" viewBox="0 0 100 16" aria-hidden="true">
        {base !== undefined && <rect x={at(base.low)} y="4" width={at(base.high) - at(base.low)} height="8" fill="var(--band)" />}
        <line x1="6" x2="94" y1="8" y2="8" stroke="var(--edge)" />
        {base !== undefined && <line x1={at(base.rate)} x2={at(base.rate)} y1="1" y2="15" stroke="var(--ink)" strokeDasharray="3 2" />}
        <circle cx={at(p)} cy="8" r="4.5" fill="var(--accent)" stroke="var(--paper)" strokeWidth="1.5" />
      </svg>
      <span className="tabular">{chance(p)}<span className="hidden-words">{base === undefined ? ' said' : ` said, base rate ${chance(base.rate)}`}</span></span>
    </>
  );
}

function Next({ bet, reviews, metric }: { readonly bet: Bet; readonly reviews: readonly Review[]; readonly metric: Metric | undefined }): ReactNode {
  const { outcome, terms, ship } = bet;
  switch (shelfOf(bet)) {
    case 'draft': { const left = missingFields(bet).length; return left === 0 ? <b>ready to be placed</b> : `${left === 1 ? 'one thing' : `${left} things`} still to say`; }
    case 'placed': return terms.shipBy === undefined ? 'waits for its ship' : `ships by ${dayShort(terms.shipBy)}`;
    case 'shipped': {
      const review = nextReview(reviews, bet.id);
      if (review === undefined) return ship === undefined ? '' : `shipped ${dayShort(ship.shippedOn)}`;
      return review.state === 'due' ? <AppLink className="link link-small" href={`/bets/${bet.key}/review/${review.review}`}>{reviewWords(review)}</AppLink> : reviewWords(review);
    }
    case 'settled': {
      if (outcome === undefined) return '';
      const measure = effectMeasure(terms.scale, metric);
      const kind = outcome.status === 'won' ? 'won' : outcome.status === 'lost' ? 'lost' : 'cannot_tell';
      return <><Verdict kind={kind} />{outcome.atAPrice === true && ' at a price'}{outcome.effect !== undefined && <>, <span className="tabular">{said(outcome.effect, measure, { signed: true })} ({saidRange(outcome.low ?? null, outcome.high ?? null, measure, { signed: true })})</span></>}{outcome.grade !== undefined && `, grade ${outcome.grade}`}</>;
    }
    case 'dropped': return <>{outcome?.costAvoided !== undefined && <b>saved {moneyWords(outcome.costAvoided, terms.money)}</b>}{outcome?.costAvoided !== undefined && bet.closedReason !== undefined && '; '}{bet.closedReason ?? ''}</>;
  }
}
