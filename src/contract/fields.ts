// The fields of an operation's input as a terminal or a query string sees them: names, kinds, and how text becomes a value.
// Decides nothing about validity: text that does not fit is passed on as it is, so that the schema says what is wrong.
import * as z from 'zod';
import type { Operation } from './operation.ts';

/** `file` is a file by its path here or by the upload it was sent as. */
export type FieldKind = 'text' | 'choice' | 'number' | 'boolean' | 'list' | 'pairs' | 'file' | 'json';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** What a list holds; absent for any other kind. An amount is a name and a number, such as `marketing=60`. */
  readonly of?: 'text' | 'choice' | 'number' | 'file' | 'amount' | 'json';
  /** Of a list of amounts: what its name and its number are called. */
  readonly amount?: { readonly name: string; readonly number: string };
  readonly required: boolean;
  /** True where `none` takes the value away. */
  readonly nullable?: boolean;
  readonly choices?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  /** Bounds of a number, or of a number in a list. */
  readonly minimum?: number;
  readonly maximum?: number;
}

interface JsonSchema {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly JsonSchema[] | undefined;
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

function fieldOf(name: string, declared: JsonSchema, required: boolean): Field {
  const property = { ...declared, ...orNull(declared) };
  const kind = kindOf(property);
  const inner = kind === 'list' ? (property.items ?? {}) : property;
  const amount = kind === 'list' ? amountOf(inner) : undefined;
  const of = kind === 'list' ? kindOf(inner) : undefined;
  return {
    name, kind, required,
    ...(orNull(declared) ? { nullable: true } : {}),
    ...(of ? { of: amount ? 'amount' : of === 'text' || of === 'choice' || of === 'number' || of === 'file' ? of : 'json' } : {}),
    ...(amount ? { amount } : {}),
    ...(inner.enum?.every((choice) => typeof choice === 'string') ? { choices: inner.enum } : {}),
    ...(property.default !== undefined ? { default: property.default } : {}),
    ...(property.description !== undefined ? { description: property.description } : {}),
    ...(isBound(inner.minimum) ? { minimum: inner.minimum } : {}),
    ...(isBound(inner.maximum) ? { maximum: inner.maximum } : {}),
  };
}

/** What is wanted where it may also be null; undefined where it may not. */
function orNull({ type, anyOf }: JsonSchema): JsonSchema | undefined {
  if (Array.isArray(type)) return type.length === 2 && type.includes('null') ? { type: type.find((one) => one !== 'null') } : undefined;
  const wanted = anyOf?.filter((one) => one.type !== 'null') ?? [];
  return anyOf !== undefined && wanted.length === 1 && anyOf.length === 2 ? { anyOf: undefined, ...wanted[0] } : undefined;
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
    case 'object': return isFile(schema) ? 'file' : isPairs(schema) ? 'pairs' : 'json';
    default: return 'json';
  }
}

function isFile({ properties = {} }: JsonSchema): boolean {
  return Object.keys(properties).sort().join() === 'path,upload';
}

/** A shape of one text and one number, both needed: what a terminal writes as `name=number`. Undefined for any other. */
function amountOf({ properties = {}, required = [] }: JsonSchema): Field['amount'] {
  const kinds = Object.entries(properties).map(([name, property]) => ({ name, kind: kindOf(property) }));
  const name = kinds.find(({ kind }) => kind === 'text' || kind === 'choice')?.name;
  const number = kinds.find(({ kind }) => kind === 'number')?.name;
  return kinds.length === 2 && name !== undefined && number !== undefined && required.length === 2 ? { name, number } : undefined;
}

/** Texts by name: any names, or the few that the shape knows. */
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
 * is `{ title: 'Summary', key: 'Issue key' }`; `['sales=60,qa=30']` for amounts is a list of two; `['work.ics']` for a file is its path;
 * `['many']` for a number stays `'many'`.
 */
export function valueOf(field: Field, texts: readonly string[]): unknown {
  if (field.kind === 'list') return texts.length === 1 && texts[0]!.startsWith('[') ? parsed(texts[0]!) : texts.flatMap((text) => piecesOf(field, text));
  if (field.kind === 'pairs') return pairsOf(texts);
  if (field.kind === 'file' && texts.length === 1) return fileOf(texts[0]!);
  if (field.nullable && texts.length === 1 && texts[0] === 'none') return null;
  return texts.length === 1 ? scalarOf(field.kind, texts[0]!) : texts;
}

function piecesOf(field: Field, text: string): unknown[] {
  const { of = 'text' } = field;
  if (of === 'json') return [parsed(text)];
  if (of === 'file') return [fileOf(text)];
  if (of === 'amount') return text.startsWith('{') ? [parsed(text)] : amountsOf(field.amount!, text);
  return text.split(/,(?=\S)/).filter((piece) => piece !== '').map((piece) => scalarOf(of, piece));
}

/** A piece without a name or without `=` is passed on as it is. */
function amountsOf({ name, number }: NonNullable<Field['amount']>, text: string): unknown[] {
  return text.split(',').map((piece) => piece.trim()).filter((piece) => piece !== '').map((piece) => {
    const at = piece.lastIndexOf('=');
    return at < 1 ? piece : { [name]: piece.slice(0, at).trim(), [number]: scalarOf('number', piece.slice(at + 1).trim()) };
  });
}

function scalarOf(kind: FieldKind, text: string): unknown {
  if (kind === 'number') return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' || text === '' ? true : text === 'false' ? false : text;
  return kind === 'json' ? parsed(text) : text;
}

/** `work.ics`, `path=work.ics`, `upload=upl_1` or the JSON of either. */
function fileOf(text: string): unknown {
  return /^(path|upload)=/.test(text) || text.startsWith('{') ? pairsOf([text]) : { path: text };
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
