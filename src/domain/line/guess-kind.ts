// The kind of work a typed line was, guessed from its words and from who asked. A guess is marked as one wherever it is shown.
import { classify } from '../attention/classify/classify.ts';
import { learnFrom } from '../attention/classify/learn.ts';
import { shippedModel } from '../attention/classify/shipped-model.ts';
import type { Kind } from '../attention/kinds.ts';

/** From this probability on a guess is kept: the line can be changed with a word. */
const GUESS_FROM = 0.2;

/** `kind` is absent where no kind is likely enough; `likely` are the likeliest three. Example: “deck for Northwind”, asked by sales, is a guess at sales. */
export function guessKind(what: string, askedBy: string | undefined): { readonly kind?: Kind; readonly likely: readonly Kind[] } {
  const title = askedBy === undefined ? what : `${what}, ${askedBy}`;
  const { top3 } = classify({ title }, { model: shippedModel(), memory: learnFrom([], []), rules: [], acquaintance: { relations: new Map(), engineeringManagers: new Set() } });
  const likely = top3.filter(({ kind }) => kind !== 'ooo');
  const best = likely[0];
  return { likely: likely.map(({ kind }) => kind), ...(best !== undefined && best.probability >= GUESS_FROM ? { kind: best.kind } : {}) };
}
