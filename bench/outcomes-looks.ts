// What looking at a randomised test thirty times costs in false alarms and in power, beside the ways others read it.
import { simulatePeeking, type Called } from '../src/domain/outcome/randomised/peeking-simulation.ts';

const LOOKS = 30;
const UNITS = 200;
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
/** Two-sided 5% and 80%: 1.960 + 0.842 standard errors. */
const DETECTED = 2.8016;

const shown = ({ hybrid, naive, alwaysValid, fixed }: Called): string =>
  `ours ${percent(hybrid)}, a fixed interval at every look ${percent(naive)}, one always-valid interval ${percent(alwaysValid)}, a fixed test read once ${percent(fixed)}`;

export function looks(tests: number): void {
  const plan = { looks: LOOKS, unitsPerArmPerLook: UNITS, variance: 1, alpha: 0.05, planned: 2 * LOOKS * UNITS, tests, seed: 7 };
  console.log(`Randomised tests, ${LOOKS} looks, ${tests.toLocaleString('en')} tests`);
  console.log(`  false alarms without an effect: ${shown(simulatePeeking({ ...plan, effect: 0 }))} (goal for ours 5% or less)`);
  console.log(`  power where a fixed test has 80%: ${shown(simulatePeeking({ ...plan, effect: DETECTED * Math.sqrt(2 / (LOOKS * UNITS)) }))} (goal for ours 75% or more)\n`);
}
