// What a report says, in order, as plain phrases: the same words in a terminal, in Markdown and on a page. Knows no layout.
import type { AuditReport } from '../../contract/audit-report.ts';
import { flaggingRows, shareFinished } from './aged-out.ts';
import { counted, estimateText, monthWords, timesIn, whole } from './numbers.ts';
import { RULE_ORDER, RULE_WORDS, type RuleName } from './rule-words.ts';

/** A sentence whose numbers lead somewhere: `to` names the section that holds the rows behind the number. */
export type Phrase = readonly (string | { readonly text: string; readonly to: string })[];

export function plain(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

const number = (count: number, to: string): { text: string; to: string } => ({ text: whole(count), to });
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** The finding in at most two sentences. */
export function sentenceOf(report: AuditReport): Phrase {
  const { open, flagged, byRule, lineage } = report.summary;
  if (open === 0) return [`Nothing is open here: `, number(report.read.items, 'read'), ` ${report.read.items === 1 ? 'item was' : 'items were'} read, and every one is closed.`];
  const of: Phrase = ['Of ', number(open, 'picture'), ` open ${open === 1 ? 'item' : 'items'}, `];
  const aged = byRule.dinosaur?.count ?? 0;
  const lead: Phrase = lineage === undefined ? of : [...of, ...leading(lineage)];
  if (aged > 0) {
    const share = shareFinished(report);
    const how = share === undefined ? 'hardly ever' : timesIn(share);
    return [...lead, number(aged, 'dinosaur'), ` ${aged === 1 ? 'has' : 'have'} gone untouched for so long that items like ${aged === 1 ? 'it' : 'them'} were finished here ${how}.`];
  }
  const rest = flagged === 0
    ? `none raised a finding${tail(report, '; ')}`
    : `${are(flagged)} worth a look${tail(report, '; ')}`;
  if (flagged === 0) return [...lead, lineage === undefined ? rest : rest.replace(/^n/, 'N')];
  return [...lead, number(flagged, 'first'), ` ${rest}`];
}

/** A file alone links nothing: there only the wording can point to the goal, and the sentence says so. */
function leading({ leadsToGoal, suggested }: NonNullable<AuditReport['summary']['lineage']>): Phrase {
  const s = (count: number): string => (count === 1 ? 's' : '');
  if (leadsToGoal === 0 && suggested === 0) return ['none can be seen to lead to the goal. '];
  if (leadsToGoal > 0) return [number(leadsToGoal, 'goal'), ` lead${s(leadsToGoal)} to the goal. `];
  return [number(suggested, 'goal'), ` seem${s(suggested)} to lead to the goal by ${suggested === 1 ? 'its' : 'their'} wording. `];
}

/** What is said of age when nothing has aged out. */
function tail(report: AuditReport, join: string): string {
  if (!report.summary.byRule.dinosaur.on) return '.';
  const untold = report.summary.cannotTell.some(({ what }) => what === 'dinosaur');
  return `${join}${untold ? 'whether any has aged out cannot be told from this history.' : 'none has aged out.'}`;
}

/** Where the items come from, from when to when, and what did not happen to them. */
export function ledeOf(report: AuditReport): string {
  const { containers, from, to, files } = report.source;
  const named = containers.length === 0 ? '' : `${containers.slice(0, 3).join(', ')}${containers.length > 3 ? ' and more' : ''}. `;
  const span = from === undefined || to === undefined ? '' : monthWords(from) === monthWords(to) ? `, ${monthWords(from)}` : `, ${monthWords(from)} to ${monthWords(to)}`;
  const source = files.length === 1 ? 'one export' : `${files.length} files`;
  return `${named}Read from ${source} with ${counted(report.read.items, 'item')}${span}. Nothing was sent anywhere and nothing was written to the tracker.`;
}

export interface RuleLine {
  readonly rule: RuleName;
  readonly title: string;
  readonly count: number;
  readonly says: string;
  readonly not: string;
}

/** One line for each rule with a finding, in the order a PM should look. */
export function firstLook(report: AuditReport): RuleLine[] {
  return RULE_ORDER.flatMap((rule) => {
    const count = report.summary.byRule[rule]?.count ?? 0;
    const words = RULE_WORDS[rule];
    return count === 0 ? [] : [{ rule, title: words.title, count, says: rule === 'dinosaur' ? agedOutSays(report) : words.says, not: words.not }];
  });
}

function agedOutSays(report: AuditReport): string {
  const rows = flaggingRows(report);
  const first = rows[0];
  if (first === undefined) return RULE_WORDS.dinosaur.says;
  const pool = first.pool === 'bug' ? 'bugs' : 'items';
  return `Untouched for ${first.untouchedDays} days or more. Of ${whole(first.atRisk)} ${pool} that reached that here, an estimated ${estimateText(first)} were finished in the next year.`;
}

export interface NextStep {
  readonly words: string;
  readonly command: string;
}

/** The one thing to do now, with the command for it. */
export function nextStep(report: AuditReport): NextStep {
  const files = report.source.files.map(({ name }) => quoted(name)).join(' ');
  const aged = report.summary.byRule.dinosaur?.count ?? 0;
  if (aged > 0) return { words: `look through the ${whole(aged)} that aged out, twenty at a time, each with undo.`, command: `throughline import ${files}` };
  const first = firstLook(report)[0];
  if (first !== undefined && report.listed.only !== first.rule) return { words: `read the ${whole(first.count)} under “${first.title}” first.`, command: `throughline audit ${files} --only ${first.rule}` };
  if (report.asked.goal === undefined && report.summary.open > 0) return { words: 'say the one Product Goal, and see what leads to it.', command: `throughline audit ${files} --goal "..."` };
  return { words: 'nothing here asks for a decision. Keep it in a workspace to see what changes.', command: `throughline import ${files}` };
}

/** The command that gives this report again, whatever day it is run. */
export function againCommand(report: AuditReport): string {
  const { asked, source, listed } = report;
  const parts = ['throughline audit', ...source.files.map(({ name }) => quoted(name)), `--as-of ${report.asOf}`];
  if (asked.goal !== undefined) parts.push(`--goal ${quoted(asked.goal)}`);
  if (asked.timeZone !== undefined) parts.push(`--tz ${asked.timeZone}`);
  const standard = RULE_ORDER.filter((rule) => rule !== 'velocity');
  if (asked.rules.length !== standard.length || asked.rules.includes('velocity')) parts.push(`--rules ${asked.rules.join(',')}`);
  if (listed.only !== undefined) parts.push(`--only ${listed.only}`);
  if (listed.limit !== undefined) parts.push(`--limit ${listed.limit}`);
  return parts.join(' ');
}

/** `owner/repo#12` is `#12` where everything comes from one repository, which the page names once; other keys as they are. */
export function shortKey(report: Pick<AuditReport, 'source'>, key: string): string {
  const only = report.source.containers.length === 1 ? report.source.containers[0]! : '';
  return only !== '' && key.startsWith(`${only}#`) ? key.slice(only.length) : key;
}

function quoted(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
