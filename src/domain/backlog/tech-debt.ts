// R7: does an item of technical debt say who feels it? Four quadrants; only "nobody has written why yet" is a finding,
// and its action is to ask the engineers: which debt to pay is theirs to weigh.
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import type { AuditSettings } from './rule.ts';
import { namesAmount } from './requirement-evidence.ts';
import { cuedWordingOf, spansOf, type Cue, type CuedWording } from './wording-cues.ts';
import { saysBug, saysDebt, saysSecurity } from './wording-kind.ts';

export const TECH_DEBT_VERSION = 1;

export const TECH_DEBT_DISPUTES = [
  { id: 'not_debt', sentence: 'It is not technical debt.' },
  { id: 'date', sentence: 'An end-of-life date or security stands behind it.' },
  { id: 'known', sentence: 'The reason is written elsewhere; here is where.' },
] as const;

/** The four numbers that place a debt item. An absent number was not linked; it is not zero. */
export interface DebtFacts {
  /** Incident minutes times users hit, in the last 90 days. */
  readonly incidentUserMinutes?: number;
  readonly ticketsPerMonth?: number;
  readonly teamHoursPerMonth?: number;
  readonly blockedBets?: number;
}

export type DebtQuadrant = 'users_feel_it' | 'team_feels_it' | 'both' | 'nobody_has_written_why_yet';

/** Where the linked numbers put an item. Example: 12 tickets a month and no team hours is `users_feel_it`. */
export function debtQuadrant(facts: DebtFacts): DebtQuadrant {
  const users = (facts.incidentUserMinutes ?? 0) > 0 || (facts.ticketsPerMonth ?? 0) > 0;
  const team = (facts.teamHoursPerMonth ?? 0) > 0 || (facts.blockedBets ?? 0) > 0;
  if (users) return team ? 'both' : 'users_feel_it';
  return team ? 'team_feels_it' : 'nobody_has_written_why_yet';
}

const USERS = /\b(?:users?|customers?|visitors?|shoppers?|people|clients|readers|subscribers|incidents?|outages?|downtime|tickets?|complain(?:s|ts?|ed|ing)?|support calls?|slow for|data loss|lost data)\b/i;
const TEAM = /\b(?:we (?:lose|spend|waste|cannot|can't|have to|keep)|hours|days|slows? (?:us|down)|takes? (?:us|hours|days|forever)|developers?|engineers?|onboarding|new hires?|every (?:release|deploy|change|pr|pull request|build)|blocks?|blocked|blocking|prevents?|hard to (?:test|change|maintain|understand|extend|debug)|difficult to|error[- ]prone|flaky (?:builds?|pipeline)|maintenance burden|merge conflicts|because|so that|in order to|otherwise|makes? it (?:hard|easy|easier|difficult|impossible|possible)|causes?|leads? to)\b/i;
const EXEMPT = /\b(?:security|vulnerabilit(?:y|ies)|cve-?\d*|exploit|xss|csrf|injection|end[- ]of[- ](?:life|support)|eol|sunset(?:s|ted)?|deadline|expires?|unsupported after|no longer supported|gdpr|compliance)\b/i;

/** Which quadrant the wording alone supports. Words about users or team count with or without a number. */
export function debtQuadrantOfText(text: string): DebtQuadrant {
  const users = USERS.test(text);
  const team = TEAM.test(text) || (!users && namesAmount(text));
  if (users) return team ? 'both' : 'users_feel_it';
  return team ? 'team_feels_it' : 'nobody_has_written_why_yet';
}

/**
 * R7. Debt by label, by a strong cue ("refactor", "clean up", "duplicate code") in the title, or by a weak one ("legacy", "hack", "TODO")
 * in the title of an item that asks for work. Security, end-of-life dates and bugs are exempt. Example: `Refactor OrderService` with an empty body.
 */
export function techDebtFinding(item: Item, settings: AuditSettings, facts: DebtFacts = {}): Finding | undefined {
  if (saysSecurity(item) || saysBug(item)) return undefined;
  const wording = cuedWordingOf(item);
  const labelled = saysDebt(item);
  const cues = debtCues(wording, labelled);
  if (!labelled && (cues.length === 0 || !readable(wording, cues))) return undefined;
  const text = `${wording.title.text}\n${wording.body.text}`;
  if (EXEMPT.test(text)) return undefined;
  if (debtQuadrant(facts) !== 'nobody_has_written_why_yet' || debtQuadrantOfText(text) !== 'nobody_has_written_why_yet') return undefined;
  const phrases = [...new Set(cues.map((cue) => cue.phrase))];
  const named = phrases.length > 0 ? `"${phrases.join('", "')}"` : 'its label or type';
  const suppressionKey = `tech_debt:${item.key}:${[...phrases].sort().join('+') || 'label'}`;
  if (settings.suppressed.has(suppressionKey)) return undefined;
  return {
    rule: 'tech_debt', ruleVersion: TECH_DEBT_VERSION, subject: item.key,
    spans: cues.length > 0 ? spansOf(cues) : labelSpans(item), grade: 'estimated',
    why: `Technical debt by ${named}; nobody has written why yet. Neither users (incidents, tickets) nor the team (hours, blocked work) are named in the title or the first 600 characters. This does not say that the debt is harmless.`,
    whatWouldChangeIt: 'One number: incident minutes and users hit, tickets a month, team hours lost a month, or a bet it blocks.',
    nextAction: 'Ask the engineers what it costs today; a fixed slot for debt can settle the rest.',
    suppressionKey,
  };
}

/** A bare title such as "Refactor OrderService" has no function words; its cue is English enough when nothing else speaks against it. */
function readable(wording: CuedWording, cues: readonly Cue[]): boolean {
  return wording.english || (cues.some((cue) => cue.tag === 'debt') && wording.title.lower.length <= 8 && !wording.cues.some((cue) => cue.tag === 'foreign'));
}

function debtCues(wording: CuedWording, labelled: boolean): Cue[] {
  const bugLike = wording.cues.some((cue) => cue.tag === 'bugword' && cue.field === 'title');
  const strong = wording.cues.filter((cue) => cue.tag === 'debt' && (cue.field === 'title' || labelled));
  if (bugLike && !labelled) return strong.filter((cue) => cue.phrase.startsWith('refactor') || cue.phrase.includes('debt'));
  const asksForWork = /^\s{0,4}(?:\[[^\]\n]{1,40}\]\s{0,3})?(?:remove|replace|rewrite|drop|delete|fix|get rid of|kill|rework|move|port|migrate|address|resolve|improve|simplify|unify|todo)\b/i.test(wording.title.text);
  const weak = wording.cues.filter((cue) => cue.tag === 'debt_weak' && (labelled || (cue.field === 'title' && asksForWork)));
  return [...strong, ...weak];
}

/** Labels are joined by `, ` for offsets, as a report prints them. */
function labelSpans(item: Item): { field: 'labels'; start: number; end: number }[] {
  let start = 0;
  for (const label of item.labels) {
    if (saysDebt({ labels: [label] })) return [{ field: 'labels', start, end: start + label.length }];
    start += label.length + 2;
  }
  return [];
}
