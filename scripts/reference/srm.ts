// Answers reference cases of the split check, once and at every look.
import { sequentialSplit, SPLIT_ALARM, splitPValue } from '../../src/domain/outcome/randomised/sample-ratio.ts';
import { must, type Fields } from './arm-input.ts';

export function runCase(input: Fields): unknown {
  if (input['cumulativeCounts'] !== undefined) {
    const counts = input['cumulativeCounts'] as number[][];
    const weights = (input['weights'] as number[] | undefined) ?? counts[0]!.map(() => 1);
    const steps = must(sequentialSplit(counts, weights, input['concentration'] as number | undefined));
    const alarm = typeof input['alarm'] === 'number' ? input['alarm'] : SPLIT_ALARM;
    const first = steps.findIndex(({ p }) => p < alarm);
    return {
      logBF: steps.map(({ logBayesFactor }) => logBayesFactor), seqP: steps.map(({ p }) => p),
      alarms: steps.map(({ p }) => p < alarm), firstAlarm: first < 0 ? null : first + 1, firstAlarmLook: first < 0 ? null : first + 1,
    };
  }
  const cases = (input['cases'] as Fields[] | undefined) ?? [input];
  const alarm = typeof input['alarm'] === 'number' ? input['alarm'] : SPLIT_ALARM;
  const pValues = cases.map((one) => must(splitPValue(one['counts'] as number[], (one['weights'] as number[] | undefined) ?? (one['counts'] as number[]).map(() => 1))));
  return { pValues, alarms: pValues.map((p) => p < alarm), pValue: pValues[0], alarm: pValues[0]! < alarm };
}
