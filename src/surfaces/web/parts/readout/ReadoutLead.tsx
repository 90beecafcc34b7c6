// The head of a readout: the finding as a sentence whose effect opens, the verdict with its mark and the grade of its evidence, and what
// was read when. `children` stand under it, such as what somebody remembered.
import type { ReactNode } from 'react';
import { gradeWords } from '../../charts/outcome/readout-story.ts';
import { dayWords, timeWords } from '../../data/words.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { EffectWhy } from './EffectWhy.tsx';
import { ReadoutMark } from './ReadoutMark.tsx';
import { findingOf, verdictMeaning, type Readout } from './readout-words.ts';

export interface ReadoutLeadProps {
  readonly readout: Readout;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

export function ReadoutLead({ readout, before, children }: ReadoutLeadProps): ReactNode {
  return (
    <Lead>
      {before}
      <h1><Finding readout={readout} /></h1>
      <p className="lede readout-verdict"><ReadoutMark readout={readout} />{'\u2002'}{verdictMeaning(readout)} Evidence {gradeWords(readout.report)}</p>
      <Freshness>{readLine(readout)} Frozen {timeWords(readout.madeAt)}.</Freshness>
      {children}
    </Lead>
  );
}

/** The first signed number of the finding is the effect: `It worked: [+8.3%], between ...`. */
function Finding({ readout }: { readonly readout: Readout }): ReactNode {
  const finding = findingOf(readout);
  const effect = readout.report.effect.absolute === null && readout.report.effect.relative === null ? null : /(?<![\w“])[+−-]\d[\d,.]*(?:%| points)?/.exec(finding);
  if (effect === null) return finding;
  return <>{finding.slice(0, effect.index)}<NumberRef id="effect" explain={<EffectWhy readout={readout} />}>{effect[0]}</NumberRef>{finding.slice(effect.index + effect[0].length)}</>;
}

function readLine({ report, metric, asOf }: Readout): string {
  const { picture, data } = report;
  if (picture?.case === 'before-after') return `${metric ?? 'The metric'}, read over ${dayWords(picture.window.from)} to ${dayWords(picture.window.to)}, known to ${dayWords(asOf)}.`;
  return `${data.units.toLocaleString('en')} units from ${report.source.files.map(({ name }) => name).join(', ')}.`;
}
