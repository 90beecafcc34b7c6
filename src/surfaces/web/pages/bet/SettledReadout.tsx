// The readout that settled a bet, in two parts of its page: the pictures under the outcome, and what stands behind them further down.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AgainstBar, ReadoutFigure } from '../../parts/readout/ReadoutFigures.tsx';
import { ReadoutBehind } from '../../parts/readout/ReadoutView.tsx';
import '../../parts/readout/readout.css';
import type { Bet } from './bet-words.ts';

/** `part` chooses; nothing is shown of a bet that was settled without a readout. */
export function SettledReadout({ bet, part }: { readonly bet: Bet; readonly part: 'pictures' | 'behind' }): ReactNode {
  const id = bet.outcome?.readout;
  const asked = useAsk('readout.get', { readout: id ?? '' }, { when: id !== undefined });
  if (id === undefined) return null;
  const { effectLow, effectHigh } = bet.terms;
  const promised = effectLow === undefined || effectHigh === undefined ? undefined : { low: effectLow, high: effectHigh };
  return (
    <Answered asked={asked} shape={part === 'pictures' ? 'figure' : 'lines'} words="Reading the readout">
      {({ readout }) => part === 'behind' ? <ReadoutBehind readout={readout} /> : <><ReadoutFigure readout={readout} ship={bet.ship?.title} /><AgainstBar readout={readout} promised={promised} /></>}
    </Answered>
  );
}
