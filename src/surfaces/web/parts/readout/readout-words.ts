// What the view of a readout says, decided without a screen: the finding, its mark, what would settle what cannot be told, and what each
// check found. The engine's sentences stay as they are; only days and ships are put into a reader's words.
import type { OutputOf } from '../../../../contract/index.ts';
import type { BetStanding } from '../../charts/outcome/bet-intervals.ts';
import { statusWords } from '../../charts/outcome/readout-story.ts';
import { dayWords } from '../../data/words.ts';

export type Readout = OutputOf<'readout.get'>['readout'];
type Report = Readout['report'];

/** A sentence as a page says it: days in words, other ships by name, a true minus, and no advice on a terminal's flags. */
export function spoken(sentence: string, otherShips: Readout['otherShips']): string {
  const named = otherShips.reduce((text, { on, title }) => text.replaceAll(`Something else, on ${on},`, `“${title}”, on ${on},`), sentence);
  return named.replaceAll(/\s*[^.]*\s--[a-z][^.]*\./g, '').replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayWords(day)).replaceAll(/(?<=^|[\s(])-(?=\d)/g, '−').trim();
}

const WORDS: Readonly<Record<NonNullable<Readout['word']>, string>> = {
  'on-track': 'On track', 'off-track': 'Off track', 'cannot-tell': 'Cannot tell', 'still-there': 'Still there', fading: 'Fading',
};

/**
 * The finding as the page's sentence. A review that does not decide says its word in place of the verdict's:
 * `On track: +7.6%, between +6.6% and +8.7%.`
 */
export function findingOf({ word, report, otherShips }: Pick<Readout, 'word' | 'report' | 'otherShips'>): string {
  const judged = spoken(report.sentences[0] ?? 'Cannot tell.', otherShips);
  if (word === undefined || word === 'cannot-tell') return report.verdict.status === 'refused' ? withVerdict(firstSentence(judged)) : firstSentence(judged);
  const measured = /^[^:]+: ([^;]+);/.exec(judged)?.[1];
  return measured === undefined ? `${WORDS[word]}.` : `${WORDS[word]}: ${measured}.`;
}

/** A reason alone does not say that nothing can be told: the verdict goes before it. */
function withVerdict(reason: string): string {
  return /^(?:Cannot tell|This metric cannot)/.test(reason) ? reason : `Cannot tell: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}

/** Up to the first full stop that ends a sentence. `Cannot tell at 30 days: too short. A control would do.` loses its second half. */
export function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** What follows the first sentence, each on its own; neither the finding nor what would settle it is said twice. */
export function restOf({ report, otherShips }: Pick<Readout, 'report' | 'otherShips'>): string[] {
  const [first = '', ...rest] = report.sentences.map((sentence) => spoken(sentence, otherShips)).filter((sentence) => sentence !== '');
  const more = first.slice(firstSentence(first).length).trim();
  const settling = settledBy(report);
  const twice = settling !== undefined && more.toLowerCase().includes(settling);
  return more === '' || twice ? rest : [more, ...rest];
}

export function standingOf({ word, report: { verdict } }: Pick<Readout, 'word' | 'report'>): BetStanding {
  if (word !== undefined) return word === 'cannot-tell' ? 'cannot-tell' : 'running';
  return verdict.status === 'won' || verdict.status === 'lost' ? verdict.status : 'cannot-tell';
}

/** The verdict's word: `Won, at a price`, `On track`. */
export function verdictWord({ word, report, atAPrice }: Pick<Readout, 'word' | 'report' | 'atAPrice'>): string {
  return word !== undefined ? WORDS[word] : `${statusWords(report)}${atAPrice ? ', at a price' : ''}`;
}

/** What goes with the word: whose bar, which review decides. */
export function verdictMeaning({ word, atAPrice, decides, kill }: Pick<Readout, 'word' | 'atAPrice' | 'decides' | 'kill'>): string {
  if (kill?.state === 'tripped' && word !== undefined) return 'Its kill criterion tripped: by your own rule the bet ends here.';
  switch (word) {
    case undefined: return atAPrice ? 'A guardrail got worse by more than the margin you set. It does not count as won.' : decides ? 'This is the review that was sealed to decide.' : '';
    case 'still-there':
    case 'fading': return 'The verdict of the deciding review stands.';
    case 'on-track':
    case 'off-track':
    case 'cannot-tell': return 'This review does not decide; the sealed one does.';
  }
}

const SETTLED_BY: Readonly<Record<string, string>> = {
  'too-little-history': 'a longer history of the metric, or a test', 'no-placebo-history': 'a shorter window, a control series or a holdout',
  'placebo-intervals-do-not-cover': 'a test, a control series or a staggered rollout', 'placebo-bias': 'a test, a control series or a staggered rollout',
  'missing-data': 'the days that are missing', 'unknown-ship-date': 'the day it shipped', 'two-bets-share-this-window': 'a control series, a holdout, or ships that do not share a window',
  'sample-ratio-mismatch': 'finding where the split broke, and a new test', 'too-few-events': 'a metric with more events', 'one-arm': 'a second arm', 'window-not-over': 'the days that are still to come',
  'attrition-differs': 'a test in which both sides are counted to the end', 'design-cannot-reach-level': 'more units', 'too-few-controls': 'more units without the change', 'users-affect-each-other': 'a split by market or by time',
};

/** What would settle what cannot be told, as the end of `Settled by:`; undefined when nothing is known to. */
export function settledBy({ verdict, sentences }: Report): string | undefined {
  const known = verdict.reason === null ? undefined : SETTLED_BY[verdict.reason];
  if (known !== undefined) return known;
  const weeks = sentences.map((sentence) => /^About (.+) would decide it/.exec(sentence)?.[1]).find((one) => one !== undefined);
  if (weeks !== undefined) return `about ${weeks}`;
  return sentences.some((sentence) => sentence.startsWith('More time would never')) ? 'a test, a control or a staggered rollout; more time would not' : undefined;
}

/** True where the place of the effect is taken by "cannot tell". */
export function cannotTell({ verdict }: Report): boolean {
  return verdict.status === 'inconclusive' || verdict.status === 'refused' || verdict.status === 'too-early';
}
