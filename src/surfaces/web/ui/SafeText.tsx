// A safe tree as React elements: nothing is ever handed to the browser as HTML.
import type { ReactNode } from 'react';
import { readJiraWiki } from './untrusted/jira-wiki.ts';
import { readMarkdown } from './untrusted/markdown.ts';
import { FOREIGN_LINK, type SafeNode } from './untrusted/safe-tree.ts';

/** Between the parts of these only elements may stand; the line ends a reader leaves there are dropped. */
const STRUCTURE = new Set(['table', 'thead', 'tbody', 'tr', 'ul', 'ol']);

function element(node: SafeNode, at: number): ReactNode {
  if (typeof node === 'string') return node;
  const children = STRUCTURE.has(node.tag) ? node.children.filter((child) => typeof child !== 'string' || child.trim() !== '') : node.children;
  const inside = children.map(element);
  switch (node.tag) {
    case 'br': return <br key={at} />;
    case 'hr': return <hr key={at} />;
    case 'checkbox': return <span key={at} className="muted">{node.checked === true ? '☑ ' : '☐ '}</span>;
    case 'a': return <a key={at} href={node.href} {...FOREIGN_LINK}>{inside}</a>;
    case 'image': return node.href === undefined ? <span key={at} className="muted">picture: {inside}</span> : <a key={at} className="image-link" href={node.href} {...FOREIGN_LINK}>{inside}</a>;
    // What scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
    case 'pre': return <pre key={at} tabIndex={0}>{inside}</pre>;
    // Headings of a foreign text must not enter the page's outline; they look stressed and that is all.
    case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': return <p key={at}><strong>{inside}</strong></p>;
    default: { const Tag = node.tag; return <Tag key={at}>{inside}</Tag>; }
  }
}

/** `format` is what the tracker writes in. */
export function SafeText({ text, format }: { readonly text: string; readonly format: 'markdown' | 'jira' }): ReactNode {
  return (format === 'markdown' ? readMarkdown(text) : readJiraWiki(text)).map(element);
}
