// One at a time, first come first served. Knows nothing of what is taken in turns.

/** A fair lock. `take` resolves when it is the caller's turn, with the function that ends it (calling it twice does nothing). */
export class Turn {
  #last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.#last;
    let end!: () => void;
    this.#last = new Promise<void>((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
