// JSON documents: one page, several pages one after another, or a lone object. Knows where trackers put their lists.
import type { Bytes } from '../byte-stream.ts';
import type { JsonListener } from './lines.ts';
import { JsonScanner, type HoldsRecords } from './scanner.ts';

const LISTS = /^(?:items|results|values|records|data|nodes|cards|(?:[A-Za-z]+\.){0,4}issues(?:\.(?:nodes|edges|items))?)$/;

/** True for the lists that pages of the known APIs keep their records in: `issues`, `items`, `data.team.issues.nodes`. */
export function isPageList(path: string): boolean {
  return LISTS.test(path);
}

/** As a JsonListener, and told which list a record stood in. */
export interface DocumentListener extends JsonListener {
  value(value: unknown, number: number, path?: string): void;
  /** Short texts of the outermost object, once all has been read. */
  root?(texts: ReadonlyMap<string, string>): void;
  /** The text ended inside a list or an object: records may have followed. */
  cutOff?(): void;
}

/**
 * Reads every record and tells the listener; yields after each stretch of input. A record that does not parse is reported
 * and reading goes on at the next one that can be made out. A break of the source is thrown after what it cut off was reported.
 */
export async function* readJsonDocuments(source: Bytes, listener: DocumentListener, holds: HoldsRecords = isPageList): AsyncGenerator<void> {
  const scanner = new JsonScanner(holds);
  let number = 0;
  let failure: unknown;
  const take = ({ path, text }: { path: string; text: string }): boolean => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      listener.malformed(text.slice(0, 400), ++number);
      return false;
    }
    listener.value(value, ++number, path);
    return true;
  };
  try {
    for await (const chunk of source) {
      scanner.feed(chunk, take);
      yield;
    }
  } catch (broken) {
    failure = broken;
  }
  scanner.end(take);
  listener.root?.(scanner.rootTexts);
  if (scanner.isOpen) listener.cutOff?.();
  yield;
  if (failure !== undefined) throw failure;
}

/**
 * The records inside one parsed value, when the value is a page rather than a record. Undefined when it is a record.
 * Example: `{ issues: [a, b] }` and `{ data: { issues: { nodes: [a, b] } } }` and `[a, b]` all give `[a, b]`.
 */
export function recordsInPage(value: unknown, path = '', depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return path === '' || isPageList(path) ? value : undefined;
  if (typeof value !== 'object' || value === null || depth > 5) return undefined;
  let found: unknown[] | undefined;
  for (const key in value) {
    if (!MAYBE_WRAPPER.has(key)) continue;
    const inner = recordsInPage((value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`, depth + 1);
    if (inner) found = found ? [...found, ...inner] : [...inner];
  }
  return found;
}

const MAYBE_WRAPPER = new Set([
  'items', 'results', 'values', 'records', 'data', 'nodes', 'cards', 'issues', 'edges', 'team', 'project', 'viewer', 'workspace',
  'organization', 'repository', 'search', 'cycle', 'group', 'node',
]);
