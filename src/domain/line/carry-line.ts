// Reads a carry out of one typed line, and says which words it was read from: what an entry's line says, and why, for whom, chosen or
// pressed. Guesses nothing: what the line does not say is left out.
import { weekdayOf } from '../kernel/calendar.ts';
import { addDays, startOfDay, type Day } from '../kernel/instant.ts';
import { kindCalled, readEntryLine } from '../attention/entry-line.ts';
import type { Kind } from '../attention/kinds.ts';
import { MOST_MINUTES, type Mode, type Reason } from './carry.ts';

export type LineField = 'minutes' | 'on' | 'kind' | 'what' | 'askedBy' | 'topic' | 'reason' | 'mode' | 'seenBy' | 'ifLeft' | 'bet';

interface Clauses {
  kind?: Kind;
  on?: Day;
  topic?: string;
  reason?: Reason;
  mode?: Mode;
  seenBy?: string;
  ifLeft?: string;
  bet?: string;
}

export interface LineRead extends Readonly<Clauses> {
  readonly minutes?: number;
  readonly askedBy?: string;
  /** What is left of the line: empty when nothing is. */
  readonly what: string;
  /** The words each field was read from. */
  readonly parts: readonly { readonly field: LineField; readonly words: string }[];
}

const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/^(because )?(nobody|no one) else( .*)?$/i, 'nobody_else'], [/^(because )?(it was |it's )?(faster|quicker)( .*)?$/i, 'faster'], [/^(asked )?from above$/i, 'asked_from_above'],
  [/^(because )?(I )?wanted to$/i, 'wanted_to'], [/^(because )?(a |the )?customer (was )?waiting$/i, 'customer_waiting'],
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Commas part the line. Each piece that says why, when and the like is read; the rest is read as an entry is: length, kind, what, who asked.
 * Example: `45m deck for Northwind, asked by sales, pressed` is 45 minutes, `deck for Northwind`, asked by `sales`, pressed.
 */
export function readCarryLine(line: string, today: Day): LineRead {
  const found: Clauses = {};
  const parts: { field: LineField; words: string }[] = [];
  const rest = piecesOf(line).filter((piece) => {
    const read = clauseOf(piece, today);
    if (read === undefined || found[read.field] !== undefined) return true;
    Object.assign(found, { [read.field]: read.value });
    parts.push({ field: read.field, words: piece });
    return false;
  });
  const entry = readEntryLine(rest.join(', '));
  const minutes = entry.minutes !== undefined && entry.minutes >= 1 && entry.minutes <= MOST_MINUTES ? entry.minutes : undefined;
  const kind = found.kind ?? (entry.kind === 'ooo' ? undefined : entry.kind);
  const on = found.on ?? (entry.daysAgo === undefined ? undefined : addDays(today, -entry.daysAgo));
  // Words taken for a kind that the line names elsewhere, or that is not work, are part of what it was.
  const what = entry.read.kind !== undefined && kind !== entry.kind ? `${entry.read.kind} ${entry.note}`.trim() : entry.note;
  const own = [
    ...(minutes === undefined ? [] : [{ field: 'minutes' as const, words: entry.read.minutes! }]), ...(found.kind !== undefined || kind === undefined ? [] : [{ field: 'kind' as const, words: entry.read.kind! }]),
    ...(what === '' ? [] : [{ field: 'what' as const, words: what }]), ...(entry.askedBy === undefined ? [] : [{ field: 'askedBy' as const, words: entry.read.askedBy! }]),
    ...(found.on !== undefined || on === undefined ? [] : [{ field: 'on' as const, words: entry.read.day! }]),
  ];
  return {
    ...found, what, ...(minutes === undefined ? {} : { minutes }), ...(kind === undefined ? {} : { kind }), ...(on === undefined ? {} : { on }), ...(entry.askedBy === undefined ? {} : { askedBy: entry.askedBy }),
    parts: [...own, ...parts],
  };
}

/** Also parted before who saw it and before a tag, and before a last `pressed` or `chosen` that follows who asked. */
function piecesOf(line: string): string[] {
  return line.split(/[,;](?=\s|$)|\s+(?=seen by\s|#\p{L})|(?<=\b(?:asked|seen) by\s.*\S)\s+(?=(?:pressed|chosen)\s*$)/iu)
    .flatMap((piece) => { const tag = /^(#[\p{L}_-]+)\s+(.+)$/u.exec(piece.trim()); return tag === null ? [piece.trim()] : [tag[1]!, tag[2]!]; })
    .filter((piece) => piece !== '');
}

type Clause = { [F in keyof Clauses]-?: { readonly field: F; readonly value: NonNullable<Clauses[F]> } }[keyof Clauses];

function clauseOf(text: string, today: Day): Clause | undefined {
  const after = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1]?.trim();
  const reason = REASONS.find(([pattern]) => pattern.test(text))?.[1];
  if (reason !== undefined) return { field: 'reason', value: reason };
  if (/^(?:pressed|chosen)$/i.test(text)) return { field: 'mode', value: text.toLowerCase() as Mode };
  const seenBy = after(/^seen by (.+)$/i);
  if (seenBy !== undefined) return { field: 'seenBy', value: seenBy };
  const topic = after(/^(?:topic|about)[: ]\s*(.+)$/i);
  if (topic !== undefined) return { field: 'topic', value: topic };
  const ifLeft = after(/^(?:if left|otherwise|or else)[: ]\s*(.+)$/i);
  if (ifLeft !== undefined) return { field: 'ifLeft', value: ifLeft };
  const bet = after(/^(?:for )?(?:bet )?(B-\d+)$/i);
  if (bet !== undefined) return { field: 'bet', value: bet.toUpperCase() };
  const called = kindCalled(after(/^(?:kind[: ]\s*|#)([\p{L}\d :/_-]+)$/iu) ?? '');
  if (called.found && called.kind !== 'ooo') return { field: 'kind', value: called.kind };
  const on = dayMeant(text.replace(/^on /i, '').toLowerCase(), today);
  return on === undefined ? undefined : { field: 'on', value: on };
}

/** `yesterday`, `tuesday` (the latest, today included), or a day as it is written. Undefined for other words. */
function dayMeant(text: string, today: Day): Day | undefined {
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  const weekday = WEEKDAYS.indexOf(text) + 1;
  if (weekday > 0) return addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
  return startOfDay(text) === undefined ? undefined : text;
}
