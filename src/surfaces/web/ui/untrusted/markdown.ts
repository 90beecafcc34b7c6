// Markdown with GitHub's additions, made into a safe tree. micromark runs in its safe mode; its HTML is then read back by a
// strict reader that keeps the closed list of tags only, so that two independent mistakes would be needed for markup to slip through.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { isSafeTag, safeAddress, type SafeElement, type SafeNode, type SafeTag } from './safe-tree.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10FFFF ? String.fromCodePoint(code) : '';
  });
}

function attribute(source: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(source)?.[1];
  return found === undefined ? undefined : decode(found);
}

interface Open { readonly tag: SafeTag | undefined; readonly name: string; readonly href: string | undefined; readonly children: SafeNode[] }

const VOID = new Set(['br', 'hr', 'img', 'input']);

function leaf(name: string, attributes: string): SafeElement | undefined {
  if (name === 'br' || name === 'hr') return { tag: name, children: [] };
  if (name === 'input') return { tag: 'checkbox', checked: /\schecked/.test(attributes), children: [] };
  const src = safeAddress(attribute(attributes, 'src') ?? '');
  const alt = attribute(attributes, 'alt') ?? '';
  return { tag: 'image', children: [alt === '' ? src ?? 'without an address' : alt], ...(src === undefined ? {} : { href: src }) };
}

/** Reads micromark's own output. Unknown tags vanish and keep their words. */
function readHtml(html: string): SafeNode[] {
  const root: Open = { tag: undefined, name: '', href: undefined, children: [] };
  const stack: Open[] = [root];
  const add = (node: SafeNode): void => { stack.at(-1)?.children.push(node); };
  const close = (open: Open): void => {
    if (open.tag === undefined) open.children.forEach(add);
    else add({ tag: open.tag, children: open.children, ...(open.href === undefined ? {} : { href: open.href }) });
  };
  for (const [, closing, tagName, attributes, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)\s*\/?>|([^<]+|<)/gi)) {
    if (text !== undefined) { add(decode(text)); continue; }
    const name = (tagName ?? '').toLowerCase();
    if (closing === '/') {
      if (stack.some((open) => open !== root && open.name === name)) {
        for (let open = stack.pop(); open !== undefined && open !== root; open = stack.pop()) {
          close(open);
          if (open.name === name) break;
        }
      }
    } else if (VOID.has(name)) {
      const made = leaf(name, attributes ?? '');
      if (made) add(made);
    } else {
      const href = name === 'a' ? safeAddress(attribute(attributes ?? '', 'href') ?? '') : undefined;
      const wanted = isSafeTag(name) && name !== 'image' && name !== 'checkbox' && (name !== 'a' || href !== undefined) ? name : undefined;
      stack.push({ tag: wanted, name, href, children: [] });
    }
  }
  for (let open = stack.pop(); open !== undefined && open !== root; open = stack.pop()) close(open);
  return root.children;
}

/** `readMarkdown('**a** <script>')` is a paragraph with a strong `a` and the words `<script>`. Never throws on any text. */
export function readMarkdown(text: string): SafeNode[] {
  return readHtml(micromark(text, { allowDangerousHtml: false, allowDangerousProtocol: false, extensions: [gfm()], htmlExtensions: [gfmHtml()] }));
}
