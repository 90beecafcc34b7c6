// What the audit says of an item: one shape for every instrument. Names the work item, never a person.

/** The audit's rules, in the order a report shows them. */
export const RULES = [
  'dinosaur', 'outdated', 'orphan', 'requirement', 'hypothetical_scale', 'sub_threshold', 'tech_debt', 'duplicate',
  'output_goal', 'signoff', 'velocity',
] as const;
export type RuleName = (typeof RULES)[number];

/** measured: counted from a source. estimated: a model, has an interval. declared: typed by the PM. missing: never shown as 0. */
export type Grade = 'measured' | 'estimated' | 'declared' | 'missing';

/** The text that caused a finding: `start` and `end` are UTF-16 offsets into that field, end exclusive. */
export interface Span {
  readonly field: 'title' | 'body' | 'labels' | 'due' | 'assignee' | 'comments' | 'status' | 'goal';
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly rule: RuleName;
  readonly ruleVersion: number;
  /** Key of the item, or of the goal line for `output_goal`. */
  readonly subject: string;
  readonly spans: readonly Span[];
  readonly value?: number;
  readonly unit?: string;
  /** Lower and upper bound of `value` or of the share that `why` speaks of; both in 0-1 when a share. */
  readonly interval?: readonly [number, number];
  /** How many cases stand behind an estimate. */
  readonly n?: number;
  readonly grade: Grade;
  /** One or two plain sentences with the numbers in them. */
  readonly why: string;
  readonly whatWouldChangeIt: string;
  readonly nextAction: string;
  /** What a dispute silences: rule plus normalised cue or subject. The finding returns only when this changes. */
  readonly suppressionKey: string;
}
