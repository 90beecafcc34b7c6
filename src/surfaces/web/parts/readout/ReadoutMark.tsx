// The mark of a readout beside its word: told apart by form, coloured only by a verdict.
import type { ReactNode } from 'react';
import { StandingGlyph } from '../../charts/outcome/StandingGlyph.tsx';
import { toneOf } from '../../charts/outcome/readout-pictures.ts';
import { standingOf, verdictWord, type Readout } from './readout-words.ts';

export function ReadoutMark({ readout }: { readonly readout: Readout }): ReactNode {
  const standing = standingOf(readout);
  const tone = standing === 'won' && !readout.atAPrice ? 'good' : standing === 'lost' && toneOf(readout.report) === 'bad' ? 'bad' : undefined;
  return (
    <b className={`readout-mark${tone === undefined ? '' : ` ${tone}`}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><StandingGlyph standing={standing} x={7} y={7} colour={tone === undefined ? 'var(--ink)' : `var(--${tone})`} /></svg>
      {verdictWord(readout)}{verdictWord(readout).includes(':') && '.'}
    </b>
  );
}
