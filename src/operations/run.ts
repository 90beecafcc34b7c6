// The only pipeline: check the input, check the role, open one transaction, ask the handler, map what the database refused.
import * as z from 'zod';
import { operationNamed, type InputOf, type OperationName, type OutputOf } from '../contract/index.ts';
import type { Outcome } from '../contract/operation.ts';
import type { RefusalCode } from '../contract/refusals.ts';
import { mayAct } from '../domain/access/role.ts';
import { newId } from '../domain/kernel/ids.ts';
import { todayIn } from '../store/today.ts';
import { AnswerAfterCommit, type Asker, type Context, type Handler, type Handlers } from './context.ts';
import type { Services } from './services.ts';
import { unstorableText } from './storable-text.ts';

/** Constraint names that mean an expected no: the rule refuses kindly, the database refuses finally with the same code. */
const CONSTRAINT_REFUSALS: Readonly<Record<string, RefusalCode>> = {
  goal_one_active: 'goal_already_active',
  goal_dates: 'goal_dates_reversed',
  ship_rollout: 'ship_dates_reversed',
};

/** Carries the refusal out of a transaction so that it is rolled back. */
class RolledBack extends Error {
  readonly refusal: { readonly code: RefusalCode; readonly details?: Readonly<Record<string, unknown>> };
  constructor(refusal: RolledBack['refusal']) {
    super(`refused: ${refusal.code}`);
    this.refusal = refusal;
  }
}

export interface RunOptions {
  readonly handlers: Handlers;
  readonly services: Services;
  /** Checks every answer against its declared shape. On in tests and development; costs time on long lists. */
  readonly checkOutput?: boolean;
}

/**
 * Runs one operation for one asker. Refusals come back as values: `invalid_input` names each field by JSON pointer.
 * Throws only on a fault (a bug or an outage); the surface logs it once with the request id.
 */
export function operationRunner(options: RunOptions) {
  return async function run<N extends OperationName>(
    name: N,
    input: InputOf<N>,
    asker: Asker,
    requestId: string,
  ): Promise<Outcome<OutputOf<N>>> {
    const operation = operationNamed.get(name);
    if (!operation) return { ok: false, refusal: { code: 'unknown_operation', details: { name } } };
    if (!mayAct(asker.role, operation.roles)) return { ok: false, refusal: { code: 'not_allowed', details: { role: asker.role } } };
    const parsed = (operation.input as z.ZodObject).safeParse(input);
    if (!parsed.success) return { ok: false, refusal: { code: 'invalid_input', details: inputErrors(parsed.error) } };
    const unstorable = unstorableText(parsed.data);
    if (unstorable !== undefined) return { ok: false, refusal: { code: 'invalid_input', details: unstorableError(unstorable) } };

    const { services } = options;
    const afterwards: (() => void | Promise<void>)[] = [];
    const handler = options.handlers[name] as Handler<N>;
    let answer: OutputOf<N> | AnswerAfterCommit<OutputOf<N>, RefusalCode>;
    try {
      answer = await services.store.transaction(async (tx) => {
        afterwards.length = 0;
        const now = services.clock();
        const context: Context = {
          asker, tx, now, requestId, services,
          today: await todayIn(tx, asker.workspaceId, now),
          newId: (kind) => newId(kind, now, services.random),
          afterCommit: (work) => void afterwards.push(work),
          runAfterwards: (next, given) => run(next, given, asker, requestId),
        };
        const ruling = await handler(parsed.data as never, context);
        if (ruling instanceof AnswerAfterCommit) return ruling;
        if (!ruling.ok) throw new RolledBack(ruling.refusal);
        return ruling.value;
      });
    } catch (error) {
      if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
      const code = constraintRefusal(error);
      if (code) return { ok: false, refusal: { code } };
      throw error;
    }
    for (const work of afterwards) await work();
    const outcome: Outcome<OutputOf<N>> = answer instanceof AnswerAfterCommit ? await answer.work() : { ok: true, value: answer };
    if (options.checkOutput && outcome.ok) (operation.output as z.ZodObject).parse(outcome.value);
    return outcome;
  };
}

export type Run = ReturnType<typeof operationRunner>;

function constraintRefusal(error: unknown): RefusalCode | undefined {
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? CONSTRAINT_REFUSALS[constraint] : undefined;
}

/** `{ summary, errors: [{ pointer, detail }] }` from what the schema said; at most 20 errors. */
export function inputErrors(error: z.ZodError): { summary: string; errors: { pointer: string; detail: string }[] } {
  const errors = error.issues.slice(0, 20).map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    detail: issue.message,
  }));
  const summary = errors.map((e) => (e.pointer === '/' ? e.detail : `${e.pointer.slice(1)}: ${e.detail}`)).join('; ');
  return { summary, errors };
}

function unstorableError(pointer: string): { summary: string; errors: { pointer: string; detail: string }[] } {
  const detail = 'holds a character that cannot be kept: U+0000, or half of one';
  return { summary: pointer === '' ? detail : `${pointer.slice(1)}: ${detail}`, errors: [{ pointer, detail }] };
}
