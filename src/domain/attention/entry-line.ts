// Reads one typed line of own work: how long or from when to when, the kind, what it was and who asked. Guesses no kind and knows no day but
// the words for today and yesterday.
import { KINDS, type Kind } from './kinds.ts';
import { folded } from './classify/words.ts';

/** What a line says; what it does not say is absent. */
export interface EntryLine {
  readonly minutes?: number;
  /** Minutes after local midnight. */
  readonly from?: number;
  readonly to?: number;
  readonly kind?: Kind;
  /** What is left of the line: empty when nothing is. */
  readonly note: string;
  readonly askedBy?: string;
  readonly daysAgo?: number;
  /** The words each part was read from. */
  readonly read: Readonly<Partial<Record<'minutes' | 'kind' | 'askedBy' | 'day', string>>>;
}

/** `which` are those it may be, at most five; empty when nothing is called so. */
type KindFound = { readonly found: true; readonly kind: Kind } | { readonly found: false; readonly which: readonly Kind[] };

const CLOCK = '([01]?\\d|2[0-4])[:.]([0-5]\\d)';
const FROM_TO = new RegExp(`^${CLOCK}\\s*(?:-|–|to)\\s*${CLOCK}(?=\\s|$)`, 'iu');
const HOURS_MINUTES = /^(\d{1,2})\s*h(?:ours?|rs?)?\s*(\d{1,2})\s*(?:m(?:in(?:ute)?s?)?)?(?=\s|,|$)/iu;
const HOURS = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*h(?:ours?|rs?)?(?=[\s,:;]|$)/iu;
const COLON = /^(\d{1,2}):([0-5]\d)(?=\s|,|$)/u;
const MINUTES = /^(\d{1,4})(?:\s*m(?:in(?:ute)?s?)?(?=[\s,:;]|$)|(?=[\s,]|$))/iu;
const ASKED = /[,;]?\s*\b(?:asked (?:for )?by|asked|by request of)\s+([^,;]+)/iu;
const DAY = /^(today|yesterday)\b[,:]?\s*/iu;
const MOST_KINDS = 5;

const spelled = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * The kind that is called so: by its name as stored or as shown, or by a beginning of either that leaves one kind. `bug` is none, `sales` is
 * sales although sales_onboarding begins alike, `qa` is qa_testing.
 */
export function kindCalled(text: string): KindFound {
  const wanted = spelled(text);
  if (wanted === '') return { found: false, which: [] };
  const names = KINDS.map(({ kind, name }) => ({ kind, names: [spelled(kind), spelled(name)] }));
  const exact = names.find((row) => row.names.includes(wanted));
  if (exact !== undefined) return { found: true, kind: exact.kind };
  const beginning = names.filter((row) => row.names.some((name) => name.startsWith(wanted)));
  return beginning.length === 1 ? { found: true, kind: beginning[0]!.kind } : { found: false, which: beginning.slice(0, MOST_KINDS).map(({ kind }) => kind) };
}

/** Hours and minutes of a day, such as `9:30`, as minutes after midnight; undefined when it is none. */
export function clockMinutes(text: string): number | undefined {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/u.exec(text.trim());
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2]);
}

interface Length { readonly minutes?: number; readonly from?: number; readonly to?: number; readonly words: string }

function lengthOf(text: string): Length | undefined {
  const span = FROM_TO.exec(text);
  if (span !== null) {
    const [from, to] = [Number(span[1]) * 60 + Number(span[2]), Number(span[3]) * 60 + Number(span[4])];
    return to > from && to <= 1440 ? { from, to, minutes: to - from, words: span[0] } : undefined;
  }
  const both = HOURS_MINUTES.exec(text) ?? COLON.exec(text);
  if (both !== null) return { minutes: Number(both[1]) * 60 + Number(both[2]), words: both[0] };
  const hours = HOURS.exec(text);
  if (hours !== null) return { minutes: Math.round(Number(hours[1]!.replace(',', '.')) * 60), words: hours[0] };
  const minutes = MINUTES.exec(text);
  return minutes === null ? undefined : { minutes: Number(minutes[1]), words: minutes[0] };
}

/** The most words at the beginning that call a kind: three at most. Where only a beginning is ambiguous, the words are taken for what it was. */
function leadingKind(text: string): { kind: Kind; words: string } | undefined {
  const words = text.split(/\s+/u);
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const tried = words.slice(0, count).join(' ').replace(/[,:;]+$/u, '');
    // A beginning of two letters is as likely a word of its own.
    if (tried.length < 2) continue;
    const called = kindCalled(tried);
    if (called.found) return { kind: called.kind, words: words.slice(0, count).join(' ') };
  }
  return undefined;
}

/**
 * Reads a line in the order length, kind, what, who asked; a day may stand first. A number alone is minutes.
 * Example: `90 sales deck for Northwind, asked by sales` is 90 minutes of sales, “deck for Northwind”, asked by “sales”.
 */
export function readEntryLine(line: string): EntryLine {
  let rest = line.trim().replace(/\s+/gu, ' ');
  const day = DAY.exec(rest);
  if (day !== null) rest = rest.slice(day[0].length);
  const asked = ASKED.exec(rest);
  if (asked !== null) rest = `${rest.slice(0, asked.index)}${rest.slice(asked.index + asked[0].length)}`.trim();
  const length = lengthOf(rest);
  if (length !== undefined) rest = rest.slice(length.words.length).replace(/^\s*[,:;]?\s*(?:of\s+)?/u, '');
  const kind = leadingKind(rest);
  if (kind !== undefined) rest = rest.slice(kind.words.length).replace(/^\s*[,:–-]?\s*/u, '');
  const { minutes, from, to } = length ?? {};
  return {
    ...(minutes === undefined ? {} : { minutes }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(kind === undefined ? {} : { kind: kind.kind }), note: rest.replace(/[,;\s]+$/u, ''),
    ...(asked === null ? {} : { askedBy: asked[1]!.trim() }), ...(day === null ? {} : { daysAgo: day[1]!.toLowerCase() === 'today' ? 0 : 1 }),
    read: {
      ...(length === undefined ? {} : { minutes: length.words.trim() }), ...(kind === undefined ? {} : { kind: kind.words }), ...(asked === null ? {} : { askedBy: asked[1]!.trim() }), ...(day === null ? {} : { day: day[1]! }),
    },
  };
}
