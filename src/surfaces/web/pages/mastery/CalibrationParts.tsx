// Calibration as far as the number of resolved bets allows: the bets themselves, then groups with what luck alone would give, then a score
// with its error and the curve's shape, then its parts.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { reliabilityCurveSummary, reliabilitySummary, reliabilityTable, settledOf } from '../../charts/outcome/reliability.ts';
import { ReliabilityCurve } from '../../charts/outcome/ReliabilityCurve.tsx';
import { ReliabilityStrip } from '../../charts/outcome/ReliabilityStrip.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Section } from '../../ui/Section.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { brierWords, coveredWords, curveOf, saidBets, stripTitle, unresolvableWords, type Record } from './mastery-words.ts';

const RANGE_FROM = 5;
const SHAPE_FROM = 10;

export function CalibrationParts({ record }: { readonly record: Record }): ReactNode {
  if (record.list.length === 0) return <Section finding="No bet is settled yet" sub="Here every settled bet stands with what you said and what came of it: said 70%, happened." />;
  // Under five bets there is no statistic, and a base rate is one.
  const data = { bets: saidBets(record), baseRate: record.n < RANGE_FROM ? undefined : record.baseRate };
  const untold = [unresolvableWords(record), coveredWords(record)].filter((words) => words !== undefined).join(' ');
  return (
    <>
      <Figure id="said" title={stripTitle(record)} unit="The probability you gave, and what came of it" summary={reliabilitySummary(data)} table={figureTable(reliabilityTable(data))} {...(untold === '' ? {} : { caption: untold })}>
        {(frame) => <ReliabilityStrip data={data} frame={frame} />}
      </Figure>
      <Scores record={record} />
    </>
  );
}

function Scores({ record }: { readonly record: Record }): ReactNode {
  const { groups, brier, split } = record;
  const curve = curveOf(record);
  const words = brierWords(record);
  if (groups === undefined && brier === undefined && curve === undefined) return null;
  const drawn = curve !== undefined && settledOf(curve.bets).length >= SHAPE_FROM ? curve : undefined;
  const shape = record.curve?.numbersShown === true ? undefined : 'Its shape only: too few bets for its numbers.';
  return (
    <Section finding="What you say, and how often it comes true">
      {groups !== undefined && <ul className="mastery-list" aria-label="Bets said alike">{groups.map(({ from, sentence }) => <li key={from}>{sentence}</li>)}</ul>}
      {words !== undefined && brier !== undefined && <p className="mastery-score">{scoreOpened(words, record)}</p>}
      {drawn !== undefined && (
        <Figure id="curve" title="What came true, against what you said" unit={shape ?? 'Isotonic fit over resolved bets'} caption="On the dashed line both would be equal: under it you were too sure, over it not sure enough." wide={false}
          summary={shape === undefined ? reliabilityCurveSummary(drawn) : 'The shape of what came true against what was said.'} table={figureTable(reliabilityTable(drawn))}>
          {(frame) => <ReliabilityCurve data={drawn} frame={frame} {...(shape === undefined ? {} : { label: 'The shape of what came true against what was said; too few bets for its numbers.' })} />}
        </Figure>
      )}
      {split !== undefined && (
        <dl className="record mastery-split">
          <dt>Off by</dt><dd>{split.miscalibration.toFixed(3)}: what you say differs from how often it comes true</dd>
          <dt>Told apart</dt><dd>{split.discrimination.toFixed(3)}: how well you tell bets that come true from those that do not</dd>
          <dt>Uncertainty</dt><dd>{split.uncertainty.toFixed(3)}: what nobody could know beforehand</dd>
        </dl>
      )}
    </Section>
  );
}

/** The score in its sentence opens into how it is made. */
function scoreOpened(words: string, record: Record): ReactNode {
  const match = /\d\.\d\d(?= over)/.exec(words);
  if (match === null || record.brier === undefined) return words;
  const { sd, noise } = record.brier;
  return (
    <>
      {words.slice(0, match.index)}
      <NumberRef id="brier" explain={<WhyBody number={match[0]} of={`mean of ${record.n} bets`}
        formula={<p className="formula">mean of (said − came)² + came × (1 − came) = <b>{match[0]}</b></p>}
        range={sd === undefined ? undefined : `Its error is ${sd.toFixed(3)}: with so few bets, luck alone moves it that far.`}
        leftOut={noise === undefined ? undefined : `${noise.toFixed(3)} of it is that outcomes are not known for sure.`} computed="Just now, from your settled bets." />}>{match[0]}</NumberRef>
      {words.slice(match.index + match[0].length)}
    </>
  );
}
