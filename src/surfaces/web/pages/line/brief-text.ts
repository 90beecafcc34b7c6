// The words of a hand-off brief as they are typed, and what they become as a question. Its figures are frozen and are not here. Pure.
import type { InputOf, OutputOf } from '../../../../contract/index.ts';

export type Brief = OutputOf<'line.brief'>['brief'];
type Edit = InputOf<'line.edit_brief'>;
type Cleared = NonNullable<Edit['clear']>[number];

export interface BriefText {
  readonly to: string;
  readonly by: string;
  /** 1 to 7. */
  readonly level: string;
  readonly what: string;
  readonly ifStopped: string;
  readonly keep: string;
  readonly plan: string;
  readonly works: string;
  /** Money an hour; empty names no money. */
  readonly rate: string;
  readonly currency: string;
}

const WORDS = ['what', 'ifStopped', 'keep', 'plan', 'works'] as const;

export function briefTextOf({ proposed, texts, money }: Brief): BriefText {
  return {
    to: proposed.to ?? '', by: proposed.by ?? '', level: String(proposed.level), what: texts.what ?? '', ifStopped: texts.ifStopped ?? '', keep: texts.keep ?? '', plan: texts.plan ?? '', works: texts.works ?? '',
    rate: money === undefined ? '' : String(money.rate), currency: money?.currency ?? '',
  };
}

/** The rate as a number; undefined when it is empty or none. */
export function rateIn(text: string): number | undefined {
  const typed = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : undefined;
}

/** What is typed, for a brief that is made; empty fields are left out. */
export function madeInput(text: BriefText): Omit<InputOf<'line.hand_off'>, 'kind'> {
  const rate = rateIn(text.rate);
  const given = [...WORDS, 'to', 'by', 'currency'] as const;
  return { ...Object.fromEntries(given.flatMap((field) => (text[field].trim() === '' ? [] : [[field, text[field].trim()]]))), level: Number(text.level), ...(rate === undefined ? {} : { rate }) };
}

/** Only what differs from the brief; what was emptied is cleared. */
export function editInput(handOff: string, brief: Brief, text: BriefText): Edit {
  const before = briefTextOf(brief);
  const fields = [...WORDS, 'to', 'by', 'currency', 'rate'] as const;
  const changed = fields.filter((field) => before[field].trim() !== text[field].trim());
  const cleared: Cleared[] = changed.filter((field) => text[field].trim() === '');
  const given = changed.filter((field) => text[field].trim() !== '').map((field) => [field, field === 'rate' ? rateIn(text.rate) : text[field].trim()]);
  return { handOff, ...Object.fromEntries(given), ...(before.level === text.level ? {} : { level: Number(text.level) }), ...(cleared.length === 0 ? {} : { clear: cleared }) };
}

export type Density = 'roomy' | 'close' | 'closest' | 'over';

/** How close the page has to be set to stay on one A4 side, by the characters on it; `over` cannot. Measured with the printed page. */
export function briefDensity({ sentence, sections, notClaimed, acknowledgement }: Pick<Brief, 'sentence' | 'sections' | 'notClaimed' | 'acknowledgement'>): Density {
  const words = [sentence, ...sections.flatMap(({ paragraphs }) => paragraphs), ...notClaimed, acknowledgement?.backBrief ?? ''];
  const characters = words.reduce((sum, { length }) => sum + length, 0);
  return characters <= 2_400 ? 'roomy' : characters <= 4_300 ? 'close' : characters <= 5_800 ? 'closest' : 'over';
}
