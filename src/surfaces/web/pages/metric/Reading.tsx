// Values that are looked at before they are kept: the picture, what was guessed, gaps, and what could not be read.
import type { ReactNode } from 'react';
import { known } from '../../charts/outcome/day-series.ts';
import { said as saidOf } from '../../charts/outcome/measure.ts';
import type { MetricHistoryData } from '../../charts/outcome/metric-history.ts';
import { counted, dayShort } from '../../data/words.ts';
import { spanWords } from './metric-picture.ts';
import { MetricPicture } from './MetricPicture.tsx';
import { measureOf, valuesOf, type Metric } from './metric-words.ts';
import { UnreadTable } from './UnreadTable.tsx';
import type { Preview } from './use-metric-preview.ts';

/** Fewer values than this are a list, not a picture. */
const FEWEST = 5;

export interface ReadingProps {
  readonly preview: Preview;
  readonly name: string;
  readonly unit: string;
  readonly kind: Metric['kind'];
  readonly today: string;
}

export function Reading({ preview, name, unit, kind, today }: ReadingProps): ReactNode {
  const { series, said, unread, unreadTotal } = preview;
  const rate = series.denominators !== undefined;
  const data = { metric: name === '' ? preview.value || 'The values' : name, measure: measureOf({ kind: rate ? 'rate' : kind, unit }), grain: series.grain, points: valuesOf(series), revised: [], ships: [], today };
  return (
    <div className="reading wide">
      {known(data.points).length < FEWEST ? <FewValues data={data} /> : <MetricPicture data={data} computed="As the values were handed over; they are not kept yet." />}
      {said.length > 0 && <ul className="reading-said">{said.map((one) => <li key={one}>{one}</li>)}</ul>}
      {unreadTotal > 0 && (
        <details className="reading-unread" open={unreadTotal <= 5}>
          <summary>{counted(unreadTotal, 'cell')} could not be read and {unreadTotal === 1 ? 'is' : 'are'} left out</summary>
          <UnreadTable unread={unread} total={unreadTotal} />
        </details>
      )}
    </div>
  );
}

function FewValues({ data }: { readonly data: MetricHistoryData }): ReactNode {
  return (
    <div className="few">
      <p className="figure-title">{spanWords(data)}</p>
      <ul className="few-values">{known(data.points).map(({ day, value }) => <li key={day}><span className="muted">{dayShort(day)}</span> <b>{saidOf(value, data.measure)}</b></li>)}</ul>
    </div>
  );
}
