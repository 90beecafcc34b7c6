// How the readers of metrics say no: to a whole file with one sentence, to a single cell with a row in a list. Knows no file.

/**
 * The whole file cannot be read. `message` is one sentence on what was seen and where, and one on what to do.
 * Options of the terminal stand in brackets at the end, so that another door can leave them out.
 * Example: `visits.csv has no column of dates. Say which column it is (--date COLUMN).`
 */
export class UnreadableMetric extends Error {
  readonly file: string;
  /** Stable, such as `dates_ambiguous`. */
  readonly code: string;

  constructor(file: string, code: string, seen: string, advice: string, cause?: unknown) {
    super(`${file} ${seen}. ${advice}.`, cause === undefined ? undefined : { cause });
    this.name = 'UnreadableMetric';
    this.file = file;
    this.code = code;
  }

  /** The message for doors that have no options of the terminal. */
  get plain(): string {
    return withoutOptions(this.message);
  }
}

/** A sentence of a reader without the options of the terminal, which stand in brackets. */
export function withoutOptions(sentence: string): string {
  return sentence.replaceAll(/\s*\(--[^)]*\)/g, '');
}

/** One cell or row that was left out. `where` is such as `row 12, value`; `detail` is the text that stood there, cut to 80 characters. */
export interface Unread {
  readonly where: string;
  readonly code: string;
  readonly detail: string;
}

const LISTED = 1_000;
const LONGEST = 80;

/** Keeps the first thousand and counts all, so that a file of a million bad rows is told in full and held in little. */
export class UnreadLog {
  readonly listed: Unread[] = [];
  readonly counts = new Map<string, number>();

  add(where: string, code: string, detail: string): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    if (this.listed.length >= LISTED) return;
    this.listed.push({ where, code, detail: detail.length > LONGEST ? `${detail.slice(0, LONGEST - 1)}…` : detail });
  }

  get total(): number {
    let sum = 0;
    for (const count of this.counts.values()) sum += count;
    return sum;
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  quote_unclosed: 'a quote opens and never closes',
  above_header: 'stands above the table',
  row_too_wide: 'has more cells than the header',
  date_missing: 'has no date',
  date_unreadable: 'is no date that can be read',
  date_no_such_day: 'is a day that does not exist',
  date_other_calendar: 'counts years in another calendar',
  date_out_of_order: 'contradicts the order of day and month in the other rows',
  date_partial: 'names no day',
  number_text: 'is text where a number belongs',
  number_too_large: 'is too large to calculate with',
  number_ambiguous: 'separates thousands or decimals unlike the other rows',
  percent_mixed: 'differs from the other rows in its percent sign',
  currency_mixed: 'is in another currency than the other rows',
  day_repeated: 'names a day again with another value; the later row counts',
  day_repeated_same: 'repeats a day with the same value; it counts once',
  day_incomplete: 'holds fewer rows than a usual day and counts as a gap',
  denominator_missing: 'has a count but nothing it is out of',
  denominator_smaller: 'counts more than it is out of',
  arm_missing: 'names no arm',
  arm_other: 'belongs to an arm that is not compared',
  outcome_missing: 'has no outcome',
  outcome_no_yes_or_no: 'is neither 0 nor 1, yes nor no',
  pre_missing: 'has no value from before',
  unit_missing: 'names no unit',
  period_missing: 'names no period',
  period_unreadable: 'is no period that can be read',
  cell_repeated: 'gives a unit and period again with another value; the later row counts',
  treated_from_differs: 'gives the unit another start than its other rows',
  value_missing: 'has no value',
  week_unreadable: 'is no week counted from 1',
  week_repeated: 'gives a unit and week again; the first row counts',
  unit_in_two_arms: 'belongs to a unit that is in another arm too',
  unit_later: 'first had it after the first week',
};

/** What a code means, to follow the words that were found: `“n/a?” is text where a number belongs`. */
export function unreadWords(code: string): string {
  return SENTENCES[code] ?? 'cannot be read';
}
