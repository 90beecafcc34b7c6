// Which column of a test's or a rollout's file is which: read from the first lines of a text table, guessed by their names. A file that is
// no text has no columns here; they are typed then.

export interface TableHead {
  readonly columns: readonly string[];
  /** The first rows, for the names of arms. */
  readonly rows: readonly (readonly string[])[];
}

/** One line of a text table; quotes may hold the separator. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) { cells.push(cell.trim()); cell = ''; }
    else cell += letter;
  }
  return [...cells, cell.trim()];
}

/** Header and first rows of CSV or TSV; undefined for what is no text table. Example: `user,arm\n1,control` has the columns user and arm. */
export function tableHead(text: string): TableHead | undefined {
  if (text.includes('\u0000')) return undefined;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const separator = [',', ';', '\t', '|'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const columns = cellsOf(first, separator);
  return columns.length < 2 ? undefined : { columns, rows: lines.slice(1, 400).map((line) => cellsOf(line, separator)) };
}

export interface ColumnField {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly guess: RegExp;
}

export const FIELDS: Readonly<Record<'experiment' | 'staggered', readonly ColumnField[]>> = {
  experiment: [
    { id: 'arm', label: 'Arm', hint: 'Who got what.', guess: /^(arm|variant|group|treatment|bucket|cell)$/i },
    { id: 'outcome', label: 'Outcome', hint: 'What the bet is about: yes or no, or an amount.', guess: /outcome|converted|conversion|value|revenue|result|metric/i },
    { id: 'date', label: 'Day somebody entered it', optional: true, hint: 'It says how long the test ran.', guess: /date|day|entered|exposed|assigned/i },
    { id: 'week', label: 'Week since somebody first had it', optional: true, hint: 'With one row a user and week: it says whether the effect lasts.', guess: /^(weeks?[ _-](since|of|after|on)|exposure[ _-]week)/i },
    { id: 'unit', label: 'User', optional: true, hint: 'Needed with weeks.', guess: /^(user|customer|unit|visitor|account|person)([ _-]?id)?$/i },
    { id: 'pre', label: 'The same before the test', optional: true, hint: 'It narrows the interval.', guess: /^(pre|before|baseline)/i },
  ],
  staggered: [
    { id: 'unit', label: 'Unit', hint: 'Town, market, customer.', guess: /unit|market|city|town|region|country|store|shop|account|id$/i },
    { id: 'period', label: 'Period', guess: /period|week|month|day|date|year|time/i },
    { id: 'value', label: 'Value', guess: /value|outcome|metric|share|rate|count|amount|sales|y$/i },
    { id: 'treatedFrom', label: 'First period with the change', hint: 'Empty, 0 or never for units without it.', guess: /treat|start|from|first|rollout|adopt/i },
  ],
};

/** A column for each field where a name suggests one; none is suggested twice. */
export function guessColumns(columns: readonly string[], fields: readonly ColumnField[]): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const { id, guess } of fields) {
    const found = columns.find((name) => guess.test(name.trim()) && !Object.values(chosen).includes(name));
    if (found !== undefined) chosen[id] = found;
  }
  // One column left for one field that needs it is that field's, whatever it is called; numbers of users are no outcome.
  const open = fields.filter(({ id, optional }) => optional !== true && chosen[id] === undefined);
  const left = columns.filter((name) => !Object.values(chosen).includes(name) && !/^(?:user|customer|unit|visitor|account)?[ _-]?id$|^(?:user|customer|visitor)$/i.test(name));
  if (open.length === 1 && left.length === 1) chosen[open[0]!.id] = left[0]!;
  return chosen;
}

/** The names of arms in the first rows, the likely control first. */
export function armsIn(head: TableHead, arm: string | undefined): string[] {
  const at = arm === undefined ? -1 : head.columns.indexOf(arm);
  const names = at < 0 ? [] : [...new Set(head.rows.map((row) => row[at] ?? '').filter((name) => name !== ''))].slice(0, 12);
  return names.toSorted((a, b) => Number(/control|^a$|^0$|off|old|base/i.test(b)) - Number(/control|^a$|^0$|off|old|base/i.test(a)));
}
