// A metric's sentence: its last value, and the last four weeks beside the four before. Says nothing of causes.
import type { ReactNode } from 'react';
import { said } from '../../charts/outcome/measure.ts';
import type { MetricHistoryData } from '../../charts/outcome/metric-history.ts';
import { counted, timeWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { behindWords, dayOrWeek, differenceOf, lately, measureOf, scheduleWords, staleWords, type Averages, type Metric } from './metric-words.ts';

/** A longer name follows the sentence instead of opening it, so that the sentence stays one. */
const SHORT_NAME = 70;

export function MetricLead({ metric, picture, children }: { readonly metric: Metric; readonly picture: MetricHistoryData | undefined; readonly children: ReactNode }): ReactNode {
  const stale = staleWords(metric);
  const short = metric.name.length <= SHORT_NAME;
  const active = metric.state === 'active';
  const averages = picture === undefined ? undefined : lately(picture.points, picture.grain);
  return (
    <Lead>
      <p className="way-back"><AppLink className="link link-small" href="/metrics">Metrics</AppLink></p>
      <Sentence {...(short && active ? {} : { lede: <>{!short && <>{metric.name}. </>}{!active && 'It is retired: its values stay, and nothing new is read.'}</> })}>
        {metric.last === undefined || metric.lastOn === undefined ? <>{short ? metric.name : metric.key} has no value yet.</> : <>{short && <>{metric.name}: </>}<Last metric={metric} last={metric.last} on={metric.lastOn} /> {dayOrWeek(metric.grain, metric.lastOn)}.{averages !== undefined && <> <Lately metric={metric} averages={averages} /></>}</>}
      </Sentence>
      <Freshness {...(stale === undefined ? {} : { stale: `It is ${stale}; ${behindWords(metric)}.` })}>
        {metric.key}. {metric.direction === 'up' ? 'More' : 'Less'} is better. {metric.source.says}{metric.schedule === 'none' ? '' : `, ${scheduleWords(metric.schedule)}`}.
        {metric.refreshedAt !== undefined && <> Last read {timeWords(metric.refreshedAt)}.</>} {counted(metric.points, 'value')}, {metric.gaps === 0 ? 'no gap' : counted(metric.gaps, 'gap')}.
      </Freshness>
      {children}
    </Lead>
  );
}

function Last({ metric, last, on }: { readonly metric: Metric; readonly last: number; readonly on: string }): ReactNode {
  const words = said(last, measureOf(metric));
  return <NumberRef id="last" explain={<WhyBody number={words} of={`${metric.name} ${dayOrWeek(metric.grain, on)}, the last value there is`} formula={<p className="formula">{metric.kind === 'rate' ? 'The count of that day divided by what it is out of.' : 'As it was read; nothing is computed.'}</p>} computed={metric.refreshedAt === undefined ? metric.source.says : `${metric.source.says}; last read ${timeWords(metric.refreshedAt)}.`} />}>{words}</NumberRef>;
}

function Lately({ metric, averages }: { readonly metric: Metric; readonly averages: Averages }): ReactNode {
  const measure = measureOf(metric);
  const { now, before, from, nowDays, beforeDays } = averages;
  const change = now - before;
  const mean = said(now, measure);
  const size = said(Math.abs(change), differenceOf(measure));
  const same = /^0(\D|$)/.test(size);
  return (
    <>The last four weeks averaged <NumberRef id="lately" explain={(
      <WhyBody number={mean} of={`${metric.name}, mean of the last four weeks, ${dayOrWeek('day', from)} and after`} formula={<p className="formula">The sum of {counted(nowDays, 'value')} divided by {nowDays}. Gaps count for nothing.</p>}
        range={`The four weeks before averaged ${said(before, measure)} over ${counted(beforeDays, 'value')}. The difference says nothing of its cause, and nothing of chance.`} computed={`From the ${metric.grain === 'day' ? 'daily' : 'weekly'} values in the picture.`} />
    )}>{mean}</NumberRef>, {same ? 'as much as the four before' : `${size} ${change > 0 ? 'more' : 'less'} than the four before`}.</>
  );
}
