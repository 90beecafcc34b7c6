// What stands behind one day of a readout's picture: what was measured less what was expected.
import type { ReactNode } from 'react';
import { differenceMeasure } from '../../charts/outcome/readout-pictures.ts';
import { said, type Measure } from '../../charts/outcome/measure.ts';
import { dayWords, timeWords } from '../../data/words.ts';
import { WhyBody } from '../../ui/WhyBody.tsx';
import type { NotableDay } from './readout-picture.ts';
import type { Readout } from './readout-words.ts';

export function DayWhy({ readout, day, measure }: { readonly readout: Readout; readonly day: NotableDay; readonly measure: Measure }): ReactNode {
  const difference = said(day.actual - day.expected, differenceMeasure(measure), { signed: true });
  return (
    <WhyBody number={difference} of={`${readout.metric ?? 'the metric'} on ${dayWords(day.day)}: ${day.why}`} formula={<p className="formula">measured − expected<br />{said(day.actual, measure)} − {said(day.expected, measure)} = <b>{difference}</b></p>}
      range="A single day says little: the verdict is taken from the mean of the whole window." computed={`${timeWords(readout.madeAt)}, frozen with its inputs.`} />
  );
}
