// Jira's wiki markup inside one line: stress, links, pictures, colours. Unfinished markup stays as the words it is.
import { safeAddress, type SafeElement, type SafeNode, type SafeTag } from './safe-tree.ts';

const WRAPPED: readonly { readonly mark: string; readonly tag: SafeTag }[] = [
  { mark: '*', tag: 'strong' }, { mark: '_', tag: 'em' }, { mark: '-', tag: 'del' }, { mark: '+', tag: 'ins' }, { mark: '^', tag: 'sup' }, { mark: '~', tag: 'sub' },
];

const escaped = (mark: string): string => mark.replace(/[*+^?.$()[\]{}|\\]/g, '\\$&');

/** A mark opens after a space or sign, closes before one, and does not cross a line: `a-b-c` is a word, `-b-` is struck. */
const STRESS = new RegExp(WRAPPED.map(({ mark }) => `(?<![\\p{L}\\p{N}${escaped(mark)}])${escaped(mark)}(?=\\S)[^\\n${escaped(mark)}]{0,500}?(?<=\\S)${escaped(mark)}(?![\\p{L}\\p{N}])`).join('|'), 'u');
const TOKEN = new RegExp([
  '\\{\\{[^\\n{}]{1,500}\\}\\}', '\\[[^\\[\\]\\n]{1,2000}\\]', '![^!\\s|][^!\\n]{0,300}!', '\\{color(?::[^}\\n]{0,40})?\\}', '\\?\\?[^?\\n]{1,300}\\?\\?', 'https?://[^\\s<>"\'`|\\]}]{1,2000}', '\\\\\\\\', STRESS.source,
].join('|'), 'u');

function link(inside: string): SafeNode[] {
  const [first = '', second] = inside.split('|');
  const address = (second ?? first).trim();
  if (address.startsWith('~') || first.startsWith('~')) return [`@${(first.startsWith('~') ? first : address).slice(1).replace(/^accountid:/, '')}`];
  if (address.startsWith('^')) return [address.slice(1)];
  const href = safeAddress(address);
  const words = second === undefined ? [first] : inline(first);
  return href === undefined ? (second === undefined ? [`[${inside}]`] : words) : [{ tag: 'a', href, children: words }];
}

function one(token: string): SafeNode[] {
  if (token.startsWith('{{')) return [{ tag: 'code', children: [token.slice(2, -2)] }];
  if (token.startsWith('[')) return link(token.slice(1, -1));
  if (token.startsWith('{color')) return [];
  if (token.startsWith('??')) return ['“', ...inline(token.slice(2, -2)), '”'];
  if (token === '\\\\') return [{ tag: 'br', children: [] }];
  if (token.startsWith('!')) {
    const name = token.slice(1, -1).split('|')[0] ?? '';
    const href = safeAddress(name);
    const picture: SafeElement = { tag: 'image', children: [name], ...(href === undefined ? {} : { href }) };
    return [picture];
  }
  if (/^https?:/.test(token)) {
    const trailing = /[.,;:!?)]+$/.exec(token)?.[0] ?? '';
    const href = safeAddress(token.slice(0, token.length - trailing.length));
    return href === undefined ? [token] : [{ tag: 'a', href, children: [href] }, ...(trailing === '' ? [] : [trailing])];
  }
  const wrapped = WRAPPED.find(({ mark }) => token.startsWith(mark));
  return wrapped === undefined ? [token] : [{ tag: wrapped.tag, children: inline(token.slice(1, -1)) }];
}

/** Nodes of one line or of several joined by line breaks. */
export function inline(text: string): SafeNode[] {
  const nodes: SafeNode[] = [];
  let rest = text;
  for (let found = TOKEN.exec(rest); found !== null; found = TOKEN.exec(rest)) {
    if (found.index > 0) nodes.push(rest.slice(0, found.index));
    nodes.push(...one(found[0]));
    rest = rest.slice(found.index + found[0].length);
    // A mark may open after a mark that just closed, but the look-behind would then see nothing before it: keep one sign of context out of it.
    if (/^[\p{L}\p{N}]/u.test(rest) && /[\p{L}\p{N}]$/u.test(found[0])) {
      const word = /^[\p{L}\p{N}]+/u.exec(rest)?.[0] ?? '';
      nodes.push(word);
      rest = rest.slice(word.length);
    }
  }
  if (rest !== '') nodes.push(rest);
  return nodes;
}
