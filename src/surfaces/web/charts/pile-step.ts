// Where an arrow leads among points that lie in piles: up and down on the pile, left and right to the same height of the next. Pure.

interface Piled {
  readonly pile?: string | undefined;
}

/** Piles are given in order, each from the ground up. Undefined for a key that moves nothing. */
export function pileStep(points: readonly Piled[], at: number, key: string): number | undefined {
  const pile = points[at]?.pile;
  const first = points.findIndex((point) => point.pile === pile);
  const last = points.findLastIndex((point) => point.pile === pile);
  const beside = (next: number): number => {
    const other = points[next]?.pile;
    if (other === undefined) return at;
    const ground = points.findIndex((point) => point.pile === other);
    return Math.min(ground + at - first, points.findLastIndex((point) => point.pile === other));
  };
  switch (key) {
    case 'ArrowUp': return Math.min(at + 1, last);
    case 'ArrowDown': return Math.max(at - 1, first);
    case 'ArrowRight': return beside(last + 1);
    case 'ArrowLeft': return beside(first - 1);
    case 'Home': return 0;
    case 'End': return points.length - 1;
    default: return undefined;
  }
}
