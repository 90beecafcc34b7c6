// Which lessons a bet being written should hear of, and why, nearest first. Knows no store.

export interface BetWriting {
  readonly bet?: string | undefined;
  readonly claim: string;
  readonly problem?: string | undefined;
  readonly metric?: string | undefined;
  readonly kind?: string | undefined;
}

export interface LessonFacts {
  /** The lesson and the claim it came from. */
  readonly words: string;
  readonly problem?: string | undefined;
  readonly metric?: string | undefined;
  readonly kind?: string | undefined;
  readonly links: readonly { readonly id: string; readonly stance: 'supports' | 'contradicts' }[];
}

/** Words that say nothing about what a bet is about. */
const COMMON = new Set(('a an and are as at be been but by can could did do does for from had has have how if in into is it its just less like many may more most much must no not of off on one only or our out over '
  + 'same should so some such than that the their them then there these they this those to too under up was we were what when where which while who will with would you your').split(' '));
/** Words in common before two texts count as alike. */
const ENOUGH = 2;

/** Undefined when the lesson has nothing to say here. What speaks directly weighs most, common words least. */
export function lessonReasons(writing: BetWriting, lesson: LessonFacts): { readonly why: string; readonly weight: number } | undefined {
  const link = lesson.links.find(({ id }) => id === writing.bet || id === writing.problem);
  if (link !== undefined) return { why: link.stance === 'supports' ? 'It speaks for this.' : 'It speaks against this.', weight: link.stance === 'contradicts' ? 6 : 5 };
  if (writing.problem !== undefined && lesson.problem === writing.problem) return { why: 'It is about the same problem.', weight: 4 };
  if (writing.metric !== undefined && lesson.metric === writing.metric) return { why: 'It is about the same metric.', weight: 3 };
  const kind = writing.kind?.trim().toLowerCase();
  if (kind !== undefined && lesson.kind?.trim().toLowerCase() === kind) return { why: 'It comes from a bet of the same kind.', weight: 2 };
  const shared = commonWords(writing.claim, lesson.words);
  return shared.length < ENOUGH ? undefined : { why: `It shares the words ${shared.slice(0, 4).join(', ')}.`, weight: 1 };
}

function commonWords(a: string, b: string): string[] {
  const other = new Set(wordsOf(b));
  return [...new Set(wordsOf(a))].filter((word) => other.has(word));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?:ies|es|s)$/, ''));
}
