// The only things a tracker's text may become: a closed list of tags, one kind of attribute with a checked address, and text.
// Whatever is not in the list does not exist here, so a parser's mistake cannot turn into markup.

export const SAFE_TAGS = [
  'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'ins', 'sub', 'sup',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'image', 'checkbox',
] as const;
export type SafeTag = (typeof SAFE_TAGS)[number];

export interface SafeElement {
  readonly tag: SafeTag;
  readonly children: readonly SafeNode[];
  /** Only for `a` and `image`; always passed through `safeAddress`. */
  readonly href?: string;
  /** Only for `checkbox`. */
  readonly checked?: boolean;
}
export type SafeNode = string | SafeElement;

const KNOWN = new Set<string>(SAFE_TAGS);

export function isSafeTag(name: string): name is SafeTag {
  return KNOWN.has(name);
}

/** The address if it leads to a web page or a mailbox, else undefined. Spaces and control characters, which browsers skip, are removed before judging. */
export function safeAddress(address: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- browsers ignore these characters inside a scheme, so must the check
  const bare = address.replace(/[\u0000-\u0020\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g, '');
  return /^(?:https?:\/\/|mailto:)[^"'<>`\\]+$/i.test(bare) ? bare : undefined;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What a link in foreign text always carries: no way back to this window, no referrer, no endorsement. */
export const FOREIGN_LINK = { rel: 'noopener noreferrer nofollow', target: '_blank' } as const;

/** The tree as HTML, for a report that is one file. Everything is escaped; links carry `FOREIGN_LINK`; pictures become links. */
export function safeHtml(nodes: readonly SafeNode[]): string {
  return nodes.map((node) => {
    if (typeof node === 'string') return escape(node);
    const inside = safeHtml(node.children);
    switch (node.tag) {
      case 'br': case 'hr': return `<${node.tag}>`;
      case 'checkbox': return node.checked === true ? '[x] ' : '[ ] ';
      case 'a': case 'image': return node.href === undefined ? inside : `<a href="${escape(node.href)}" rel="${FOREIGN_LINK.rel}" target="${FOREIGN_LINK.target}">${inside}</a>`;
      default: return `<${node.tag}>${inside}</${node.tag}>`;
    }
  }).join('');
}

/** The words of the tree without any form. */
export function plainText(nodes: readonly SafeNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : plainText(node.children))).join('');
}
