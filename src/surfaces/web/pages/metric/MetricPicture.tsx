// A metric's history as a picture with its title, caption and table; the days that have something to tell open like numbers.
import type { ReactNode } from 'react';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { missingIn } from '../../charts/outcome/day-series.ts';
import { said } from '../../charts/outcome/measure.ts';
import { metricHistorySummary, metricHistoryTable, metricHistoryUnit, type MetricHistoryData } from '../../charts/outcome/metric-history.ts';
import { MetricChart } from '../../charts/outcome/MetricChart.tsx';
import { Figure } from '../../charts/Figure.tsx';
import { counted, dayShort } from '../../data/words.ts';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { notable, spanWords, unseenShips } from './metric-picture.ts';
import { dayOrWeek } from './metric-words.ts';

export interface MetricPictureProps {
  readonly data: MetricHistoryData;
  readonly title?: ReactNode;
  /** Where the values came from and when, for a value that is opened. */
  readonly computed: ReactNode;
}

export function MetricPicture({ data, title, computed }: MetricPictureProps): ReactNode {
  const missing = missingIn(data.points, data.grain);
  const gaps = missing === 0 ? undefined : `${counted(missing, data.grain)} ${missing === 1 ? 'has' : 'have'} no value; ${missing === 1 ? 'it stays a gap' : 'they stay gaps'}.`;
  const caption = [gaps, unseenShips(data)].filter(Boolean).join(' ');
  return (
    <Figure id="history" title={title ?? `${spanWords(data)}`} unit={metricHistoryUnit(data)} {...(caption === '' ? {} : { caption })} summary={metricHistorySummary(data)} table={figureTable(metricHistoryTable(data))}
      points={notable(data).map(({ day, value, why }) => {
        const was = data.revised.find((one) => one.day === day)?.was;
        return {
          id: `point-${day}`, name: `${said(value, data.measure)} ${dayOrWeek(data.grain, day)}, ${why}`,
          explain: <WhyBody number={said(value, data.measure)} of={`${data.metric}, ${dayOrWeek(data.grain, day)}: ${why}`} formula={<p className="formula">As it was read; nothing is computed.</p>} {...(was === undefined ? {} : { range: `It was first read as ${said(was, data.measure)}.` })} computed={<>{computed} Days from {dayShort(data.points[0]?.day ?? day)}.</>} />,
        };
      })}>
      {(frame) => <MetricChart data={data} frame={frame} />}
    </Figure>
  );
}
