// Decides what a column value becomes in JavaScript, from Postgres' text form, identically on both engines.
// Knows no driver: each engine hands in the text and the type's oid.

/** Postgres type oids this house gives a meaning; every other type stays the text Postgres printed. */
export const OID = {
  bool: 16, bytea: 17, int8: 20, int2: 21, int4: 23, text: 25, oid: 26, json: 114, float4: 700, float8: 701,
  varchar: 1043, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700, uuid: 2950, jsonb: 3802,
} as const;

/** Array type oid -> element type oid. */
const ARRAY_OF: ReadonlyMap<number, number> = new Map([
  [1000, OID.bool], [1001, OID.bytea], [1005, OID.int2], [1007, OID.int4], [1016, OID.int8], [1009, OID.text],
  [1028, OID.oid], [199, OID.json], [1021, OID.float4], [1022, OID.float8], [1015, OID.varchar], [1182, OID.date],
  [1115, OID.timestamp], [1185, OID.timestamptz], [1231, OID.numeric], [2951, OID.uuid], [3807, OID.jsonb],
  [1002, OID.text], [1003, OID.text], [1014, OID.text],
]);

type Parse = (text: string) => unknown;

const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [OID.bool, (text) => text === 't'],
  [OID.bytea, parseBytes],
  [OID.int2, Number], [OID.int4, Number], [OID.oid, Number],
  [OID.int8, parseInt8],
  [OID.float4, Number], [OID.float8, Number],
  [OID.json, (text) => JSON.parse(text) as unknown],
  [OID.jsonb, (text) => JSON.parse(text) as unknown],
  [OID.timestamptz, parseTimestamp],
]);

/**
 * What the values of one type become. int2/int4/float -> number; int8 -> number while it is a safe integer, else its digits as
 * text (cast counts to `int`); numeric, date (`YYYY-MM-DD`), timestamp without zone, uuid and everything unlisted -> text;
 * timestamptz -> UTC text `2026-01-02T03:04:05.678Z` with exactly three decimals (finer digits are cut off), `infinity` stays;
 * json/jsonb -> parsed; bytea -> Uint8Array; arrays of these -> arrays, nested as in SQL.
 */
export function parserOf(oid: number): Parse {
  const parse = PARSERS.get(oid);
  if (parse) return parse;
  const element = ARRAY_OF.get(oid);
  if (element === undefined) return (text) => text;
  const inner = PARSERS.get(element);
  return (text) => parseArray(text, inner);
}

function parseInt8(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

const PLAIN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;
const ANY_ZONE = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::?(\d\d))?(?::?(\d\d))?( BC)?$/;

function parseTimestamp(text: string): string {
  const plain = PLAIN_UTC.exec(text);
  if (plain) return `${plain[1]}T${plain[2]}.${(plain[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
  const parts = ANY_ZONE.exec(text);
  if (!parts) return text;
  const year = parts[12] ? 1 - Number(parts[1]) : Number(parts[1]);
  const at = new Date(0);
  at.setUTCFullYear(year, Number(parts[2]) - 1, Number(parts[3]));
  const offset = (Number(parts[9]) * 60 + Number(parts[10] ?? 0)) * 60 + Number(parts[11] ?? 0);
  const seconds = (Number(parts[4]) * 60 + Number(parts[5])) * 60 + Number(parts[6]) - (parts[8] === '-' ? -offset : offset);
  const millis = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return new Date(at.getTime() + seconds * 1000 + millis).toISOString();
}

function parseBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** Postgres' array text, such as `{1,NULL,"a \"b\""}` or `[0:1]={1,2}`. `undefined` for `parse` keeps elements as text. */
export function parseArray(text: string, parse: Parse | undefined): unknown[] {
  let at = text.startsWith('[') ? text.indexOf('=') + 1 : 0;
  const read = (): unknown[] => {
    const found: unknown[] = [];
    at++;
    while (text[at] !== '}') {
      if (text[at] === ',') at++;
      if (text[at] === '{') {
        found.push(read());
      } else if (text[at] === '"') {
        let piece = '';
        for (at++; text[at] !== '"'; at++) {
          if (text[at] === '\\') at++;
          piece += text[at];
        }
        at++;
        found.push(parse ? parse(piece) : piece);
      } else {
        const from = at;
        while (text[at] !== ',' && text[at] !== '}') {
          if (at >= text.length) throw new Error(`not an array: ${text}`);
          at++;
        }
        const piece = text.slice(from, at);
        found.push(piece === 'NULL' ? null : parse ? parse(piece) : piece);
      }
    }
    at++;
    return found;
  };
  return read();
}
