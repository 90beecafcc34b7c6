// The five answers to a line decision: their order and words, what each still asks for, and what it becomes as a question. Pure.
import type { InputOf } from '../../../../contract/index.ts';
import type { Way } from '../../../../domain/line/charter.ts';
import { minutesIn } from '../../data/duration.ts';
import { falling, type RowText } from './charter-text.ts';
import { STANCE_NAMES, type Decision } from './line-words.ts';

export type Choice = Decision['options'][number]['choice'];
type Input = InputOf<'line.decide'>;

/** Ways to make it smaller stand behind the five. */
const WAY_NAMES: Readonly<Record<Way, string>> = { shrink: 'Make it smaller', batch: 'Do it in batches', template: 'Make a template of it', stop: 'Stop it and see' };
const NAMES: Readonly<Record<Choice, string>> = { ...STANCE_NAMES, ...WAY_NAMES, keep: 'Keep carrying, I choose to' };
const FIVE: readonly Choice[] = ['own', 'share', 'hand_off', 'decline', 'keep'];

export function choiceName(choice: Choice): string {
  return NAMES[choice];
}

export function isStance(choice: Choice): choice is keyof typeof STANCE_NAMES {
  return choice in STANCE_NAMES;
}

/** The answers with the keys `1` to `5`, and behind them the ways for whoever has nobody to hand it to. */
export function answersOf(options: Decision['options']): { readonly five: Decision['options']; readonly ways: Decision['options'] } {
  const at = (choice: Choice): number => FIVE.indexOf(choice);
  return { five: options.filter(({ choice }) => at(choice) >= 0).toSorted((a, b) => at(a.choice) - at(b.choice)), ways: options.filter(({ choice }) => at(choice) < 0) };
}

/** What is typed for an answer, as the question it becomes. Empty fields are left out. */
export function decideInput(decision: string, choice: Choice, text: RowText): Input {
  const who = text.who.trim();
  const budget = minutesIn(text.budget);
  const from = falling(text) ?? [];
  return {
    decision, choice,
    ...(who === '' ? {} : choice === 'share' ? { with: who } : choice === 'hand_off' ? { to: who } : choice === 'decline' ? { accepts: who } : {}),
    ...(choice === 'hand_off' && text.by !== '' ? { by: text.by } : {}), ...(choice === 'hand_off' && text.level !== '' ? { level: Number(text.level) } : {}),
    ...(isStance(choice) && text.budget.trim() !== '' && budget !== undefined ? { budgetMinutes: budget } : {}), ...(isStance(choice) && from.length > 0 ? { from: [...from] } : {}),
    ...(text.note.trim() === '' ? {} : { note: text.note.trim() }),
  };
}
