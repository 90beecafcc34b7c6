// Atlassian's rich text documents (API v3) to plain text with Markdown marks. Wiki markup never comes here: it stays as written.
import { cleanText, isObject, type Loose } from '../loose-json.ts';

const DEEPEST = 100;

function children(node: Loose, depth: number, glue: string): string {
  const content = node['content'];
  if (!Array.isArray(content) || depth > DEEPEST) return '';
  return content.map((child) => render(child, depth + 1)).join(glue);
}

function attribute(node: Loose, name: string): string {
  const value = isObject(node['attrs']) ? node['attrs'][name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function marked(node: Loose): string {
  let text = typeof node['text'] === 'string' ? node['text'] : '';
  for (const mark of Array.isArray(node['marks']) ? node['marks'] : []) {
    if (!isObject(mark)) continue;
    if (mark['type'] === 'strong') text = `**${text}**`;
    else if (mark['type'] === 'em') text = `_${text}_`;
    else if (mark['type'] === 'code') text = `\`${text}\``;
    else if (mark['type'] === 'strike') text = `~~${text}~~`;
    else if (mark['type'] === 'link') text = `[${text}](${attribute(mark, 'href')})`;
  }
  return text;
}

function listed(node: Loose, depth: number, mark: (index: number, item: unknown) => string): string {
  const content = Array.isArray(node['content']) ? node['content'] : [];
  return content.map((item, index) => mark(index, item) + render(item, depth + 1).replaceAll('\n', '\n  ')).join('\n');
}

function render(node: unknown, depth: number): string {
  if (!isObject(node) || depth > DEEPEST) return '';
  switch (node['type']) {
    case 'text': return marked(node);
    case 'hardBreak': return '\n';
    case 'mention': case 'status': case 'date': return attribute(node, 'text') || attribute(node, 'timestamp');
    case 'emoji': return attribute(node, 'text') || attribute(node, 'shortName');
    case 'inlineCard': case 'blockCard': case 'embedCard': return attribute(node, 'url');
    case 'paragraph': case 'taskItem': case 'decisionItem': case 'caption': return children(node, depth, '');
    case 'heading': return `${'#'.repeat(Math.min(6, Math.max(1, Number(attribute(node, 'level')) || 1)))} ${children(node, depth, '')}`;
    case 'bulletList': return listed(node, depth, () => '- ');
    case 'orderedList': return listed(node, depth, (index) => `${index + 1}. `);
    case 'taskList': case 'decisionList':
      return listed(node, depth, (_, item) => (isObject(item) && attribute(item, 'state') === 'DONE' ? '- [x] ' : '- [ ] '));
    case 'codeBlock': return `\`\`\`${attribute(node, 'language')}\n${children(node, depth, '')}\n\`\`\``;
    case 'blockquote': return children(node, depth, '\n').split('\n').map((line) => `> ${line}`).join('\n');
    case 'rule': return '---';
    case 'listItem': case 'tableCell': case 'tableHeader': return children(node, depth, '\n');
    case 'tableRow': return `| ${(Array.isArray(node['content']) ? node['content'] : []).map((cell) => render(cell, depth + 1).replaceAll('\n', ' ')).join(' | ')} |`;
    case 'table': return children(node, depth, '\n');
    case 'media': case 'mediaInline': return attribute(node, 'alt');
    default: return children(node, depth, '\n\n');
  }
}

/** True for a rich text document as the API v3 sends it. */
export function isRichText(value: unknown): value is Loose {
  return isObject(value) && value['type'] === 'doc' && Array.isArray(value['content']);
}

/** Plain text of a document; what carries no text (pictures without a caption, macros) is left out. Empty when nothing is left. */
export function richTextToPlain(document: Loose): string {
  return cleanText(render(document, 0).replaceAll(/\n{3,}/g, '\n\n').trim());
}
