// Finds the cues of every wording rule in one pass over the words. Which words are cues is data in wording-lexicon.ts;
// what a cue means is each rule's business.
import type { Span } from './finding.ts';
import type { Item } from './item.ts';
import { LEXICON, type CueTag } from './wording-lexicon.ts';
import { wordingOf, type Wording, type Words } from './wording.ts';

/** One cue: where it stands, as it is written, and its normalised form (lower case, one blank between words). */
export interface Cue {
  readonly tag: CueTag;
  readonly field: 'title' | 'body';
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  /** Index of its first word in the field's words. */
  readonly at: number;
}

export interface CuedWording extends Wording {
  /** In text order, title first; cues of one tag never overlap, cues of different tags may. */
  readonly cues: readonly Cue[];
  /** True when the words look like English prose or open with an English build verb; every wording rule is silent otherwise. */
  readonly english: boolean;
}

interface Entry { readonly words: readonly string[]; readonly tag: CueTag; readonly phrase: string }

const BY_FIRST_WORD: ReadonlyMap<string, readonly Entry[]> = indexLexicon();

function indexLexicon(): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const [tag, phrases] of Object.entries(LEXICON) as [CueTag, readonly string[]][]) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const entries = index.get(words[0]!) ?? [];
      entries.push({ words, tag, phrase });
      index.set(words[0]!, entries);
    }
  }
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Where a first word of the lexicon may stand: by its first and last letter and its length. Spares most words the look into the index. */
const MAY_BEGIN = new Uint8Array(1 << 14);
for (const word of BY_FIRST_WORD.keys()) MAY_BEGIN[shapeOf(word)] = 1;

function shapeOf(word: string): number {
  const { length } = word;
  return (word.charCodeAt(0) & 31) | ((word.charCodeAt(length - 1) & 31) << 5) | (Math.min(length, 15) << 10);
}

/** Every cue in the words, in text order. */
export function cuesIn(words: Words): Cue[] {
  const cues: Cue[] = [];
  const endOfTag = new Map<CueTag, number>();
  for (let at = 0; at < words.lower.length; at++) {
    const word = words.lower[at]!;
    const entries = MAY_BEGIN[shapeOf(word)] === 1 ? BY_FIRST_WORD.get(word) : undefined;
    if (!entries) continue;
    for (const entry of entries) {
      if ((endOfTag.get(entry.tag) ?? 0) > at || !matches(words, at, entry)) continue;
      const last = at + entry.words.length - 1;
      endOfTag.set(entry.tag, last + 1);
      cues.push({ tag: entry.tag, field: words.field, start: words.starts[at]!, end: words.ends[last]!, phrase: entry.phrase, at });
    }
  }
  return cues;
}

function matches(words: Words, at: number, entry: Entry): boolean {
  for (let i = 1; i < entry.words.length; i++) if (words.lower[at + i] !== entry.words[i]) return false;
  return words.sentences[at] === words.sentences[at + entry.words.length - 1];
}

let lastItem: Pick<Item, 'title' | 'body'> | undefined;
let lastCued: CuedWording | undefined;

/** The item's cued wording. The last answer is kept, since the rules ask for the same item one after the other. */
export function cuedWordingOf(item: Pick<Item, 'title' | 'body'>): CuedWording {
  if (item === lastItem && lastCued) return lastCued;
  const wording = wordingOf(item);
  const cues = [...cuesIn(wording.title), ...cuesIn(wording.body)];
  lastCued = { ...wording, cues, english: looksEnglish(wording, cues) };
  lastItem = item;
  return lastCued;
}

/** Function words decide: English ones must outnumber those of other Latin languages, and most letters must be Latin. */
function looksEnglish(wording: Wording, cues: readonly Cue[]): boolean {
  let english = 0;
  let foreign = 0;
  for (const cue of cues) {
    if (cue.tag === 'english') english++;
    else if (cue.tag === 'foreign') foreign++;
  }
  if (foreign > english) return false;
  const words = wording.title.lower.length + wording.body.lower.length;
  if (nonLatinShare(wording) > 0.3) return false;
  if (english > 0) return english * 25 >= words;
  return words <= 12 && cues.some((cue) => cue.tag === 'build' && cue.field === 'title');
}

function nonLatinShare(wording: Wording): number {
  let nonLatin = 0;
  let all = 0;
  for (const words of [wording.title, wording.body]) {
    for (let i = 0; i < words.lower.length; i++) {
      const length = words.ends[i]! - words.starts[i]!;
      all += length;
      if (words.lower[i]!.charCodeAt(0) > 0x24f) nonLatin += length;
    }
  }
  return all === 0 ? 0 : nonLatin / all;
}

/** Spans of cues, one per stretch of text: sorted, overlapping stretches joined. */
export function spansOf(cues: readonly Pick<Cue, 'field' | 'start' | 'end'>[]): Span[] {
  const sorted = [...cues].sort((a, b) => (a.field === b.field ? a.start - b.start || a.end - b.end : a.field === 'title' ? -1 : 1));
  const spans: Span[] = [];
  for (const cue of sorted) {
    const last = spans.at(-1);
    if (last && last.field === cue.field && cue.start < last.end) {
      spans[spans.length - 1] = { ...last, end: Math.max(last.end, cue.end) };
    } else spans.push({ field: cue.field, start: cue.start, end: cue.end });
  }
  return spans;
}
