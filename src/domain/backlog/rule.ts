// What a rule of the audit is handed and what it hands back. Knows no file, no store and no clock.
import type { Day } from '../kernel/instant.ts';
import { RULES, type Finding, type RuleName } from './finding.ts';
import type { Item } from './item.ts';

/** One rule's switch and its thresholds by name; a threshold left out stands at the rule's own default. */
export interface RuleSettings {
  readonly on: boolean;
  readonly [threshold: string]: number | boolean | readonly string[];
}

/** Everything the PM may turn about the audit. Lists are compared without regard to case. */
export interface AuditSettings {
  readonly rules: Readonly<Record<RuleName, RuleSettings>>;
  /** Share (0-1) of the open backlog that bugs, security and upkeep may take without a path to the goal. */
  readonly ktloAllowance: number;
  /** Versions, features or products that are gone, as they would be written in an item: `v1 API`, `Internet Explorer`. */
  readonly sunsetNames: readonly string[];
  /** Ids or names of people who left, as the source writes them. */
  readonly leavers: readonly string[];
  /** Nouns of the PM's own domain that the wording rules leave alone. */
  readonly allowedNouns: readonly string[];
  /** Suppression keys of disputed findings; a finding with one of these is not raised. */
  readonly suppressed: ReadonlySet<string>;
  /** Suppression key to the last day it sleeps: "right but leave it" for 90 days. */
  readonly snoozed: ReadonlyMap<string, Day>;
  /** Ids or names of whoever accepts work (the PM), for `signoff`; empty means any person in a gate state counts. */
  readonly approvers: readonly string[];
  /** Keys of items that a live bet stands on: their age makes no claim. */
  readonly betItems: ReadonlySet<string>;
  /** Days the PM named as imports ("history is wrong"): items created on them leave the survival fit. */
  readonly importDays?: readonly Day[];
  /** Item key to the day on which the PM gave evidence that it is still a problem; counts as a touch. */
  readonly touchedOn?: ReadonlyMap<string, Day>;
}

/** A text rule looks at one open item and yields at most one finding. It never throws on odd text. */
export type TextRule = (item: Item, settings: AuditSettings) => Finding | undefined;

/** Every rule on but `velocity`, the weakest; a KTLO allowance of 20% (ours); all lists empty. */
export const defaultAuditSettings: AuditSettings = {
  rules: Object.fromEntries(RULES.map((rule) => [rule, { on: rule !== 'velocity' }])) as unknown as Record<RuleName, RuleSettings>,
  ktloAllowance: 0.2,
  sunsetNames: [],
  leavers: [],
  allowedNouns: [],
  suppressed: new Set(),
  snoozed: new Map(),
  approvers: [],
  betItems: new Set(),
};
