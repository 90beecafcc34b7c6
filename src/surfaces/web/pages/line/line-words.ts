// What the line page says, decided without a screen: what a kind of work is to the PM, its counterpart, and hours beside their range.
import type { OutputOf } from '../../../../contract/index.ts';
import type { Stance } from '../../../../domain/line/charter.ts';
import { hoursShort, hoursText } from '../../charts/attention/hours.ts';
import { dayShort } from '../../data/words.ts';

export type LineAnswer = OutputOf<'line.get'>;
export type CharterRow = LineAnswer['charter'][number];
export type Capacity = LineAnswer['capacity'];
export type Decision = NonNullable<LineAnswer['decision']>;
export type Finding = LineAnswer['breaches'][number];
export type HandOff = LineAnswer['handOffs'][number];

/** Groups as headings. Glue is the water that is carried. */
export const GROUP_NAMES: Readonly<Record<CharterRow['group'], string>> = { core: 'Core', glue: 'Water carried', technical: 'Technical', people: 'People', growth: 'Growth', neutral: 'Rest' };

export const STANCE_NAMES: Readonly<Record<Stance, string>> = { own: 'Own it', share: 'Share it', hand_off: 'Hand it off', decline: 'Decline it' };

/** `own`, `share with support`, `hand off to marketing by 18 Dec 2026`, `declined; the head of sales accepts it`. */
export function stanceWords(row: Pick<CharterRow, 'stance' | 'with' | 'to' | 'by' | 'accepts' | 'stillYours'>): string {
  switch (row.stance) {
    case 'own': return 'own';
    case 'share': return row.with === undefined ? 'share' : `share with ${row.with}`;
    case 'hand_off': return `hand off${row.to === undefined ? '' : ` to ${row.to}`}${row.by === undefined ? '' : ` by ${dayShort(row.by)}`}`;
    case 'decline': return row.accepts === undefined ? 'declined' : `declined; ${row.accepts} accepts it`;
    case null: return 'no line';
  }
}

/** The weekly mean and how far guesses may move it: `5.6 ± 1.2`, or `5.6` where nothing is guessed. */
export function meanWords({ meanMinutes, low, high }: { readonly meanMinutes: number; readonly low: number; readonly high: number }): string {
  const half = Math.max(high - meanMinutes, meanMinutes - low);
  return `${hoursText(meanMinutes)}${half < 3 ? '' : ` ± ${hoursText(half)}`}`;
}

/** Room in words: `3.5 hours a week are left to give`, `budgets are 2 hours a week above what there is`. */
export function roomWords(minutes: number): string {
  if (Math.abs(minutes) < 3) return 'nothing is left to give';
  const hours = hoursShort(Math.abs(minutes));
  return minutes > 0 ? `${hours} ${hours === '1' ? 'hour a week is' : 'hours a week are'} left to give` : `budgets are ${hours} ${hours === '1' ? 'hour' : 'hours'} a week above what there is`;
}

/** What there is to say beside the sentence and is said nowhere else on the page. */
export function ledeOf({ sentences, capacity, decisionSays, pressed, drawn }: LineAnswer): string[] {
  const elsewhere = new Set([capacity.says, decisionSays, pressed.says]);
  return sentences.filter((says, at) => !elsewhere.has(says) && (drawn || at < sentences.length - 1));
}

/** What follows the name of an answer: `Own it: Sales is yours` is `Sales is yours`. */
export function afterName(says: string): string {
  const at = says.indexOf(': ');
  const rest = at < 0 ? says : says.slice(at + 2);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** For a sentence that goes on after other words. */
export function lowerFirst(says: string): string {
  return `${says.charAt(0).toLowerCase()}${says.slice(1)}`;
}
