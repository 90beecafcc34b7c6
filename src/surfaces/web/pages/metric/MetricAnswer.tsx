// What a metric's own history lets it answer 30, 90 and 365 days after a ship, against the smallest effect that would matter.
import { useEffect, useState, type ReactNode } from 'react';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { detectabilitySummary, detectabilityTable } from '../../charts/outcome/detectability.ts';
import { DetectabilityChart } from '../../charts/outcome/DetectabilityChart.tsx';
import { Figure } from '../../charts/Figure.tsx';
import { useAsk } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Answered } from '../../parts/Answered.tsx';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { detectabilityOf, detectFinding, whyNot } from './detect-words.ts';
import { differenceOf, effectIn, measureOf, type Metric } from './metric-words.ts';

type Scale = 'relative' | 'absolute';
const PAUSE_MS = 400;

/** The text once nobody has typed for a moment: the answer takes all of the metric's history into account. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function MetricAnswer({ metric }: { readonly metric: Metric }): ReactNode {
  const [scale, setScale] = useState<Scale>('relative');
  const [text, setText] = useState('');
  const own = measureOf(metric);
  // What is asked of a share on its own scale is asked in points and answered in its unit of one.
  const inPoints = scale === 'absolute' && own.as === 'share';
  const typed = effectIn(useSettled(text), scale);
  const minEffect = inPoints && typed !== undefined ? typed / 100 : typed;
  const asked = useAsk('metric.answer', { metric: metric.id, scale, ...(minEffect === undefined ? {} : { minEffect }) }, { keep: true });
  const measure = scale === 'relative' ? { as: 'share' as const, unit: '%' } : differenceOf(own);
  const wrong = text.trim() !== '' && effectIn(text, scale) === undefined;
  return (
    <Section wide finding={asked.data === undefined ? 'What it can answer' : detectFinding(asked.data, measure, minEffect)} sub="From its own history, with today as the ship: the smallest effect that would be seen four times in five.">
      <div className="answer-fields">
        <TextField label="Smallest effect that would matter" short inputMode="decimal" placeholder={scale === 'relative' ? '3%' : inPoints ? '2' : '12.5'} value={text} onChange={setText} {...(wrong ? { error: 'A number above zero, such as 3.' } : {})} />
        <Select label="Said" choices={[{ id: 'relative', name: 'In per cent of its level' }, { id: 'absolute', name: inPoints || own.as === 'share' ? 'In points' : metric.unit === undefined ? 'In its own numbers' : `In ${metric.unit}` }]} value={scale} onChange={(id) => setScale(id as Scale)} />
      </div>
      <Answered asked={asked} shape="figure" words="Trying it on the past">
        {(answer) => {
          const data = detectabilityOf(answer, measure, minEffect);
          const sentences = [...new Set(answer.horizons.map(({ sentence }) => sentence))];
          if (data.rows.every(({ detectable }) => detectable === null)) {
            return <CannotTell what="what a ship did to it" because={whyNot(answer)} settledBy={sentences.length === 0 ? undefined : answer.advice?.replace(/\.$/, '') ?? 'a longer history, or a test on some users at random'} />;
          }
          return (
            <>
              <Figure id="answer" title="What each review could see" unit={`${scale === 'relative' ? 'Relative' : 'Absolute'} effect, seen four times in five; hatched: too small to tell from noise`} summary={detectabilitySummary(data)} table={figureTable(detectabilityTable(data))}>
                {(frame) => <DetectabilityChart data={data} frame={frame} />}
              </Figure>
              <ul className="answer-said">{sentences.map((one) => <li key={one}>{one}</li>)}</ul>
              {answer.advice !== undefined && <p className="answer-advice"><b>What to do instead.</b> {answer.advice}</p>}
            </>
          );
        }}
      </Answered>
      <p className="row-foot"><AppLink className="link link-small" href="/bets?add=1">Bet on it</AppLink></p>
    </Section>
  );
}
