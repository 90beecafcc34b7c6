// Which source an item belongs to: its container as the tracker names it, else the file's name without what changes from one
// export to the next. Knows no table.

const COUNTER = /\s*\(\d+\)$/;
const EXTENSIONS = /(?:\.(?:csv|tsv|txt|json|ndjson|jsonl|gz|zip))+$/i;
const STAMP = /[\s._-]*(?:\d{4}-?\d{2}-?\d{2}(?:[T _-]?\d{2}[-:.]?\d{2}(?:[-:.]?\d{2})?)?|\d{10,13})$/;

/**
 * Next month's download must meet this month's: `backlog-2026-11-01 (2).csv` and `backlog.csv` are both `backlog`.
 * A name that is nothing but a date stays as it is.
 */
export function sourceNameOfFile(fileName: string): string {
  const plain = fileName.replace(EXTENSIONS, '').replace(COUNTER, '').trim();
  const undated = plain.replace(STAMP, '').trim();
  return undated || plain || fileName;
}

/** The container, else the file. */
export function sourceName(container: string | undefined, fileName: string): string {
  const named = container?.trim();
  return named === undefined || named === '' ? sourceNameOfFile(fileName) : named.slice(0, 300);
}
