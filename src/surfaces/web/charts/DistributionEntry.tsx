// A stated effect typed as a range, "2 to 20", with what it implies drawn and said while it is typed. It refuses what the
// domain refuses, in words, and hands out nothing then.
import type { ReactNode } from 'react';
import type { Distribution } from '../../../domain/outcome/estimate.ts';
import { distributionBetween, readStatedRange, type StatedEffectRefusal } from '../../../domain/outcome/next-bet/stated-effect.ts';
import { TextField } from '../ui/TextField.tsx';
import { Measured } from './Measured.tsx';
import { distributionSentences } from './outcome/distribution.ts';
import { distributionView } from './outcome/distribution-view.ts';
import { DistributionPreview } from './outcome/DistributionPreview.tsx';
import type { Measure } from './outcome/measure.ts';

export type EnteredEffect =
  | { readonly ok: true; readonly distribution: Distribution }
  | { readonly ok: false; readonly sentence: string };

const REFUSALS: Readonly<Record<StatedEffectRefusal, string>> = {
  effect_unreadable: 'Two numbers, such as 2 to 20: nineteen times in twenty it is above the first, and as often below the second.',
  effect_one_number: 'One number says how much, not how sure. Write a range, such as 2 to 20.',
  effect_ambiguous_comma: 'The comma may mark decimals or thousands. Write the number with a point, or without the comma.',
  effect_reversed: 'The smaller end comes first.',
  effect_no_width: 'Both ends are the same. Nobody is that sure; write a range.',
};

/**
 * Reads what was typed in the measure's values. With a share, "2 to 20" and "2% to 20%" are both 0.02 to 0.2; with a number,
 * a per cent sign is refused because it would be a share of something not named.
 */
export function enteredEffect(text: string, measure: Measure): EnteredEffect {
  const range = readStatedRange(text);
  if (!range.ok) return { ok: false, sentence: REFUSALS[range.refusal.code] };
  if (range.value.percent && measure.as === 'number') return { ok: false, sentence: `This effect is counted in${measure.unit === '' ? ' plain numbers' : ` ${measure.unit.trim()}`}, without a per cent sign.` };
  const scale = measure.as === 'share' && !range.value.percent ? 100 : 1;
  return { ok: true, distribution: distributionBetween(range.value.low / scale, range.value.high / scale) };
}

export interface DistributionEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly measure: Measure;
  /** Above 0, in the measure's values. */
  readonly minEffect?: number | undefined;
  readonly hint?: ReactNode;
  /** A refusal of the server, in place of the field's own. */
  readonly error?: ReactNode;
}

export function DistributionEntry({ label, value, onChange, measure, minEffect, hint = 'The 5th and the 95th percentile, such as 2 to 20. The good direction is positive.', error }: DistributionEntryProps): ReactNode {
  const entered = value.trim() === '' ? undefined : enteredEffect(value, measure);
  const view = entered?.ok ? distributionView(entered.distribution, measure, minEffect) : undefined;
  const refusal = error ?? (entered?.ok === false ? entered.sentence : undefined);
  return (
    <div className="distribution-entry">
      <TextField label={label} value={value} onChange={onChange} hint={hint} {...(refusal === undefined ? {} : { error: refusal })} short />
      {view && <>
        <Measured>{(frame) => <DistributionPreview data={view} frame={frame} />}</Measured>
        <ul className="distribution-words" aria-live="polite">{distributionSentences(view).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      </>}
    </div>
  );
}
