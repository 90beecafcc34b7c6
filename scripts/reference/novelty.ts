// Runs a reference case about effects by weeks of exposure through the engine's novelty reading.
import { readNovelty } from '../../src/domain/outcome/slow/novelty.ts';

interface Weekly {
  readonly week: number[];
  readonly effect: number[];
  readonly se: number[];
}

export function runCase(input: Record<string, unknown>, see: (id: string) => Record<string, unknown>): unknown {
  const { week, effect, se } = (typeof input['see'] === 'string' ? { ...see(input['see']), ...input } : input) as unknown as Weekly;
  const novelty = readNovelty(week.map((at, i) => ({ week: at, effect: effect[i]!, standardError: se[i]! })));
  return novelty && {
    slope: novelty.slope,
    slopeSe: novelty.slopeError,
    z: novelty.z,
    pTwoSided: novelty.p,
    decay: novelty.decay && { ...novelty.decay, longRun: novelty.decay.longRun.value, longRunInterval: [novelty.decay.longRun.low, novelty.decay.longRun.high] },
    flag: novelty.flag,
  };
}
