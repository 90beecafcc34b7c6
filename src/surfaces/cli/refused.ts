// How a no reads in a terminal: one sentence on standard error, or one JSON document with --json, and the registry's exit code.
import type { Outcome } from '../../contract/operation.ts';
import { REFUSALS, refusalSentence } from '../../contract/refusals.ts';
import type { GlobalFlags, Terminal } from './door.ts';
import { jsonText, tame } from './style.ts';

export type Refusal = Extract<Outcome<unknown>, { readonly ok: false }>['refusal'];

/** Says the refusal and returns its exit code. */
export function refusedIn(terminal: Terminal, flags: Pick<GlobalFlags, 'json'>, refusal: Refusal): number {
  const sentence = refusalSentence(refusal.code, refusal.details);
  terminal.note(flags.json ? jsonText({ code: refusal.code, sentence, ...(refusal.details ? { details: refusal.details } : {}) }) : `${tame(sentence)}\n`);
  return REFUSALS[refusal.code].exit;
}
