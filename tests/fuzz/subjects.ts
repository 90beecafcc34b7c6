// The public exports that are mutated, each cut to a slice small enough to be read thousands of times.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TrackerKind } from '../../src/connectors/tracker.ts';

export interface Subject {
  readonly name: string;
  readonly family: string;
  readonly form: 'lines' | 'document' | 'table';
  readonly text: Buffer;
  readonly kind?: TrackerKind;
}

const SLICE = 60_000;
export const DATA = new URL('../../../shared/data/', import.meta.url).pathname;

/** The first whole lines of a text, together at most a slice long, at least three. */
function head(text: Buffer): Buffer {
  if (text.length <= SLICE) return text;
  let end = 0;
  for (let lines = 0; end < text.length && (end < SLICE || lines < 3); lines++) {
    const next = text.indexOf(10, end);
    if (next === -1 || (next > SLICE && lines >= 3)) break;
    end = next + 1;
  }
  return text.subarray(0, end);
}

/** A document with long lists and long texts cut, so that its shape stays and its size goes. */
function cut(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.slice(0, 400);
  if (Array.isArray(value)) return value.slice(0, depth < 2 ? 25 : 3).map((entry) => cut(entry, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, depth + 1)]));
}

function load(path: string, family: string, form: Subject['form'], kind?: TrackerKind): Subject {
  const raw = readFileSync(join(DATA, path));
  const whole = path.endsWith('.gz') ? gunzipSync(raw) : raw;
  const small = form === 'document' && whole.length > SLICE ? Buffer.from(JSON.stringify(cut(JSON.parse(whole.toString('utf8'))))) : whole;
  return { name: basename(path), family, form, text: form === 'document' ? small : head(small), ...(kind && { kind }) };
}

function all(folder: string, ending: RegExp): string[] {
  return readdirSync(join(DATA, folder)).filter((name) => ending.test(name)).sort().map((name) => join(folder, name));
}

/** Every public tracker export; empty when the data folder is absent. */
export function subjects(): Subject[] {
  if (!existsSync(DATA)) return [];
  const jiraCsv = all('jira/csv', /\.csv$/);
  return [
    ...all('github', /\.ndjson\.gz$/).map((path) => load(path, 'github', 'lines', path.includes('comments') ? 'github' : undefined)),
    ...all('github/metrics-csv', /\.csv\.gz$/).map((path) => load(path, 'csv', 'table', 'csv')),
    ...all('jira', /\.ndjson\.gz$/).map((path) => load(path, 'jira-json', 'lines')),
    ...jiraCsv.map((path) => (path.includes('semicolon') ? load(path, 'csv', 'table', 'csv') : load(path, 'jira-csv', 'table'))),
    load('linear/native-2023-25col/linear-export.csv', 'linear-csv', 'table'), load('linear/mcp-slicefocus/data/linear-export.csv', 'linear-csv', 'table'),
    load('linear/mcp-slicefocus/data/linear-export.json', 'linear-json', 'document'),
    ...all('gitlab/api-perceval', /^(issue|merge)_(\d|page_.*)$|^notes_\d$/).map((path) => load(path, 'gitlab', 'document', 'gitlab')),
    load('gitlab/gitlab.json', 'gitlab', 'document'),
    ...['issues', 'merge_requests'].map((name) => load(`gitlab/project-export-handbook-sample/tree/project/${name}.ndjson`, 'gitlab', 'lines')),
    load('trello/gocd-board/trello.json', 'trello', 'document'), load('trello/gocd-board/comments.json', 'trello', 'document'),
  ];
}
