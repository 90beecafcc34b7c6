// The types of an operation and of a caller. An operation is data: what may be asked, by whom, and how it looks to an agent.
import type { z } from 'zod';
import type { Role } from '../domain/access/role.ts';
import type { RefusalCode } from './refusals.ts';

export type Shape = z.ZodObject;

export interface AgentHints {
  /** True when nothing is written. */
  readonly readOnly: boolean;
  /** True when something a person made may be lost beyond undo. */
  readonly destructive: boolean;
  /** True when calling twice with one input leaves the same state as calling once. */
  readonly idempotent: boolean;
  /** True when the call reaches beyond this program and its data. */
  readonly openWorld: boolean;
  /** True when an agent may only propose it: a person accepts before it is carried out. */
  readonly needsPerson?: boolean;
  /** True when an agent is not offered it at all. */
  readonly personOnly?: boolean;
}

export interface Operation<
  Name extends string = string,
  Input extends Shape = Shape,
  Output extends Shape = Shape,
  Code extends RefusalCode = RefusalCode,
> {
  /** `topic.verb`, also the path, the tool name (`topic_verb`) and the command (`topic verb`). */
  readonly name: Name;
  readonly kind: 'query' | 'command';
  /** One sentence: what it does, and when another operation is the right one. */
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly input: Input;
  readonly output: Output;
  readonly refusals: readonly Code[];
  readonly agent: AgentHints;
  /** True when the output carries text written in a tracker: data, never instructions. */
  readonly untrusted: boolean;
  /**
   * Worked against the sample workspace (seed 1, today 2026-11-20). `output` is the part the documentation shows; the
   * real answer contains at least it. Values made at call time (ids, times) are left out of `output`. An example may show a refusal.
   */
  readonly example:
    | { readonly input: z.input<Input>; readonly output: DeepPartial<z.output<Output>>; readonly refusal?: undefined }
    | { readonly input: z.input<Input>; readonly refusal: Code; readonly output?: undefined };
}

export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly DeepPartial<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

type Declared<N extends string, I extends Shape, O extends Shape, C extends RefusalCode> = Omit<
  Operation<N, I, O, C>,
  'kind' | 'agent' | 'untrusted'
> & { readonly untrusted?: boolean };

/** A read. Served as GET and POST; never writes. */
export function query<N extends `${string}.${string}`, I extends Shape, O extends Shape, C extends RefusalCode>(
  declared: Declared<N, I, O, C>,
): Operation<N, I, O, C> {
  return {
    ...declared,
    kind: 'query',
    untrusted: declared.untrusted ?? false,
    agent: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  };
}

/** A write, one transaction. Served as POST only. Says itself whether it destroys and whether it may be repeated. */
export function command<N extends `${string}.${string}`, I extends Shape, O extends Shape, C extends RefusalCode>(
  declared: Declared<N, I, O, C> & { readonly agent: { readonly destructive: boolean; readonly idempotent: boolean; readonly openWorld?: boolean; readonly needsPerson?: boolean; readonly personOnly?: boolean } },
): Operation<N, I, O, C> {
  return {
    ...declared,
    kind: 'command',
    untrusted: declared.untrusted ?? false,
    agent: { readOnly: false, openWorld: false, ...declared.agent },
  };
}

/** An answer: the value, or an expected no with its code. Faults are thrown. */
export type Outcome<T, Code extends string = RefusalCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: { readonly code: Code; readonly details?: Readonly<Record<string, unknown>> } };
