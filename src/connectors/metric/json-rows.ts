// JSON as a table: a list of records, a map from day to value, pairs, or parallel lists of labels and values. Decides only where
// the rows are; refuses a document in which it finds none.

export interface JsonTable {
  /** Undefined where the document names no columns. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isRecord = (value: Json | undefined): value is { readonly [name: string]: Json } => typeof value === 'object' && value !== null && !isList(value);
const isScalar = (value: Json | undefined): boolean => value === null || typeof value !== 'object';

function text(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const LABELS = ['labels', 'dates', 'days', 'date', 'day', 'index', 'x', 'time', 'timestamps', 'categories'];
const VALUES = ['values', 'value', 'data', 'y', 'counts', 'series'];
/** How deep below wrappers such as `{ "data": { "rows": [...] } }` the rows are looked for. */
const DEEPEST = 4;

function recordsTable(records: readonly { readonly [name: string]: Json }[]): JsonTable {
  const names = new Set<string>();
  const flat = records.map((record) => {
    const cells = new Map<string, string>();
    for (const [name, value] of Object.entries(record)) {
      if (isRecord(value)) for (const [inner, part] of Object.entries(value)) cells.set(`${name}.${inner}`, text(part));
      else cells.set(name, text(value));
    }
    for (const name of cells.keys()) names.add(name);
    return cells;
  });
  const header = [...names];
  return { header, rows: flat.map((cells) => header.map((name) => cells.get(name) ?? '')) };
}

function parallelTable(record: { readonly [name: string]: Json }): JsonTable | undefined {
  const find = (names: readonly string[]): string | undefined => names.find((name) => Object.keys(record).some((key) => key.toLowerCase() === name));
  const keyOf = (name: string | undefined): string | undefined => Object.keys(record).find((key) => key.toLowerCase() === name);
  const labelKey = keyOf(find(LABELS));
  const labels = labelKey === undefined ? undefined : record[labelKey];
  if (labelKey === undefined || !isList(labels) || !labels.every(isScalar)) return undefined;
  const columns: [string, readonly Json[]][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (name === labelKey) continue;
    if (isList(value) && value.every(isScalar)) columns.push([name, value]);
    else if (isList(value)) {
      for (const [at, set] of value.entries()) {
        const data = isRecord(set) ? VALUES.map((key) => set[key]).find(isList) : undefined;
        if (data !== undefined) columns.push([isRecord(set) && typeof (set['label'] ?? set['name']) === 'string' ? text(set['label'] ?? set['name']) : `${name} ${at + 1}`, data]);
      }
    }
  }
  if (columns.length === 0) return undefined;
  const length = Math.max(labels.length, ...columns.map(([, values]) => values.length));
  return { header: [labelKey, ...columns.map(([name]) => name)], rows: Array.from({ length }, (_, at) => [text(labels[at]), ...columns.map(([, values]) => text(values[at]))]) };
}

/** `{ "2026-01-05": 12 }` or `{ "2026-01-05": { "visits": 12 } }`. Most keys must begin like a day. */
function mapTable(record: { readonly [name: string]: Json }): JsonTable | undefined {
  const entries = Object.entries(record);
  const dated = entries.filter(([key]) => /\d/.test(key) && /^[\p{L}\d]/u.test(key) && /\d{2}/.test(key)).length;
  if (entries.length < 2 || dated * 10 < entries.length * 9) return undefined;
  if (entries.every(([, value]) => isScalar(value))) return { header: ['date', 'value'], rows: entries.map(([key, value]) => [key, text(value)]) };
  if (!entries.every(([, value]) => isRecord(value))) return undefined;
  const inner = recordsTable(entries.map(([, value]) => value as { readonly [name: string]: Json }));
  return { header: ['date', ...inner.header!], rows: inner.rows.map((cells, at) => [entries[at]![0], ...cells]) };
}

function tableIn(value: Json, depth: number): JsonTable | undefined {
  if (depth > DEEPEST) return undefined;
  if (isList(value)) {
    if (value.length === 0) return undefined;
    if (value.every(isRecord)) return recordsTable(value);
    if (value.every((row) => isList(row) && row.every(isScalar))) return { header: undefined, rows: (value as readonly (readonly Json[])[]).map((row) => row.map(text)) };
    return value.every(isScalar) ? { header: undefined, rows: value.map((cell) => [text(cell)]) } : undefined;
  }
  if (!isRecord(value)) return undefined;
  const own = parallelTable(value) ?? mapTable(value);
  if (own !== undefined) return own;
  const inner = Object.values(value).filter((part) => !isScalar(part)).map((part) => tableIn(part, depth + 1)).filter((table) => table !== undefined);
  return inner.reduce<JsonTable | undefined>((longest, one) => (longest === undefined || one.rows.length > longest.rows.length ? one : longest), undefined);
}

/** The largest table in the document; undefined when there is none. Throws SyntaxError on text that is no JSON (nor JSON, one value per line). */
export function jsonTable(source: string): JsonTable | undefined {
  let value: Json;
  try {
    value = JSON.parse(source) as Json;
  } catch (error) {
    const lines = source.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length < 2) throw error;
    try {
      value = lines.map((line) => JSON.parse(line) as Json);
    } catch {
      throw error;
    }
  }
  return tableIn(value, 0);
}
