// Who answers in the palette besides commands: pages register finders for bets, items, numbers. Knows no kind of record.

export interface Found {
  readonly id: string;
  readonly title: string;
  /** Where it leads, in words: `Backlog`, `RET-131`. */
  readonly where?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

export interface Finder {
  /** Heading of its results. */
  readonly group: string;
  /** Called with '' too: an empty field shows what to do next. At most eight are shown. Aborted when the words change. */
  readonly find: (words: string, signal: AbortSignal) => readonly Found[] | Promise<readonly Found[]>;
}

let finders: readonly Finder[] = [];

/** Returns the withdrawal. */
export function registerFinder(finder: Finder): () => void {
  finders = [...finders, finder];
  return () => { finders = finders.filter((one) => one !== finder); };
}

export function currentFinders(): readonly Finder[] {
  return finders;
}

/** How well a title answers to typed words: 0 not at all, higher is better. Every word must appear; beginnings of words count more. */
export function matchScore(title: string, words: string): number {
  const text = title.toLowerCase();
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return 1;
  let score = 0;
  for (const word of wanted) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    score += at === 0 ? 4 : /[\s·(]/.test(text[at - 1] ?? '') ? 2 : 1;
  }
  return score / wanted.length;
}
