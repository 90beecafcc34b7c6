// Where the page of a formula lies, from the name the server gives it. Decides nothing about what is on it.

/** Example: `docs/formulas/wilson.md` is `/formulas/wilson`. An address stays what it is; anything else has no page. */
export function formulaAddress(page: string | undefined): string | undefined {
  if (page === undefined) return undefined;
  const name = /^docs\/formulas\/([a-z0-9-]+)\.md$/.exec(page)?.[1];
  if (name !== undefined) return `/formulas/${name}`;
  return /^(?:\/(?!\/)|https:)/.test(page) ? page : undefined;
}

interface FormulaText {
  readonly title: string;
  /** What stands between the title and the first part. */
  readonly opening: string;
  readonly parts: readonly { readonly title: string; readonly text: string }[];
}

/** A page of `docs/formulas` by its headings: one `#`, then parts under `##`. Lines inside fences are never headings. */
export function formulaText(markdown: string): FormulaText {
  let title = '';
  let fenced = false;
  const parts: { title: string; lines: string[] }[] = [{ title: '', lines: [] }];
  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith('```')) fenced = !fenced;
    if (!fenced && title === '' && line.startsWith('# ')) title = line.slice(2).trim();
    else if (!fenced && line.startsWith('## ')) parts.push({ title: line.slice(3).trim(), lines: [] });
    else parts.at(-1)!.lines.push(line);
  }
  const [opening, ...rest] = parts.map((part) => ({ title: part.title, text: part.lines.join('\n').trim() }));
  return { title, opening: opening!.text, parts: rest };
}
