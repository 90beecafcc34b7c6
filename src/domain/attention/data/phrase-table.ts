// How the tables of phrases are written, and their reading. Knows nothing of titles.
import { KINDS, type Kind } from '../kinds.ts';

/** Who must be there for a phrase to speak: somebody from outside, nobody from outside, or no matter. */
export type Audience = 'any' | 'ext' | 'int';

/** Phrases of one table by kind, as `phrase=weight@audience, ...`; weight 4 and any audience unless said; a star at the end of a word means "begins with". */
export type CueText = { readonly [kind in Kind]?: string };

/** One phrase that speaks for a kind. Example: `qbr=3@ext` is `{ phrase: 'qbr', weight: 3, audience: 'ext' }`. */
export interface Cue {
  readonly kind: Kind;
  readonly phrase: string;
  /** 1 (a hint) to 6 (nearly certain). */
  readonly weight: number;
  readonly audience: Audience;
}

const ENTRY = /^(.*?)(?:=(\d))?(?:@(int|ext))?$/su;

/** All phrases of the tables, in their order. */
export function cuesOf(tables: readonly CueText[]): Cue[] {
  const cues: Cue[] = [];
  for (const table of tables) {
    for (const { kind } of KINDS) {
      for (const entry of (table[kind] ?? '').split(',')) {
        const [, phrase = '', weight = '4', audience = 'any'] = ENTRY.exec(entry.trim()) ?? [];
        if (phrase) cues.push({ kind, phrase, weight: Number(weight), audience: audience as Audience });
      }
    }
  }
  return cues;
}
