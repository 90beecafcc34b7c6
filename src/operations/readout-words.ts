// Sentences for what a reading warns of, made from its codes. The verdict's own sentences are the engine's; these stand under them.
import type { Fact } from '../domain/outcome/randomised/experiment.ts';
import { countText, effectText, plainNumber, shareText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';

const SERIES: Readonly<Record<string, (name: string) => string>> = {
  'control-moved-by-ship': (name) => `“${name}” moved with the ship itself, so it is left out as a control.`,
  'control-does-not-vary': (name) => `“${name}” does not vary before the ship, so it is left out as a control.`,
  'holiday-not-learnt': (name) => `“${name}” fell fewer than twice before the ship, so its effect is not known and stays inside this number.`,
  'read-by-week': () => 'Days hold fewer than 30 events on average, so it is read by the week.',
  'other-ships-as-noise': () => 'With every other ship taken out, too little history would remain to try the method on; their effects count as noise.',
  'variance-break': () => 'The metric was much noisier in the last quarter of its history than before: the interval may be too narrow.',
  'controls-include-not-yet-treated': () => 'Units that got the change later stand in as controls until they do.',
  'missing-cells': (count) => `${cells(count)} no value and left out.`,
  'cells-without-comparison': (count) => `${cells(count)} no unit to compare with and left out.`,
  'treated-from-the-start': (count) => `${countText(Number(count), 'unit')} had the change from the first period on: without a before, left out.`,
  'donors-with-gaps-left-out': (count) => `${countText(Number(count), 'unit')} with gaps left out of the synthetic one.`,
  'periods-left-out': (count) => `${countText(Number(count), 'period')} without a value of the treated units left out.`,
  'population-weights-not-used': () => 'Population weights are not used by this method.',
};

function cells(count: string): string {
  return count === '1' ? 'One pair of unit and period has' : `${plainNumber(Number(count))} pairs of unit and period have`;
}

/** `control-moved-by-ship:visits` and its like; a code that is not known is not spoken of. */
export function warningSentences(warnings: readonly string[]): string[] {
  return warnings.flatMap((warning) => {
    const at = warning.indexOf(':');
    const [code, name] = at < 0 ? [warning, ''] : [warning.slice(0, at), warning.slice(at + 1)];
    return SERIES[code]?.(name) ?? [];
  });
}

/** What a reader of a test must know beside its verdict. `unit` is the claim's. */
export function factSentence({ code, details }: Fact, unit: EffectUnit, named: boolean): string | undefined {
  const number = (name: string): number => Number(details[name]);
  switch (code) {
    case 'days-unknown': return 'How many days the test ran is not in the file; it should be whole weeks. Name the column of days with --date.';
    case 'no-declared-end': return 'No end was declared, so the interval is one that holds however often it is looked at, and wider for it. A test with a declared end says so with --declared-end.';
    case 'still-running': return 'The test is still running: the interval holds at every look.';
    case 'after-declared-end': return 'This look came after the declared end: the interval is the one that holds at every look.';
    case 'fixed-at-declared-end': return `Read once, at the declared end, at ${plainNumber(number('alpha') * 80)}%: one in five of the allowed errors is kept for looks on the way.`;
    case 'under-two-weeks': return `It ran ${countText(number('days'), 'day')}; two whole weeks would even out the days of the week.`;
    case 'several-arms': return `${countText(number('arms'), 'arm')} share the allowed error; the one that is shown is the one asked for, or the best.`;
    case 'pre-period-used': return `What was known before took ${shareText(1 - number('varianceRatio'))} of the variance out.`;
    case 'capped': return number('units') === 0 ? undefined : `The largest amounts count as ${plainNumber(number('cap'))}: ${countText(number('units'), 'customer')} cut to it.`;
    case 'cap-not-sealed': return 'The cap comes from the data itself, the amount that 99.5% stay below; one that was declared beforehand is better.';
    case 'looks-disagree': return 'The looks contradict each other: the effect changed on the way, or the units did.';
    case 'could-have-seen': return named ? `The smallest effect this test sees four times in five is ${effectText(number('detectable'), unit)}; you needed ${effectText(number('needed'), unit)}.` : `The smallest effect this test sees four times in five is ${effectText(number('detectable'), unit)}.`;
    case 'decisive-at-units': return named ? `About ${number('units').toLocaleString('en')} units in all would decide it, if the estimate stays where it is.` : undefined;
  }
}
