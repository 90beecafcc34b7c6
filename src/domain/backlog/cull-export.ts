// The plan of a cull as files that a tracker can take: Jira bulk CSV, a `gh` script, Linear CSV, a Markdown list.
// Text from trackers is untrusted: quoted for the shell, kept from being a formula in a spreadsheet, escaped for Markdown.
import { CULL_LABEL, reporterMessage } from './cull-message.ts';
import type { CullCandidate, CullDecision } from './cull.ts';

export interface PlannedItem {
  readonly candidate: CullCandidate;
  readonly decision: CullDecision;
  /** What the PM made of the prepared message; by default the prepared one. */
  readonly message?: string;
}

/** Quotes a field for CSV (RFC 4180). A leading `=`, `+`, `-`, `@`, tab or carriage return gets an apostrophe, so that no spreadsheet runs it. */
export function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A word for POSIX shells: single quotes, in which nothing is special but the single quote itself. NUL cannot be passed and is dropped. */
export function shellWord(value: string): string {
  return `'${value.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)}'`;
}

function closings(plan: readonly PlannedItem[]): { key: string; url?: string; title: string; message: string }[] {
  return plan.flatMap(({ candidate, decision, message }) => decision.kind !== 'close' ? [] : [{
    ...candidate.item, message: message ?? reporterMessage(decision.reason, candidate.findings, decision.note),
  }]);
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** For Jira's bulk change by CSV import: one row per closing. Status and resolution names differ by site and are handed in. */
export function jiraCsv(plan: readonly PlannedItem[], names: { readonly status: string; readonly resolution: string } = { status: 'Closed', resolution: 'Won\u2019t Do' }): string {
  const rows = closings(plan).map(({ key, title, message }) => [key, title, names.status, names.resolution, CULL_LABEL, message]);
  return csv([['Issue Key', 'Summary', 'Status', 'Resolution', 'Labels', 'Comment Body'], ...rows]);
}

/** For Linear's CSV: one row per closing, state `Canceled`. */
export function linearCsv(plan: readonly PlannedItem[]): string {
  const rows = closings(plan).map(({ key, title, message }) => [key, title, 'Canceled', CULL_LABEL, message]);
  return csv([['ID', 'Title', 'Status', 'Labels', 'Comment'], ...rows]);
}

const ISSUE_KEY = /^([A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9._-]+)#(\d+)$/;
const ISSUE_URL = /^https:\/\/github\.com\/([A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9._-]+)\/issues\/(\d+)$/;

export interface GithubScript {
  readonly script: string;
  /** Keys that name no GitHub issue and are not in the script. */
  readonly leftOut: readonly string[];
}

/** A POSIX shell script of `gh issue close` lines with label and comment; it stops at the first failure. Never holds unquoted tracker text. */
export function githubScript(plan: readonly PlannedItem[]): GithubScript {
  const leftOut: string[] = [];
  const lines = closings(plan).flatMap(({ key, url, message }) => {
    const found = ISSUE_KEY.exec(key) ?? ISSUE_URL.exec(url ?? '');
    if (found === null) {
      leftOut.push(key);
      return [];
    }
    const [, repository, number] = found as unknown as [string, string, string];
    const at = `${number} --repo ${shellWord(repository)}`;
    return [`gh issue edit ${at} --add-label ${shellWord(CULL_LABEL)}`, `gh issue close ${at} --reason ${shellWord('not planned')} --comment ${shellWord(message)}`];
  });
  return { script: ['#!/bin/sh', '# Closes the items of one cull. The label must exist in the repository.', 'set -eu', ...lines, ''].join('\n'), leftOut };
}

/** Backslash before every character that Markdown may read as a mark, and line ends as spaces. */
export function markdownText(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+\-!|~&@:]/g, String.raw`\$&`);
}

/** Every decision as one list item, closings first in plan order. */
export function markdownList(plan: readonly PlannedItem[]): string {
  const words = (decision: CullDecision): string => {
    switch (decision.kind) {
      case 'close': return `close (${decision.reason.replaceAll('_', ' ')}${decision.note === undefined ? '' : `: ${markdownText(decision.note)}`})`;
      case 'keep': return `keep until ${decision.until}`;
      case 'link': return `link to ${markdownText(decision.to)}`;
      case 'still_a_problem': return `still a problem: ${markdownText(decision.evidence)}`;
    }
  };
  const sorted = [...plan.filter((one) => one.decision.kind === 'close'), ...plan.filter((one) => one.decision.kind !== 'close')];
  return sorted.map(({ candidate, decision }) => `- ${markdownText(candidate.item.key)} ${markdownText(candidate.item.title)}: ${words(decision)}\n`).join('');
}
