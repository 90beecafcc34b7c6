// The standard normal distribution, accurate to the far tails; neither tail is ever one minus the other.
import { normalQuantile as roughQuantile } from '../../kernel/statistics-proportion.ts';

const SQRT_HALF = Math.SQRT1_2;
const INV_SQRT_TWO_PI = 0.3989422804014327;
const INV_SQRT_PI = 0.5641895835477563;

const NEAR_TOP = [3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315] as const;
const NEAR_BOTTOM = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171] as const;
const MIDDLE_TOP = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
] as const;
const MIDDLE_BOTTOM = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
] as const;
const FAR_TOP = [0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378, 0.016315387137302097] as const;
const FAR_BOTTOM = [2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918] as const;

/** Cody's rational function: the last of `top` leads the numerator, 1 leads the denominator. */
function rational(t: number, top: readonly number[], bottom: readonly number[]): number {
  const last = bottom.length - 1;
  let numerator = top[top.length - 1]! * t;
  let denominator = t;
  for (let i = 0; i < last; i++) {
    numerator = (numerator + top[i]!) * t;
    denominator = (denominator + bottom[i]!) * t;
  }
  return (numerator + top[last]!) / (denominator + bottom[last]!);
}

/** erf for |x| <= 0.46875. */
function erfNear(x: number): number {
  return x * rational(x * x, NEAR_TOP, NEAR_BOTTOM);
}

/** erfc for x > 0.46875: Cody (1969), Math. Comp. 23; relative error below 1e-14. The square is split so that its rounding is not raised to the exponent. */
function erfcFar(x: number): number {
  const head = Math.trunc(x * 16) / 16;
  const scale = Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
  if (x <= 4) return scale * rational(x, MIDDLE_TOP, MIDDLE_BOTTOM);
  const r = 1 / (x * x);
  return (scale * (INV_SQRT_PI - r * rational(r, FAR_TOP, FAR_BOTTOM))) / x;
}

/** Density of the standard normal at z; 0.3989 at 0. */
export function normalPdf(z: number): number {
  return INV_SQRT_TWO_PI * Math.exp(-0.5 * z * z);
}

/** P(Z > z): `normalSf(1.96)` is 0.0249979, `normalSf(30)` is 4.9067e-198. */
export function normalSf(z: number): number {
  const x = z * SQRT_HALF;
  if (Number.isNaN(x)) return Number.NaN;
  if (Math.abs(x) <= 0.46875) return 0.5 - 0.5 * erfNear(x);
  return x > 0 ? 0.5 * erfcFar(x) : 1 - 0.5 * erfcFar(-x);
}

/** P(Z <= z), the mirror of `normalSf`. */
export function normalCdf(z: number): number {
  return normalSf(-z);
}

/**
 * The z with P(Z <= z) = p, p in (0, 1); -Infinity and Infinity at the ends. Wichura's start, then Newton on the smaller tail,
 * or on P(0 < Z <= z) near the middle; relative error below 1e-12. `normalQuantile(1e-300)` is -37.0471.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  let z = roughQuantile(p);
  if (Math.abs(p - 0.5) < 0.15) {
    for (let i = 0; i < 3; i++) z -= (0.5 * erfNear(z * SQRT_HALF) - (p - 0.5)) / normalPdf(z);
    return z;
  }
  const tail = Math.min(p, 1 - p);
  z = Math.abs(z);
  for (let i = 0; i < 3; i++) {
    const sf = normalSf(z);
    z += (Math.log(sf) - Math.log(tail)) / (normalPdf(z) / sf);
  }
  return p < 0.5 ? -z : z;
}
