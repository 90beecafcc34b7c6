// Reads reference cases from a folder and the folders in it. Leaves out what is no case and says so; knows no area.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Promised } from './judge.ts';

export interface ReferenceCase extends Promised {
  readonly id: string;
  readonly area: string;
  readonly input: unknown;
}

/** The input of another case, by its id. Throws when no such case is found. */
export type See = (id: string) => unknown;

export interface Folder {
  readonly cases: readonly ReferenceCase[];
  /** JSON files that could not be read as a case though they look like one or are no JSON, with the reason. */
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
  /** JSON files that do not look like a case. */
  readonly leftOut: readonly string[];
}

const FIELDS = ['id', 'area', 'input', 'expected', 'tolerance'] as const;

/** Reads every JSON file of `folder` and of the folders directly in it, in order of path; manifests aside. Throws when `folder` cannot be read. */
export function readCases(folder: string): Folder {
  const cases: ReferenceCase[] = [];
  const unread: { file: string; reason: string }[] = [];
  const leftOut: string[] = [];
  for (const path of filesOf(folder)) {
    const file = relative(folder, path);
    const read = parsed(path);
    if (read instanceof Error) unread.push({ file, reason: read.message });
    else if (!looksLikeCase(read)) leftOut.push(file);
    else {
      const missing = FIELDS.filter((field) => read[field] === undefined);
      if (missing.length > 0) unread.push({ file, reason: `has no ${missing.join(', no ')}` });
      else cases.push(read as unknown as ReferenceCase);
    }
  }
  return { cases, unread, leftOut };
}

/** Finds inputs among `cases` first, then beside `folder`: in its sibling folders, one file per id. */
export function inputsOf(folder: string, cases: readonly ReferenceCase[]): See {
  const known = new Map(cases.map(({ id, input }) => [id, input]));
  return (id) => {
    if (!known.has(id)) known.set(id, siblingInput(folder, id));
    return known.get(id);
  };
}

function siblingInput(folder: string, id: string): unknown {
  const around = dirname(folder);
  const path = [around, ...foldersOf(around)].map((place) => join(place, `${id}.json`)).find((file) => existsSync(file));
  const read = path === undefined ? undefined : parsed(path);
  if (read === undefined || read instanceof Error || !looksLikeCase(read)) throw new Error(`no case is named ${id}`);
  return read['input'];
}

function looksLikeCase(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && ('area' in value || 'expected' in value);
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function filesOf(folder: string): string[] {
  return [folder, ...foldersOf(folder)].flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.endsWith('.json') && name !== 'manifest.json')
      .sort()
      .map((name) => join(place, name)),
  );
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)).sort();
}
