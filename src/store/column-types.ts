// The types a column may have as every engine reads and writes it. Knows no table.
import type { ColumnType } from 'kysely';

/** RFC 3339 UTC text with three decimals, as every engine returns it. */
export type Time = string;
/** `YYYY-MM-DD`. */
export type Day = string;
/** Read as parsed JSON; written as text through `asJson`. */
export type Json = ColumnType<unknown, string, string>;
export type JsonOrNull = ColumnType<unknown, string | null, string | null>;
