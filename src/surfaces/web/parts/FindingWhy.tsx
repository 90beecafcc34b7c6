// What stands behind one finding, in the why panel: its number, what it rests on, what would change it, and what it does not claim.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { useAsk } from '../data/ask.ts';
import { count, dayWords, percent } from '../data/words.ts';
import { AppLink } from './AppLink.tsx';
import { formulaAddress } from './formula-address.ts';
import { NumberRef } from '../ui/NumberRef.tsx';
import { WhyBody } from '../ui/WhyBody.tsx';

type Finding = OutputOf<'finding.list'>['findings'][number];

const GRADES: Readonly<Record<Finding['grade'], string>> = { measured: 'counted from the tracker', estimated: 'estimated from this tracker’s history', declared: 'as you said it', missing: 'not known' };

function headOf({ value, unit, rule }: Finding): string {
  if (value === undefined) return rule === 'duplicate' ? 'alike' : 'in words';
  if (unit === 'share') return percent(value);
  return unit === undefined ? count(value) : `${count(Math.round(value * 10) / 10)} ${unit}`;
}

/** `asOf` is the audit's day. `children` are the words that open: `Why`. */
export function FindingWhy({ finding, asOf, children }: { readonly finding: Finding; readonly asOf: string; readonly children: ReactNode }): ReactNode {
  return <NumberRef id={`finding~${finding.id}`} label={`Why, for ${finding.item?.key ?? 'the goal'}`} explain={<Body finding={finding} asOf={asOf} />}>{children}</NumberRef>;
}

function Body({ finding, asOf }: { readonly finding: Finding; readonly asOf: string }): ReactNode {
  const rules = useAsk('rule.list', {});
  const rule = rules.data?.rules.find((one) => one.rule === finding.rule);
  const { interval, n } = finding;
  const address = formulaAddress(rule?.formula);
  return (
    <WhyBody number={headOf(finding)} of={finding.why}
      range={interval !== undefined && interval[1] <= 1 && <>Whole range: {percent(interval[0])} to {percent(interval[1])}{n !== undefined && <>, from {count(n)} cases</>}.</>}
      computed={<>As of {dayWords(asOf)}, {GRADES[finding.grade]}.</>}>
      {rule !== undefined && <><h3>What the rule asks</h3><p>{rule.asks}{address !== undefined && <> <AppLink className="link link-small" href={address}>How it is worked out</AppLink></>}</p></>}
      <h3>What it does not claim</h3><p>{finding.notClaimed}</p>
      <h3>What would change it</h3><p>{finding.whatWouldChangeIt}</p>
    </WhyBody>
  );
}
