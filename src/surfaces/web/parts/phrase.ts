// A sentence with numbers in it, as data: so that what a page says can be decided and tested without a screen.

export interface NumberPart {
  /** Name of the number as `number.explain` knows it. */
  readonly number: string;
  readonly of?: string | undefined;
  readonly text: string;
}

export type Phrase = readonly (string | NumberPart)[];

/** The sentence without its openings. Example: `plainPhrase([{ number: 'backlog.open', text: '412' }, ' items'])` is `412 items`. */
export function plainPhrase(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
