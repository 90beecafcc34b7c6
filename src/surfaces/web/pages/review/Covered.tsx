// The readout before it may be seen: its axis with the bar, and hatching where the interval is. Tells nothing of the result.
import type { ReactNode } from 'react';
import { IntervalPlot } from '../../charts/IntervalPlot.tsx';
import { said } from '../../charts/outcome/measure.ts';
import { Note } from '../../ui/Note.tsx';
import { effectMeasure } from '../../parts/readout/readout-picture.ts';
import { PRIVATE, type Bet } from './review-words.ts';

const WIDTH = 264;

export function Covered({ terms, unit }: { readonly terms: Bet['terms']; readonly unit: string | undefined }): ReactNode {
  const { minEffect, scale = 'relative' } = terms;
  const measure = effectMeasure({ scale, unit });
  const drawn = (value: number): number => (measure.as === 'share' ? value * 100 : value);
  const reach: [number, number] = [0, drawn((minEffect ?? 0) * 4)];
  return (
    <Note title="Covered">
      {minEffect !== undefined && (
        <IntervalPlot frame={{ width: WIDTH, narrow: true }} label="The interval is covered until you have answered."
          data={{ rows: [{ id: 'covered', name: '', mid: 0, low: 0, high: 0, tone: 'plain' }], bar: { value: drawn(minEffect), label: `bar ${said(minEffect, measure, { signed: true })}` }, domain: reach, signed: true, covered: true }} />
      )}
      <p className="review-covered">The outcome is shown once you have rated the decision and said what you remember.</p>
      <p>{PRIVATE}</p>
    </Note>
  );
}
