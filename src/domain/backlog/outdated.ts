// Outdated: an item that carries two or more signs of a world that is gone. Reads its text, due date and assignee; knows no
// clock and follows no link. One sign alone is never a finding.
import { addDays, type Day } from '../kernel/instant.ts';
import type { Finding, Span } from './finding.ts';
import type { Item } from './item.ts';
import { yearsSpokenOf } from './outdated-years.ts';
import type { AuditSettings } from './rule.ts';

export const OUTDATED_VERSION = 1;
/** Days past due before a due date is a dead sign. */
const OVERDUE_DAYS = 90;
const TEXT_LIMIT = 20_000;

/** A name or year as it stands in a text. */
interface Mention {
  readonly span: Span;
  readonly text: string;
}

/** What an open item says that may turn out to be outdated, before the day of the audit is known. */
export interface OutdatedEvidence {
  readonly key: string;
  readonly sunset?: Mention;
  /** True when the assignee is on the list of people who left. */
  readonly leaver: boolean;
  readonly due?: Day;
  /** First mention of each year, outside history, logs, links and product names. */
  readonly years: readonly { readonly year: number; readonly span: Span }[];
}

const matchers = new WeakMap<AuditSettings, { readonly sunset?: RegExp; readonly leavers: ReadonlySet<string> }>();

function matcherOf(settings: AuditSettings): { readonly sunset?: RegExp; readonly leavers: ReadonlySet<string> } {
  const known = matchers.get(settings);
  if (known !== undefined) return known;
  const names = settings.sunsetNames.map((name) => name.trim()).filter((name) => name !== '')
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const made = {
    leavers: new Set(settings.leavers.map((name) => name.trim().toLowerCase())),
    ...(names.length === 0 ? {} : { sunset: new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'iu') }),
  };
  matchers.set(settings, made);
  return made;
}

/** Undefined when the item carries no sign at all, which is the common case. */
export function readOutdated(item: Item, settings: AuditSettings): OutdatedEvidence | undefined {
  const { sunset, leavers } = matcherOf(settings);
  const body = item.body?.slice(0, TEXT_LIMIT) ?? '';
  const years = [...yearsSpokenOf(item.title, 'title'), ...yearsSpokenOf(body, 'body')]
    .filter((one, i, all) => all.findIndex((other) => other.year === one.year) === i);
  const mention = sunset === undefined ? undefined : find(sunset, item.title, 'title') ?? find(sunset, body, 'body');
  const leaver = item.assignee !== undefined &&
    (leavers.has(item.assignee.id.toLowerCase()) || (item.assignee.name !== undefined && leavers.has(item.assignee.name.toLowerCase())));
  if (mention === undefined && !leaver && item.due === undefined && years.length === 0) return undefined;
  return { key: item.key, leaver, years, ...(mention === undefined ? {} : { sunset: mention }), ...(item.due === undefined ? {} : { due: item.due }) };
}

function find(pattern: RegExp, text: string, field: Span['field']): Mention | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { span: { field, start: match.index, end: match.index + match[0].length }, text: match[0].replace(/\s+/g, ' ') };
}

/**
 * The finding as of a day, when at least two different signs hold: a name on the sunset list, an assignee who left, more than 90 days
 * past due, a year before last year. Example: due 2013-11-01 and "for the 2013 season", as of 2015-06-30.
 */
export function outdatedFinding(evidence: OutdatedEvidence, asOf: Day): Finding | undefined {
  const signs: { readonly words: string; readonly cue: string; readonly span: Span }[] = [];
  if (evidence.sunset !== undefined) {
    signs.push({ words: `names "${evidence.sunset.text}", which is on your list of things that are gone`, cue: `gone:${evidence.sunset.text.toLowerCase()}`, span: evidence.sunset.span });
  }
  if (evidence.leaver) signs.push({ words: 'is assigned to someone who left', cue: 'assignee', span: { field: 'assignee', start: 0, end: 0 } });
  if (evidence.due !== undefined && addDays(evidence.due, OVERDUE_DAYS) < asOf) {
    signs.push({ words: `was due on ${evidence.due}`, cue: `due:${evidence.due}`, span: { field: 'due', start: 0, end: evidence.due.length } });
  }
  const old = evidence.years.filter(({ year }) => year < Number(asOf.slice(0, 4)) - 1).sort((a, b) => a.year - b.year)[0];
  if (old !== undefined) signs.push({ words: `speaks of ${old.year}`, cue: `year:${old.year}`, span: old.span });
  if (signs.length < 2) return undefined;
  const words = signs.map((sign) => sign.words);
  return {
    rule: 'outdated', ruleVersion: OUTDATED_VERSION, subject: evidence.key, spans: signs.map((sign) => sign.span),
    value: signs.length, unit: 'signs', grade: 'measured',
    why: `${signs.length} signs of a world that is gone: it ${words.slice(0, -1).join(', ')} and ${words.at(-1)!}.`,
    whatWouldChangeIt: 'A new due date, another assignee, or a wording that holds today.',
    nextAction: 'Rewrite it for today, or close it with a reason.',
    suppressionKey: `outdated|${evidence.key}|${signs.map((sign) => sign.cue).join('+')}`,
  };
}
