// Reading fields of an object nobody vouches for: any field may have any type. Tells the sink what it could not use.
import type { Instant } from '../domain/kernel/instant.ts';
import type { Day } from '../domain/kernel/instant.ts';
import type { Person } from '../domain/backlog/item.ts';
import type { RecordSink } from './record-sink.ts';
import { isoInstant } from './iso-instant.ts';
import { readMoment } from './moment.ts';

export type Loose = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Wellformed = { isWellFormed?(): boolean; toWellFormed?(): string };

/** Text without what no database keeps: NUL characters are dropped, halves of surrogate pairs become U+FFFD. */
export function cleanText(text: string): string {
  const kept = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const checked = kept as Wellformed;
  return checked.isWellFormed?.() === false ? checked.toWellFormed!() : kept;
}

/** A name or id as text; a number counts, anything else is no name and gives empty text. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
}

/** The field's text; a number counts as text. Null, absent and empty text are undefined; anything else is reported. */
export function textOf(from: Loose, field: string, sink: RecordSink): string | undefined {
  const value = from[field];
  if (typeof value === 'string') return value === '' ? undefined : cleanText(value) || undefined;
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return String(value);
  sink.problem(field, 'wrong_type', value);
  return undefined;
}

/** As `textOf`, for text that may also be an object carrying it under `name` (or `inner`). */
export function namedOf(from: Loose, field: string, sink: RecordSink, inner = 'name'): string | undefined {
  const value = from[field];
  return isObject(value) ? textOf(value, inner, sink) : textOf(from, field, sink);
}

/** The field as an array; null and absent are empty; anything else is reported. */
export function listOf(from: Loose, field: string, sink: RecordSink): readonly unknown[] {
  const value = from[field];
  if (Array.isArray(value)) return value;
  if (value !== null && value !== undefined) sink.problem(field, 'wrong_type', value);
  return [];
}

/** As `listOf`, and also accepts the GraphQL shape `{ nodes: [...] }`. */
export function nodesOf(from: Loose, field: string, sink: RecordSink): readonly unknown[] {
  const value = from[field];
  return isObject(value) && Array.isArray(value['nodes']) ? value['nodes'] : listOf(from, field, sink);
}

/** Names in a list of texts or of objects with a name; what is neither is reported. */
export function namesIn(values: readonly unknown[], field: string, sink: RecordSink, inner = 'name'): string[] {
  const names: string[] = [];
  for (const value of values) {
    const name = isObject(value) ? value[inner] : value;
    if (typeof name === 'string') {
      if (name !== '') names.push(cleanText(name));
    } else if (typeof name === 'number') names.push(String(name));
    else sink.problem(field, 'wrong_type', value);
  }
  return names;
}

/** An API's time. ISO 8601 with a zone is the rule; anything that cannot be read is reported as `date_unreadable`. */
export function instantOf(from: Loose, field: string, sink: RecordSink): Instant | undefined {
  const value = from[field];
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') {
    const moment = isoInstant(value);
    if (moment !== undefined) return moment;
    const read = readMoment(value, { epochs: true });
    if (read.ok) return read.instant;
  } else if (typeof value === 'number') {
    const read = readMoment(String(value), { epochs: true });
    if (read.ok) return read.instant;
  }
  sink.problem(field, 'date_unreadable', value);
  return undefined;
}

/** A calendar day as the source wrote it, whatever zone it is in. */
export function dayIn(from: Loose, field: string, sink: RecordSink): Day | undefined {
  const value = from[field];
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') {
    const read = readMoment(value, {});
    if (read.ok) return read.day;
  }
  sink.problem(field, 'date_unreadable', value);
  return undefined;
}

/** A person by the first id field that is filled; a plain text is both id and name. */
export function personIn(value: unknown, idFields: readonly string[], nameField: string): Person | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { id: cleanText(value) };
  if (!isObject(value)) return undefined;
  const given = value[nameField];
  const name = typeof given === 'string' && given !== '' ? cleanText(given) : undefined;
  for (const field of idFields) {
    const id = value[field];
    if ((typeof id === 'string' && id !== '') || typeof id === 'number') {
      const text = typeof id === 'string' ? cleanText(id) : String(id);
      return name === undefined || name === text ? { id: text } : { id: text, name };
    }
  }
  return name === undefined ? undefined : { id: name };
}

/** A web address, or undefined: only http and https are kept. */
export function webAddress(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) ? cleanText(value) : undefined;
}
