// What a text is, judged by its beginning: which tracker, in which shape, and why that is believed. Turns down what is no export.
import { classifyBinary } from './foreign-files.ts';
import { delimiterOf, firstRow, parseCsv } from './csv/parse.ts';
import { suggestMapping } from './csv/suggest.ts';
import { guessHeader, guessRecord, type Guess } from './classify.ts';
import { isPageList, recordsInPage } from './json/documents.ts';
import { JsonScanner } from './json/scanner.ts';
import { decodeSpan } from './legacy-text.ts';
import { MappingNeeded, NotAnExport } from './not-an-export.ts';
import type { TrackerKind } from './tracker.ts';

export type Shape =
  | { readonly form: 'lines' }
  | { readonly form: 'document' }
  | { readonly form: 'board' }
  | { readonly form: 'table'; readonly delimiter: string; readonly header: readonly string[] };

export interface Detection {
  readonly kind: TrackerKind;
  readonly shape: Shape;
  /** 0 to 1: how sure the content makes this; 1 as well when the kind was named by the user. */
  readonly confidence: number;
  /** One sentence, as `Read as a GitHub export: objects with ...`. */
  readonly why: string;
  /** True when the text begins with comments whose issues are elsewhere, so that it is better read after the others. */
  readonly commentsFirst: boolean;
}

export interface Expected {
  readonly kind?: TrackerKind | 'auto' | undefined;
  readonly map?: Readonly<Record<string, string>> | undefined;
}

/** How much of a text is looked at. */
export const HEAD_BYTES = 4 << 20;
const SAMPLE = 40;
const ADVICE = 'Export the issues as CSV or JSON from the tracker and hand over that file';
const JSON_KINDS: readonly TrackerKind[] = ['jira-json', 'github', 'github-backup', 'linear-json', 'gitlab', 'trello'];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * One value per line is the rule when the first line that holds anything parses as an object or a list, or half of the first lines do,
 * or all of them begin and end like one: no line of a document laid out over many lines does so.
 */
