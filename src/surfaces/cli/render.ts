// An answer for a person: its sentence, then its lists as tables and its facts as lines, then how to go on or take it back.
// Works on the value alone, so that a new operation is readable the day it is declared.
import type { Operation } from '../../contract/operation.ts';
import { sentenceOf } from './sentences.ts';
import { tame, type Style } from './style.ts';
import { fitted, table } from './table.ts';
import { counted, kebab, shown, spaced } from './words.ts';

export interface Page {
  readonly columns: number;
  readonly style: Style;
  readonly quiet: boolean;
}

type Facts = Readonly<Record<string, unknown>>;

/** Shown as lines of their own, or of no use to a reader. */
const APART = new Set(['undo', 'nextCursor', 'total', 'totalIsExact']);
const FIRST = ['key', 'title', 'statement', 'claim', 'name', 'rule', 'state', 'statusClass', 'kind', 'why', 'value'];
const MOST_COLUMNS = 7;
const LONG = 160;

export function render(operation: Pick<Operation, 'name' | 'kind'>, value: Facts, page: Page): string {
  const sentence = sentenceOf(operation.name, value) ?? plainSentence(operation, value);
  const lines = [page.style.strong(tame(sentence)), ...bodyOf(value, page)];
  if (!page.quiet) lines.push(...nextSteps(operation.name, value, page.style));
  return `${lines.join('\n')}\n`;
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
  const wrapped = entries.length === 1 && isFacts(entries[0]![1]) ? Object.entries(entries[0]![1]).filter(([, entry]) => !isEmpty(entry)) : entries;
  const facts = wrapped.filter(([, entry]) => !isRows(entry));
  const lists = wrapped.filter((entry): entry is [string, Facts[]] => isRows(entry[1]));
  const width = Math.max(0, ...facts.map(([name]) => spaced(name).length));
  const lines = facts.map(([name, entry]) => `${page.style.faint(spaced(name).padEnd(width))}  ${fitted(tame(shown(entry)), Math.max(LONG, page.columns - width - 2), page.style.ellipsis)}`);
  for (const [name, rows] of lists) {
    lines.push('', ...(lists.length > 1 || facts.length > 0 ? [page.style.strong(spaced(name))] : []), ...tableOf(rows, page));
  }
  return lines.length > 0 && lines[0] !== '' ? ['', ...lines] : lines;
}

/** The columns that say most, in a fixed order; an id is shown only where there is no key. */
function tableOf(rows: readonly Facts[], page: Page): string[] {
  const flat = rows.map(flattened);
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))].filter((name) => flat.some((row) => !isEmpty(row[name])));
  const useful = names.filter((name) => !(name === 'id' && names.includes('key')) && name !== 'url');
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + names.indexOf(name));
  const columns = useful.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_COLUMNS);
  const right = (name: string): boolean => flat.every((row) => row[name] === undefined || typeof row[name] === 'number');
  return table(columns.map((name) => ({ heading: spaced(name), right: right(name) })), flat.map((row) => columns.map((name) => shown(row[name]))), page.columns, page.style);
}

/** An item inside a row gives the row its key and title; other nested facts are left to --json. */
function flattened(row: Facts): Facts {
  const own = Object.entries(row).filter(([, entry]) => !isFacts(entry) && !isRows(entry));
  const item = row['item'] ?? row['target'] ?? row['goal'];
  return { ...(isFacts(item) ? { key: item['key'], title: item['title'] ?? item['statement'] } : {}), ...Object.fromEntries(own) };
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

function isRows(value: unknown): value is Facts[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFacts);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
