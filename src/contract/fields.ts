// The fields of an operation's input as a terminal or a query string sees them: names, kinds, and how text becomes a value.
// Decides nothing about validity: text that does not fit is passed on as it is, so that the schema says what is wrong.
import * as z from 'zod';
import type { Operation } from './operation.ts';

export type FieldKind = 'text' | 'choice' | 'number' | 'boolean' | 'list' | 'pairs' | 'json';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** What a list holds; absent for any other kind. */
  readonly of?: 'text' | 'choice' | 'number' | 'json';
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  /** Bounds of a number, or of a number in a list. */
  readonly minimum?: number;
  readonly maximum?: number;
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

const known = new WeakMap<object, readonly Field[]>();

/** The fields in the order they are declared. Example: `item.list` begins with `limit`, a number from 1 to 200, by default 50. */
export function fieldsOf(operation: Pick<Operation, 'input'>): readonly Field[] {
  const found = known.get(operation.input);
  if (found) return found;
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const fields = Object.entries(schema.properties ?? {}).map(([name, property]) => fieldOf(name, property, schema.required?.includes(name) ?? false));
  known.set(operation.input, fields);
  return fields;
}

function fieldOf(name: string, property: JsonSchema, required: boolean): Field {
  const kind = kindOf(property);
  const inner = kind === 'list' ? (property.items ?? {}) : property;
  const of = kind === 'list' ? kindOf(inner) : undefined;
  return {
    name, kind, required,
    ...(of ? { of: of === 'text' || of === 'choice' || of === 'number' ? of : 'json' } : {}),
    ...(inner.enum?.every((choice) => typeof choice === 'string') ? { choices: inner.enum } : {}),
    ...(property.default !== undefined ? { default: property.default } : {}),
    ...(property.description !== undefined ? { description: property.description } : {}),
    ...(isBound(inner.minimum) ? { minimum: inner.minimum } : {}),
    ...(isBound(inner.maximum) ? { maximum: inner.maximum } : {}),
  };
}

/** The widest safe integers stand in a schema for "no bound"; nobody needs to read them. */
function isBound(bound: number | undefined): bound is number {
  return bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
}

function kindOf(schema: JsonSchema): FieldKind {
  if (schema.enum) return schema.enum.every((choice) => typeof choice === 'string') ? 'choice' : 'number';
  if (schema.anyOf?.every((one) => typeof one.const === 'number')) return 'number';
  if (schema.anyOf?.every((one) => one.type === 'string')) return 'text';
  switch (schema.type) {
    case 'string': return 'text';
    case 'number':
    case 'integer': return 'number';
    case 'boolean': return 'boolean';
    case 'array': return 'list';
    case 'object': return isPairs(schema) ? 'pairs' : 'json';
    default: return 'json';
  }
}

/** Texts by name: any names, or the few that the shape knows, such as `path=values.csv`. */
function isPairs({ additionalProperties, properties }: JsonSchema): boolean {
  if (isObject(additionalProperties)) return additionalProperties.type === 'string';
  const named = Object.values(properties ?? {});
  return named.length > 0 && named.every((property) => kindOf(property) === 'text');
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

/**
 * The value that texts stand for; several texts are a list given piece by piece. A comma separates unless a space follows it,
 * so that sentences stay whole; text that begins with `[` or `{` is read as JSON where a list, pairs or an object is wanted.
 *
 * Examples: `['5']` for a number is 5; `['RET-1,RET-2']` for a list is two texts; `['title=Summary,key=Issue key']` for pairs
 * is `{ title: 'Summary', key: 'Issue key' }`; `['many']` for a number stays `'many'`.
 */
export function valueOf(field: Field, texts: readonly string[]): unknown {
  if (field.kind === 'list') return texts.length === 1 && texts[0]!.startsWith('[') ? parsed(texts[0]!) : texts.flatMap((text) => piecesOf(field, text));
  if (field.kind === 'pairs') return pairsOf(texts);
  return texts.length === 1 ? scalarOf(field.kind, texts[0]!) : texts;
}

function piecesOf(field: Field, text: string): unknown[] {
  if (field.of === 'json') return [parsed(text)];
  return text.split(/,(?=\S)/).filter((piece) => piece !== '').map((piece) => scalarOf(field.of ?? 'text', piece));
}

function scalarOf(kind: FieldKind, text: string): unknown {
  if (kind === 'number') return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' || text === '' ? true : text === 'false' ? false : text;
  return kind === 'json' ? parsed(text) : text;
}

function pairsOf(texts: readonly string[]): unknown {
  if (texts.length === 1 && texts[0]!.startsWith('{')) return parsed(texts[0]!);
  const pairs: Record<string, string> = {};
  for (const piece of texts.flatMap((text) => text.split(/,(?=\s*[\w-]+=)/))) {
    const at = piece.indexOf('=');
    if (at < 1) return texts.join(',');
    Object.defineProperty(pairs, piece.slice(0, at).trim(), { value: piece.slice(at + 1).trim(), enumerable: true, configurable: true, writable: true });
  }
  return pairs;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