function linesOf(head: Buffer, whole: boolean): unknown[] | undefined {
  const values: unknown[] = [];
  let lines = 0, alike = 0, firstParses = false;
  for (let start = 0; start < head.length && lines < SAMPLE;) {
    const newline = head.indexOf(10, start);
    if (newline === -1 && !whole) break;
    const end = newline === -1 ? head.length : newline;
    const text = decodeSpan(head, start, end).trim();
    start = end + 1;
    if (text === '') continue;
    lines++;
    if (/^[{[]\s*["{]/.test(text) && /[}\]]$/.test(text)) alike++;
    const value = parsed(text);
    if (typeof value !== 'object' || value === null) continue;
    values.push(value);
    firstParses ||= lines === 1;
  }
  return lines >= 2 && (firstParses || values.length * 2 >= lines || alike === lines) ? values : undefined;
}

function recordsIn(head: Buffer): unknown[] {
  const values: unknown[] = [];
  const scanner = new JsonScanner((path) => isPageList(path));
  const take = ({ text }: { text: string }): boolean => {
    const value = parsed(text);
    if (value !== undefined && values.length < SAMPLE) values.push(value);
    return value !== undefined;
  };
  scanner.feed(head, take);
  return values;
}

const TRELLO_HEAD = /"(?:idOrganization|labelNames|idMemberCreator|idBoard|shortLink)"\s*:/;

/** What can still be said of a document whose first record is longer than the head. */
function guessByText(head: Buffer): Guess | undefined {
  const text = head.toString('latin1', 0, Math.min(head.length, 1 << 20));
  const why = 'the field names in its first record';
  if (/"fields"\s*:\s*\{/.test(text) && /"key"\s*:\s*"/.test(text)) return { kind: 'jira-json', confidence: 0.6, why };
  if (/"iid"\s*:/.test(text)) return { kind: 'gitlab', confidence: 0.6, why };
  if (/"identifier"\s*:\s*"[A-Za-z]/.test(text)) return { kind: 'linear-json', confidence: 0.6, why };
  if (/"repository_url"\s*:|"html_url"\s*:\s*"[^"]*\/issues\//.test(text)) return { kind: 'github', confidence: 0.6, why };
  return undefined;
}

function bestGuess(values: readonly unknown[]): Guess | undefined {
  const votes = new Map<TrackerKind, { count: number; guess: Guess }>();
  for (const value of values.flatMap((one) => recordsInPage(one) ?? [one]).slice(0, 200)) {
    const guess = guessRecord(value);
    if (!guess) continue;
    const vote = votes.get(guess.kind);
    if (!vote) votes.set(guess.kind, { count: guess.confidence, guess });
    else vote.count += guess.confidence;
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.guess;
}

function isBoard(head: Buffer): boolean {
  const text = head.toString('latin1', 0, Math.min(head.length, 1 << 16));
  return /^\s*\{/.test(text) && TRELLO_HEAD.test(text) && /"(?:cards|lists|actions|prefs|labelNames)"\s*:/.test(text) && !/"fields"\s*:/.test(text);
}

function detectJson(name: string, head: Buffer, whole: boolean, expected: Expected): Detection {
  const wanted = expected.kind === undefined || expected.kind === 'auto' ? undefined : expected.kind;
  if (wanted !== undefined && !JSON_KINDS.includes(wanted)) {
    throw new NotAnExport(name, `is JSON, which cannot be read as ${wanted}`, 'Leave out the kind, or name the one it is');
  }
  const lines = linesOf(head, whole);
  const values = lines ?? recordsIn(head);
  const board = !lines && (wanted === 'trello' || wanted === undefined) && isBoard(head);
  const guess = bestGuess(values) ?? (board ? { kind: 'trello' as const, confidence: 0.8, why: 'a board\'s own fields' } : guessByText(head));
  const kind = wanted ?? (board ? 'trello' : guess?.kind);
  if (kind === undefined) {
    const what = values.length === 0 ? 'is JSON without a record that could be made out' : 'is JSON, but its records bear the marks of no tracker that is known';
    throw new NotAnExport(name, what, ADVICE);
  }
  const first = values.flatMap((one) => recordsInPage(one) ?? [one])[0];
  return {
    kind, shape: { form: kind === 'trello' && board ? 'board' : lines ? 'lines' : 'document' }, confidence: wanted ? 1 : guess?.confidence ?? 0.6,
    why: wanted ? `Read as ${kind} because that was asked for.` : `Read as ${kind}: ${guess?.why ?? 'a board\'s own fields'}.`,
    commentsFirst: typeof first === 'object' && first !== null && ('issue_url' in first || 'noteable_type' in first || (first as { type?: unknown }).type === 'commentCard'),
  };
}

function detectTable(name: string, head: Buffer, whole: boolean, expected: Expected): Detection {
  const cut = whole ? head.length : Math.max(head.lastIndexOf(10) + 1, 1);
  const text = decodeSpan(head, 0, Math.min(cut, 1 << 18)).replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(text);
  const wanted = expected.kind === undefined || expected.kind === 'auto' ? undefined : expected.kind;
  if (wanted !== undefined && JSON_KINDS.includes(wanted)) {
    throw new NotAnExport(name, `is no JSON, so it cannot be read as ${wanted}`, 'Leave out the kind, or name the one it is');
  }
  const header = delimiter === undefined ? [] : firstRow(text, delimiter);
  const mapped = expected.map !== undefined && Object.keys(expected.map).length > 0;
  const guess = guessHeader(header);
  const shape: Shape = { form: 'table', delimiter: delimiter ?? ',', header: header.map((cell) => cell.trim()) };
  if (mapped || wanted === 'csv') {
    if (delimiter === undefined && !mapped) throw new NotAnExport(name, 'is text without columns', ADVICE);
    const oneColumn = delimiter === undefined ? { ...shape, header: [text.split(/\r?\n/, 1)[0]!] } : shape;
    return { kind: 'csv', shape: oneColumn, confidence: 1, why: 'Read as a table by the mapping that was given.', commentsFirst: false };
  }
  if (wanted !== undefined) return { kind: wanted, shape, confidence: 1, why: `Read as ${wanted} because that was asked for.`, commentsFirst: false };
  if (guess) return { kind: guess.kind, shape, confidence: guess.confidence, why: `Read as ${guess.kind}: ${guess.why}.`, commentsFirst: false };
  if (delimiter !== undefined && isTabular(text, delimiter, header)) throw new MappingNeeded(name, header, suggestMapping(header));
  throw new NotAnExport(name, 'is text that is no table of issues', ADVICE);
}

/** Prose has commas too: a table names at least two columns, has a row under them, and most rows are about as wide as its header. */
function isTabular(text: string, delimiter: string, header: readonly string[]): boolean {
  const width = header.length;
  const named = header.filter((cell) => cell.trim() !== '').length;
  const rows = parseCsv(text, delimiter).slice(1, 50).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const alike = rows.filter(({ cells }) => cells.length >= Math.max(2, width - 2) && cells.length <= width + 2).length;
  return named >= 2 && rows.length > 0 && alike * 2 >= rows.length;
}

/**
 * Judges a text by its first bytes (up to `HEAD_BYTES`; `whole` when that is all of it). Throws NotAnExport for what is no
 * export, MappingNeeded for a table with an unknown header.
 */
export function detectTracker(name: string, head: Buffer, whole: boolean, expected: Expected = {}): Detection {
  const foreign = classifyBinary(head);
  if (foreign) throw new NotAnExport(name, foreign.seen, foreign.advice);
  const first = head.toString('latin1', 0, Math.min(head.length, 4096)).trimStart()[0];
  if (first === undefined) throw new NotAnExport(name, 'holds nothing but blanks', ADVICE);
  return first === '{' || first === '[' ? detectJson(name, head, whole, expected) : detectTable(name, head, whole, expected);
}
