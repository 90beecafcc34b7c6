// How many rows a text has, counted without the reader: by hand for lines and tables, by JSON.parse for documents.

/** Counted rows, or why they cannot be counted exactly; then only the absence of crash, hang and miscount of the reader itself is checked. */
export type Counted = { readonly rows: number } | { readonly unsure: string };

function inPage(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null) {
    const page = value as Record<string, unknown>;
    for (const name of ['issues', 'items', 'results', 'values', 'records', 'data', 'nodes', 'cards']) {
      if (Array.isArray(page[name])) return (page[name] as unknown[]).length;
    }
  }
  return 1;
}

/** One row for each line that is not blank, and as many as it holds for a line that is a list or a page. */
export function countLines(text: Buffer): Counted {
  let rows = 0, lines = 0, whole = 0, firstIsWhole = false;
  for (const line of text.toString('latin1').split('\n')) {
    if (/^[ \t\r\0]*$/.test(line)) continue;
    lines++;
    try {
      const value = JSON.parse(line) as unknown;
      rows += inPage(value);
      if (typeof value === 'object') whole++;
      firstIsWhole ||= lines === 1;
    } catch {
      rows++;
    }
  }
  return !firstIsWhole && whole * 2 < lines ? { unsure: 'most lines no longer parse, so little says that lines are records' } : { rows };
}

/** Records of a document that JSON.parse accepts; cards of a board. */
export function countDocument(text: Buffer): Counted {
  try {
    const value = JSON.parse(text.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
    const board = value as { cards?: unknown[]; actions?: unknown[] };
    if (Array.isArray(board?.actions) && !Array.isArray(board.cards)) return { unsure: 'a board without cards has no rows' };
    return { rows: Array.isArray(board?.cards) ? board.cards.length : inPage(value) };
  } catch {
    return { unsure: 'the document no longer parses' };
  }
}

/** Rows under the header of a table whose quotes close, character by character. */
export function countTable(text: Buffer, delimiter: string): Counted {
  const source = text.toString('latin1').replace(/^\xEF\xBB\xBF/, '');
  let rows = 0, quoted = false, cellStart = true, begun = false, headerSeen = false, filled = false;
  const endRow = (): void => {
    if (headerSeen) rows++;
    else if (filled) headerSeen = true;
    begun = filled = false;
    cellStart = true;
  };
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (quoted) {
      if (sign === '"' && source[i + 1] === '"') {
        i++;
        filled = true;
      }
      else if (sign === '"') quoted = false;
      else if (sign.trim() !== '') filled = true;
      begun = true;
    } else if (sign === '"' && cellStart) {
      quoted = begun = true;
      cellStart = false;
    }
    else if (sign === delimiter) cellStart = begun = true;
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && source[i + 1] === '\n') i++;
      endRow();
    } else {
      if (sign.trim() !== '' && sign !== '\0') filled = true;
      cellStart = false;
      begun = true;
    }
  }
  if (quoted) return { unsure: 'a quote never closes' };
  if (begun) endRow();
  return { rows };
}
