// An answer for a person: its sentence, then its lists as tables and its facts as lines, then how to go on or take it back.
// Works on the value alone, so that a new operation is readable the day it is declared.
import stringWidth from 'string-width';
import type { Operation } from '../../contract/operation.ts';
import { sentenceOf } from './sentences.ts';
import { tame, type Style } from './style.ts';
import { table, wrapped } from './table.ts';
import { counted, kebab, shown, spaced } from './words.ts';

export interface Page {
  readonly columns: number;
  readonly style: Style;
  readonly quiet: boolean;
}

type Facts = Readonly<Record<string, unknown>>;

/** Shown as lines of their own, or of no use to a reader. */
const APART = new Set(['undo', 'nextCursor', 'total', 'totalIsExact']);
const FIRST = ['key', 'title', 'statement', 'claim', 'name', 'id', 'why', 'rule', 'state', 'statusClass', 'kind', 'value'];
const ID = /^[a-z]{3}_[0-9A-Z]{26}$/;
/** Characters at which a column of text can still be read. */
const READABLE = 28;
/** Facts of a part of the answer are a block of their own from this many on. */
const GROUP = 4;

export function render(operation: Pick<Operation, 'name' | 'kind'>, value: Facts, page: Page): string {
  const own = sentenceOf(operation.name, value);
  const said = own === undefined ? saidFirst(value) : undefined;
  const sentence = own ?? said?.sentence ?? plainSentence(operation, value);
  const paragraphs = (said?.paragraphs ?? []).flatMap((paragraph) => ['', ...wrapped(paragraph, page.columns)]);
  const lines = [page.style.strong(tame(sentence)), ...paragraphs, ...bodyOf(said?.rest ?? value, page)];
  if (!page.quiet) lines.push(...nextSteps(operation.name, value, page.style));
  return `${lines.join('\n')}\n`;
}

/** The sentences an answer brings itself, the first for its head, and the answer without them. */
function saidFirst(value: Facts): { readonly sentence: string; readonly paragraphs: readonly string[]; readonly rest: Facts } | undefined {
  const field = ['sentence', 'says'].find((name) => typeof value[name] === 'string');
  const listed = isTexts(value['sentences']) ? value['sentences'] : [];
  const [sentence, ...paragraphs] = field === undefined ? listed : [value[field] as string, ...listed];
  if (sentence === undefined) return undefined;
  return { sentence, paragraphs, rest: Object.fromEntries(Object.entries(value).filter(([name]) => name !== field && name !== 'sentences')) };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function plainSentence(operation: Pick<Operation, 'name' | 'kind'>, value: Facts): string {
  const list = Object.entries(value).find((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  if (list) {
    const noun = spaced(list[0]).replace(/ies$/, 'y').replace(/s$/, '');
    const total = value['total'];
    return typeof total === 'number' && total > list[1].length ? `${counted(total, noun)}; ${list[1].length} shown.` : `${counted(list[1].length, noun)}.`;
  }
  const only = Object.values(value).find(isFacts);
  const named = only && (only['title'] ?? only['statement'] ?? only['claim'] ?? only['key']);
  if (typeof named === 'string') return named;
  return operation.kind === 'command' ? 'Done.' : `${spaced(operation.name.replace('.', ' '))}:`;
}

function bodyOf(value: Facts, page: Page): string[] {
  const entries = Object.entries(value).filter(([name, entry]) => !APART.has(name) && !isEmpty(entry));
  const [only] = entries;
  const shownEntries = entries.length === 1 && isFacts(only![1]) ? Object.entries(only![1]).filter(([, entry]) => !isEmpty(entry)) : entries;
  const lists = shownEntries.filter((entry): entry is [string, Facts[]] => isRows(entry[1]));
  const groups = shownEntries.filter((entry): entry is [string, Facts] => isGroup(entry[1]));
  const facts = shownEntries.filter(([, entry]) => !isRows(entry) && !isGroup(entry));
  const alone = lists.length + groups.length + Math.min(1, facts.length) === 1;
  const heading = (name: string): string[] => (alone ? [''] : ['', page.style.strong(spaced(name))]);
  return [
    ...(facts.length > 0 ? ['', ...factLines(facts, page)] : []),
    ...groups.flatMap(([name, group]) => [...heading(name), ...factLines(Object.entries(group).filter(([, entry]) => !isEmpty(entry) && !isRows(entry)), page)]),
    ...lists.flatMap(([name, rows]) => [...heading(name), ...tableOf(rows, page)]),
  ];
}

/** Name and value, one below the other; long texts are wrapped under their own beginning. */
function factLines(facts: readonly (readonly [string, unknown])[], page: Page): string[] {
  const width = Math.max(0, ...facts.map(([name]) => spaced(name).length));
  return facts.flatMap(([name, entry]) =>
    wrapped(shown(entry), Math.max(20, page.columns - width - 2)).map((line, at) => `${at === 0 ? page.style.faint(spaced(name).padEnd(width)) : ' '.repeat(width)}  ${line}`.trimEnd()),
  );
}

/** The columns that say most and fit, in a fixed order. A row with a key of its own needs no id; an id is never cut. */
function tableOf(rows: readonly Facts[], page: Page): string[] {
  const flat = rows.map(flattened);
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))].filter((name) => flat.some((row) => !isEmpty(row[name])));
  const useful = names.filter((name) => !(name === 'id' && rows.some((row) => 'key' in row)) && name !== 'url');
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + names.indexOf(name));
  const right = (name: string): boolean => flat.every((row) => row[name] === undefined || typeof row[name] === 'number');
  const whole = (name: string): boolean => flat.every((row) => isEmpty(row[name]) || ID.test(shown(row[name])));
  const columns: string[] = [];
  let taken = 0;
  for (const name of useful.toSorted((a, b) => rank(a) - rank(b))) {
    const natural = Math.max(spaced(name).length, ...flat.map((row) => stringWidth(tame(shown(row[name])))));
    taken += (whole(name) ? natural : Math.min(natural, READABLE)) + 2;
    if (columns.length >= 2 && taken - 2 > page.columns) break;
    columns.push(name);
  }
  return table(columns.map((name) => ({ heading: spaced(name), right: right(name), whole: whole(name) })), flat.map((row) => columns.map((name) => shown(row[name]))), page.columns, page.style);
}

