// Jira's wiki markup, made into a safe tree: blocks here, what stands inside a line in jira-inline.ts.
// Shows what people write in trackers; macros it does not know keep their words.
import { inline } from './jira-inline.ts';
import type { SafeElement, SafeNode } from './safe-tree.ts';

const FENCE = /^\s*\{(code|noformat|quote|panel)(?::[^}\n]*)?\}/;
const LIST = /^\s*([*#-]+)\s+(.*)$/;

const element = (tag: SafeElement['tag'], children: readonly SafeNode[]): SafeElement => ({ tag, children });

/** Lines of one paragraph, the author's line breaks kept. */
function paragraph(lines: readonly string[]): SafeElement {
  return element('p', lines.flatMap((line, at) => (at === 0 ? inline(line) : [element('br', []), ...inline(line)])));
}

function table(lines: readonly string[]): SafeElement {
  const rows = lines.map((line) => {
    const head = line.trim().startsWith('||');
    const cells = line.trim().replace(/^\|+|\|+$/g, '').split(head ? '||' : /\|(?![^[\]]*\])/);
    return { head, row: element('tr', cells.map((cell) => element(head ? 'th' : 'td', inline(cell.trim())))) };
  });
  const heads = rows.filter(({ head }) => head).map(({ row }) => row);
  const bodies = rows.filter(({ head }) => !head).map(({ row }) => row);
  return element('table', [...(heads.length > 0 ? [element('thead', heads)] : []), ...(bodies.length > 0 ? [element('tbody', bodies)] : [])]);
}

/** Items by depth: `*` and `-` are bullets, `#` numbers, one sign a level. */
function list(items: readonly { readonly marks: string; readonly text: string }[], depth = 1): SafeElement {
  const children: SafeElement[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    const deeper: { marks: string; text: string }[] = [];
    for (let next = items[at + 1]; next !== undefined && next.marks.length > depth; next = items[at + 1]) {
      deeper.push(next);
      at += 1;
    }
    const below = deeper.length > 0 && depth < 8 ? [list(deeper, depth + 1)] : deeper.map(({ text }) => paragraph([text]));
    children.push(element('li', [...inline(item.text), ...below]));
  }
  return element(items[0]?.marks[depth - 1] === '#' ? 'ol' : 'ul', children);
}

/** Everything up to the closing macro, or to the end when the author forgot it. */
function fenced(lines: readonly string[], from: number, kind: string): { readonly body: string; readonly next: number } {
  const first = (lines[from] ?? '').replace(FENCE, '');
  const collected: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = at === from ? first : lines[at] ?? '';
    const end = line.indexOf(`{${kind}}`);
    if (end >= 0) return { body: [...collected, line.slice(0, end)].join('\n').replace(/^\n|\n$/g, ''), next: at + 1 };
    collected.push(line);
  }
  return { body: collected.join('\n').trim(), next: lines.length };
}

function blocks(lines: readonly string[], depth: number): SafeNode[] {
  const nodes: SafeNode[] = [];
  let open: string[] = [];
  const flush = (): void => {
    if (open.length > 0) nodes.push(paragraph(open));
    open = [];
  };
  const take = (from: number, matches: (line: string) => boolean): string[] => {
    const end = lines.findIndex((line, at) => at >= from && !matches(line));
    return lines.slice(from, end < 0 ? lines.length : end);
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const heading = /^\s*h([1-6])\.\s+(.*)$/.exec(line);
    if (fence !== undefined) {
      flush();
      const { body, next } = fenced(lines, at, fence);
      if (fence === 'code' || fence === 'noformat') nodes.push(element('pre', [element('code', [body])]));
      else nodes.push(element('blockquote', depth < 4 ? blocks(body.split('\n'), depth + 1) : [body]));
      at = next;
    } else if (heading) {
      flush();
      nodes.push(element(`h${heading[1] as '1'}`, inline(heading[2] ?? '')));
      at += 1;
    } else if (/^\s*-{4,}\s*$/.test(line)) {
      flush();
      nodes.push(element('hr', []));
      at += 1;
    } else if (/^\s*bq\.\s+/.test(line)) {
      flush();
      nodes.push(element('blockquote', [paragraph([line.replace(/^\s*bq\.\s+/, '')])]));
      at += 1;
    } else if (LIST.test(line)) {
      flush();
      const found = take(at, (next) => LIST.test(next));
      nodes.push(list(found.map((item) => { const parts = LIST.exec(item); return { marks: parts?.[1] ?? '*', text: parts?.[2] ?? '' }; })));
      at += found.length;
    } else if (/^\s*\|/.test(line)) {
      flush();
      const found = take(at, (next) => /^\s*\|/.test(next));
      nodes.push(table(found));
      at += found.length;
    } else {
      if (line.trim() === '') flush();
      else open.push(line);
      at += 1;
    }
  }
  flush();
  return nodes;
}

/** `readJiraWiki('h2. Steps\n# open')` is a heading and a numbered list. Never throws on any text. */
export function readJiraWiki(text: string): SafeNode[] {
  return blocks(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}
