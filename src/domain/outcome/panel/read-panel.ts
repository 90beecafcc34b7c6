// Reads a change that reached some units and not others: which method fits the data, what it found, and whether it may decide.
// Knows no files, no names of doors and writes no sentences.
import type { Claim } from '../estimate.ts';
import { granted, type Ruling } from '../../kernel/ruling.ts';
import type { Controls } from './group-time.ts';
import { countsOf, type PanelReading } from './panel-reading.ts';
import { cohortsOf, countAt, panelOf, type PanelFault, type PanelInput } from './panel.ts';
import { readFewTreated } from './read-few-treated.ts';
import { readStaggered } from './read-staggered.ts';
import type { SecondOpinion } from './second-opinion.ts';

export interface PanelOptions {
  readonly claim: Claim;
  /** Whom staggered cohorts are compared with; chosen by the data when absent: units never treated, or with fewer than five of them also those treated later. */
  readonly controls?: Controls | undefined;
  /** Seed of everything drawn; the same seed gives the same bytes. */
  readonly seed?: number | undefined;
  /** Asked about a few treated units beside their synthetic one; disagreement in sign leaves the verdict open. */
  readonly secondOpinion?: SecondOpinion | undefined;
}

/** Treated units at one date up to which a synthetic unit is made for their mean. */
const FEW_TREATED = 3;

/**
 * Up to three units treated at one date: a synthetic unit; anything else: Callaway and Sant'Anna. Refuses input that cannot be meant; what the
 * data cannot answer is a refusal in the verdict. Example: 12 markets over 24 weeks, two treated from week 13 and two from week 17 on, is read
 * by permuting the dates over the markets, 2,970 ways.
 */
export function readPanel(input: PanelInput, { claim, controls, seed = 1, secondOpinion }: PanelOptions): Ruling<PanelReading, PanelFault> {
  const ruling = panelOf(input);
  if (!ruling.ok) return ruling;
  const panel = ruling.value;
  const [first, ...later] = cohortsOf(panel.start);
  if (first === undefined) {
    const checks = [{ id: 'no-treated-unit', ok: false, value: 0, limit: 1, refuses: true }];
    return granted({ verdict: { status: 'refused', reason: 'no-treated-unit' }, checks, warnings: [], counts: countsOf(panel, 0, 0), byEventTime: [], byCohort: [], weights: [], periodWeights: [] });
  }
  const few = later.length === 0 && countAt(panel.start, first) <= FEW_TREATED;
  return granted(few ? readFewTreated(panel, claim, first, seed, secondOpinion) : readStaggered(panel, claim, seed, controls));
}
