// Decides how a JavaScript value is written to Postgres: always as text, so that both engines send the same bytes.
// Knows neither the column nor the statement; Postgres infers the type and refuses what does not fit.

/**
 * The text of one parameter; null stays null. number, bigint, boolean -> their digits or words; Date -> UTC ISO text;
 * Uint8Array -> bytea hex; an array -> a Postgres array (`{1,2}`), never JSON; a plain object -> JSON.
 * An array meant for a json column goes through `asJson`. undefined and other objects throw TypeError: a forgotten
 * value must not become null.
 *
 * Example: `encodeParameter([1, null, 'a"b'])` is `{1,NULL,"a\"b"}`.
 */
export function encodeParameter(value: unknown): string | null {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
    case 'boolean': return String(value);
    case 'object': return value === null ? null : encodeObject(value);
    default: throw new TypeError(`a ${typeof value} cannot be stored`);
  }
}

/** JSON text for a json or jsonb parameter; needed for arrays and bare strings, harmless for objects. */
export function asJson(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`a ${typeof value} has no JSON form`);
  return text;
}

function encodeObject(value: object): string {
  if (Array.isArray(value)) return encodeArray(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  const proto = Object.getPrototypeOf(value) as unknown;
  if (proto === null || proto === Object.prototype) return asJson(value);
  throw new TypeError(`a ${value.constructor.name} cannot be stored`);
}

function encodeArray(values: readonly unknown[]): string {
  return `{${values.map((value) => {
    if (Array.isArray(value)) return encodeArray(value);
    const text = encodeParameter(value);
    return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`;
  }).join(',')}}`;
}
