// What a rule of the house is: an id, a sentence, and a function from the sources to what breaks it.
import type { Source } from './source.ts';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** Facts a rule needs that are not in the sources. */
export interface Setting {
  /** Topics of the domain, earliest first. */
  readonly topicOrder: readonly string[];
}

export interface Rule {
  readonly id: string;
  /** Full sentence, used as the test's name. */
  readonly says: string;
  readonly check: (sources: readonly Source[], setting: Setting) => readonly Violation[];
}

/** `src/domain/x.ts:3 message`, one per line, as an editor can jump to. */
export function printed(violations: readonly Violation[]): string {
  return violations.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n');
}
