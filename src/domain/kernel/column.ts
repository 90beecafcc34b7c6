// A growing column of small numbers: what is kept of a million rows without a million objects.

type Numbers = Uint8Array | Int32Array | Uint32Array;

/** Append-only numbers of one machine type; `values` has spare room after `length` and is replaced when it grows. */
export class Column<T extends Numbers> {
  values: T;
  length = 0;
  readonly #make: (size: number) => T;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.#make(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
}

export const bytes = (): Column<Uint8Array> => new Column((size) => new Uint8Array(size));
export const integers = (): Column<Int32Array> => new Column((size) => new Int32Array(size));
export const seconds = (): Column<Uint32Array> => new Column((size) => new Uint32Array(size));
