// Opens any number a person sees: its formula with the values in it, the rows behind it, what was left out, when it was computed.
import { granted, refused } from '../domain/kernel/ruling.ts';
import type { Handlers } from './context.ts';
import { AUDIT_NUMBERS } from './number-audit.ts';
import { BACKLOG_NUMBERS } from './number-backlog.ts';
import { CULL_NUMBERS } from './number-cull.ts';
import { isRefusal, type Explain } from './number-explanation.ts';
import { IMPORT_NUMBERS } from './number-import.ts';

/** Every number there is, by name. A number that is not here is not shown anywhere. */
export const NUMBERS: Readonly<Record<string, Explain>> = { ...BACKLOG_NUMBERS, ...AUDIT_NUMBERS, ...CULL_NUMBERS, ...IMPORT_NUMBERS };

export const numberHandlers: Pick<Handlers, 'number.explain'> = {
  async 'number.explain'(given, context) {
    const explain = Object.hasOwn(NUMBERS, given.number) ? NUMBERS[given.number] : undefined;
    if (!explain) return refused('number_unknown', { number: given.number });
    const answer = await explain(context, given.of);
    return isRefusal(answer) ? { ok: false, refusal: answer } : granted({ number: given.number, ...answer });
  },
};
