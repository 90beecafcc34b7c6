// The two ways a file is turned down before any row is read. Both are sentences for a person; neither names a stack.

/**
 * The file is not an export of a tracker this program reads. `message` is one clear sentence in three parts: the
 * file's name, what was seen in it, and what to do instead.
 * Example: `notes.pdf is a PDF document, not a tracker export. Export the issues as CSV or JSON and hand over that file.`
 */
export class NotAnExport extends Error {
  readonly file: string;
  readonly seen: string;
  readonly advice: string;

  constructor(file: string, seen: string, advice: string, cause?: unknown) {
    super(`${file} ${seen}. ${advice}`, cause === undefined ? undefined : { cause });
    this.name = 'NotAnExport';
    this.file = file;
    this.seen = seen;
    this.advice = advice;
  }
}

/**
 * The file is a table, but its header is none that is known. `suggested` maps neutral fields to header cells as far
 * as their names tell; it is empty when none does. Example: `{ key: 'number', title: 'title', created: 'created_at' }`.
 */
export class MappingNeeded extends Error {
  readonly file: string;
  readonly header: readonly string[];
  readonly suggested: Readonly<Record<string, string>>;

  constructor(file: string, header: readonly string[], suggested: Readonly<Record<string, string>>, missing?: string) {
    const pairs = Object.entries(suggested).map(([field, column]) => `${field}=${column}`).join(',');
    super(
      `${file} is a table whose columns need a mapping${missing ? `: it has no column "${missing}"` : ''}. ` +
      `Say which column is which${pairs ? `, for example --map "${pairs}"` : ', for example --map title=Summary'}.`,
    );
    this.name = 'MappingNeeded';
    this.file = file;
    this.header = header;
    this.suggested = suggested;
  }
}