/** An item inside a row, or the only thing in it, gives the row its key and title; other nested facts are left to --json. */
function flattened(row: Facts): Facts {
  const own = Object.entries(row).filter(([, entry]) => !isFacts(entry) && !isRows(entry));
  const nested = Object.values(row).filter(isFacts);
  const item = row['item'] ?? row['target'] ?? row['goal'] ?? (nested.length === 1 ? nested[0] : undefined);
  return { ...(isFacts(item) ? { key: item['key'], title: item['title'] ?? item['statement'] ?? item['name'] } : {}), ...Object.fromEntries(own) };
}

function nextSteps(name: string, value: Facts, style: Style): string[] {
  const lines: string[] = [];
  if (typeof value['nextCursor'] === 'string') lines.push(style.faint(`More: ${commandOf(name)} --cursor ${quoted(value['nextCursor'])}`));
  const undo = value['undo'];
  if (isFacts(undo) && typeof undo['operation'] === 'string' && isFacts(undo['input'])) {
    const flags = Object.entries(undo['input']).map(([field, entry]) => `--${kebab(field)} ${quoted(entry)}`);
    const until = typeof undo['until'] === 'string' ? ` (until ${shown(undo['until'])})` : '';
    lines.push(style.faint(`Take it back${until}: ${tame(commandOf(undo['operation']))} ${flags.join(' ')}`));
  }
  return lines.length > 0 ? ['', ...lines] : [];
}

/** `goal.get` -> `throughline goal get`. */
export function commandOf(operation: string): string {
  return `throughline ${operation.replace('.', ' ').replaceAll('_', '-')}`;
}

function quoted(value: unknown): string {
  const text = Array.isArray(value) && value.every((entry) => typeof entry === 'string' && !entry.includes(',')) ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value);
  return /^[\w.:,-]+$/.test(text) ? text : `'${tame(text).replaceAll("'", "'\\''")}'`;
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isGroup(value: unknown): value is Facts {
  return isFacts(value) && Object.keys(value).length >= GROUP;
}

function isRows(value: unknown): value is Facts[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFacts);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
