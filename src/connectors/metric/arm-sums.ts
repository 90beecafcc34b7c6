// Running sums of one arm of a test, each with its rounding error carried along, so that a million units lose no digits. Knows no file.
import type { ArmTotals } from '../../domain/outcome/randomised/arm-totals.ts';

export type OutcomeKind = 'proportion' | 'mean' | 'ratio' | 'revenue';

/** Sum with Neumaier's correction (1974): what rounding took is kept beside it. */
class ExactSum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const next = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}

export interface ArmSums {
  readonly n: number;
  /** Every outcome so far is 0 or 1. */
  readonly binary: boolean;
  add(outcome: number, pre: number | undefined, denominator: number | undefined): void;
  totals(kind: OutcomeKind): ArmTotals | undefined;
  amounts(): readonly number[];
}

/** `keep` holds the outcomes themselves, eight bytes each; without it memory does not grow. */
export function newSums(keep: boolean): ArmSums {
  const sums = { y: new ExactSum(), yy: new ExactSum(), x: new ExactSum(), xx: new ExactSum(), xy: new ExactSum(), d: new ExactSum(), dd: new ExactSum(), yd: new ExactSum() };
  let kept = new Float64Array(keep ? 1024 : 0);
  let n = 0;
  let binary = true;
  let binaryPre = true;
  let withPre = false;
  return {
    get n() { return n; },
    get binary() { return binary; },
    add(outcome, pre, denominator) {
      if (keep) {
        if (n === kept.length) {
          const wider = new Float64Array(kept.length * 2);
          wider.set(kept);
          kept = wider;
        }
        kept[n] = outcome;
      }
      n++;
      binary &&= outcome === 0 || outcome === 1;
      sums.y.add(outcome);
      sums.yy.add(outcome * outcome);
      if (pre !== undefined) {
        withPre = true;
        binaryPre &&= pre === 0 || pre === 1;
        sums.x.add(pre);
        sums.xx.add(pre * pre);
        sums.xy.add(outcome * pre);
      }
      if (denominator !== undefined) {
        sums.d.add(denominator);
        sums.dd.add(denominator * denominator);
        sums.yd.add(outcome * denominator);
      }
    },
    totals(kind) {
      const post = { sum: sums.y.value, sumSquares: sums.yy.value };
      if (n === 0 || kind === 'revenue') return undefined;
      if (kind === 'ratio') return { kind: 'ratio', n, numerator: post, denominator: { sum: sums.d.value, sumSquares: sums.dd.value }, sumProducts: sums.yd.value };
      if (withPre) return { kind: 'cuped', n, post, pre: { sum: sums.x.value, sumSquares: sums.xx.value }, sumProducts: sums.xy.value, binary: kind === 'proportion' && binaryPre };
      return kind === 'proportion' ? { kind: 'proportion', n, successes: sums.y.value } : { kind: 'mean', n, ...post };
    },
    amounts: () => Array.from(kept.subarray(0, n)),
  };
}
