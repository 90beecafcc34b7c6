// The training titles as rows. They were written for this program and are balanced by hand: how often a kind occurs says nothing about real weeks.
import { KINDS, type Kind } from '../kinds.ts';
import type { TitleText } from './title-text.ts';
import { TITLES_1 } from './titles-1.ts';
import { TITLES_2 } from './titles-2.ts';
import { TITLES_3 } from './titles-3.ts';
import { TITLES_4 } from './titles-4.ts';
import { TITLES_5 } from './titles-5.ts';

export interface LabelledTitle {
  readonly kind: Kind;
  readonly title: string;
  readonly external: boolean;
  readonly attendees: number;
  readonly minutes: number;
  readonly recurring: boolean;
}

/** The training titles as they are written. */
export const TITLE_TEXTS: readonly TitleText[] = [TITLES_1, TITLES_2, TITLES_3, TITLES_4, TITLES_5];

/** `x3 45r Title` is three people, somebody from outside, 45 minutes, repeating. */
const LINE = /^([xi])(\d+) (\d+)(r?) (.*)$/u;

/** All training titles, by kind. */
export function trainingTitles(): LabelledTitle[] {
  const titles: LabelledTitle[] = [];
  for (const part of TITLE_TEXTS) {
    for (const { kind } of KINDS) {
      for (const line of (part[kind] ?? '').split('\n')) {
        const [, audience, attendees, minutes, repeats, title] = LINE.exec(line) ?? [];
        if (title) titles.push({ kind, title, external: audience === 'x', attendees: Number(attendees), minutes: Number(minutes), recurring: repeats === 'r' });
      }
    }
  }
  return titles;
}
