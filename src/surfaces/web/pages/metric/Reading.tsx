// Values that are looked at before they are kept: the picture, what was guessed, gaps, and what could not be read.
import type { ReactNode } from 'react';
import { counted } from '../../data/words.ts';
import { MetricPicture } from './MetricPicture.tsx';
import { measureOf, valuesOf, withoutOptions, type Metric } from './metric-words.ts';
import { UnreadTable } from './UnreadTable.tsx';
import type { Preview } from './use-metric-preview.ts';

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
      <MetricPicture data={data} computed="As the values were handed over; they are not kept yet." />
      {said.length > 0 && <ul className="reading-said">{said.map((one) => <li key={one}>{withoutOptions(one)}</li>)}</ul>}
      {unreadTotal > 0 && (
        <details className="reading-unread" open={unreadTotal <= 5}>
          <summary>{counted(unreadTotal, 'cell')} could not be read and {unreadTotal === 1 ? 'is' : 'are'} left out</summary>
          <UnreadTable unread={unread} total={unreadTotal} />
        </details>
      )}
    </div>
  );
}
