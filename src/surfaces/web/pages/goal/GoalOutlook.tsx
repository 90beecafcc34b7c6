// The goal's metric so far against its target, with a fan to the end date; what each open bet adds; or why nothing can be said ahead.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { fanSummary, fanTable, type FanData } from '../../charts/outcome/fan.ts';
import { FanChart } from '../../charts/outcome/FanChart.tsx';
import { said } from '../../charts/outcome/measure.ts';
import { Figure } from '../../charts/Figure.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { Section } from '../../ui/Section.tsx';
import { betAdds, cannotTell, goalMeasure, outlookTitle, type Outlook } from './outlook-words.ts';

type Metric = OutputOf<'metric.list'>['metrics'][number];

export function GoalOutlook({ outlook, fan, metric }: { readonly outlook: Outlook; readonly fan: FanData; readonly metric: Metric | undefined }): ReactNode {
  const reason = cannotTell(outlook);
  const forecast = fan.fan.length > 0;
  return (
    <>
      <Figure id="outlook" title={outlookTitle(outlook)} unit={`${fan.metric}, ${outlook.series?.grain === 'day' ? 'means of seven days' : 'weekly'}${forecast ? '; fan: half and nine tenths of what may come' : ''}`} summary={fanSummary(fan)} table={figureTable(fanTable(fan))}
        {...(forecast ? { caption: `The fan goes on as the metric moved until now${outlook.bets.length > 0 ? ', with each open bet added by its effect as your record shrinks it' : ''}. It knows nothing of what nobody wrote down.` } : {})}>
        {(frame) => <FanChart data={fan} frame={frame} />}
      </Figure>
      {reason !== undefined && <div className="goal-cannot"><CannotTell what="where it is heading" because={`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`} {...(metric === undefined ? {} : { settledBy: <>more of the history of <AppLink className="link link-small" href={`/metrics/${metric.key}`}>{metric.key}</AppLink></> })} /></div>}
      {reason === undefined && !forecast && <p className="muted goal-cannot">{outlook.sentence}</p>}
    </>
  );
}

/** What each open bet adds by the end date. */
export function GoalBets({ outlook }: { readonly outlook: Outlook }): ReactNode {
  if (outlook.weeks === undefined) return null;
  const { bets, unit } = outlook;
  const total = bets.reduce((sum, bet) => sum + bet.mean, 0);
  return (
    <Section wide finding={bets.length === 0 ? 'No open bet is on this metric' : `The open ${bets.length === 1 ? 'bet adds' : 'bets add'} about ${said(total, { ...goalMeasure(unit), ...(unit?.startsWith('%') === true ? { unit: ' points' } : {}) }, { signed: true })} by the end`}
      sub={bets.length === 0 ? 'A placed bet whose metric this is moves the fan and the chance.' : 'Each by its stated effect, shrunk by what your earlier bets delivered; in brackets nine tenths of what it may be. The chance moves as bets settle.'}>
      {bets.length === 0
        ? <p className="actions"><AppLink className="link" href="/bets?add=1">Write a bet down</AppLink></p>
        : (
          <ul className="rows" aria-label="What each open bet adds">
            {bets.map((bet) => <li key={bet.bet} className="row goal-bet"><span className="row-key">{bet.key}</span><span className="row-title"><AppLink className="tree-link" href={`/bets/${bet.key}`}>{bet.claim}</AppLink></span><span className="right tabular">{betAdds(bet, unit)}</span></li>)}
          </ul>
        )}
    </Section>
  );
}
