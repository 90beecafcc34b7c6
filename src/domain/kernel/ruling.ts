// The shape of an answer that may be no. A refusal is an expected no, a value; a fault is thrown.

export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Facts the sentence is made from: names, limits, what was found. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Ruling<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export function granted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<Code extends string>(
  code: Code,
  details?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: details === undefined ? { code } : { code, details } };
}
