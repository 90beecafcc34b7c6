// A zone as a list of the moments at which its clocks were moved. Knows not where the list comes from.

/** A zone's clocks. Both directions are in milliseconds; `local` is as if the local clock were UTC. */
export interface Zone {
  /** A time that happens twice is the first of the two; one that is skipped is read with the offset before the change (RFC 5545, 3.3.5). */
  readonly toUtc: (local: number) => number;
  readonly toLocal: (utc: number) => number;
}

export const UTC: Zone = { toUtc: (local) => local, toLocal: (utc) => utc };

export function fixedZone(offset: number): Zone {
  return { toUtc: (local) => local - offset, toLocal: (utc) => utc + offset };
}

/** `offsets[i]` holds before `at[i]`; the last offset holds after all. */
export class OffsetTable implements Zone {
  readonly #at: readonly number[];
  readonly #offsets: readonly number[];
  #hint = 0;

  constructor(at: readonly number[], offsets: readonly number[]) {
    this.#at = at;
    this.#offsets = offsets;
  }

  toLocal(utc: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at[middle]! <= utc) low = middle + 1;
      else high = middle;
    }
    return utc + this.#offsets[low]!;
  }

  toUtc(local: number): number {
    const at = this.#at;
    const offsets = this.#offsets;
    // Occurrences of a series come in order: most lie in the stretch of the one before.
    let i = this.#hint;
    const inside = (i === at.length || local < at[i]! + offsets[i]!) && (i === 0 || local >= at[i - 1]! + Math.max(offsets[i - 1]!, offsets[i]!));
    if (!inside) {
      let low = 0;
      let high = at.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (local >= at[middle]! + offsets[middle]!) low = middle + 1;
        else high = middle;
      }
      i = low;
      this.#hint = i;
    }
    if (i > 0 && local < at[i - 1]! + offsets[i]!) return local - offsets[i - 1]!;
    return local - offsets[i]!;
  }
}
