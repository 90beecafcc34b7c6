import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJiraWiki } from './jira-wiki.ts';
import { readMarkdown } from './markdown.ts';
import { plainText, safeAddress, safeHtml, type SafeNode } from './safe-tree.ts';

const markdown = (text: string): string => safeHtml(readMarkdown(text));
const jira = (text: string): string => safeHtml(readJiraWiki(text));

/** Pieces that attacks are made of, between pieces that markup is made of. */
const hostile = fc.array(fc.oneof(
  fc.constantFrom('<script>', '</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '"><script>', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', '&#106;avascript:alert(1)', 'data:text/html,<script>', 'vbscript:x', '" onmouseover="alert(1)', "' onfocus='x", '<a href="javascript:x">', '<iframe src=x>', '<style>', '<!--', '-->', '<![CDATA[', '\u0000', '\u202E'),
  fc.constantFrom('[', ']', '(', ')', '!', '|', '||', '*', '_', '-', '+', '^', '~', '#', '`', '```', '\n', '\n\n', '\\', '&', '<', '>', '"', "'", '{code}', '{noformat}', '{quote}', '{color:red}', '{{', '}}', 'h1. ', 'bq. ', '[x](', '![x](', '[x|', '!x', '- [ ] ', ':---|', 'https://example.com', '<https://example.com>', ' '),
  fc.string({ maxLength: 8 }),
), { maxLength: 24 }).map((pieces) => pieces.join(''));

/** Every tag and every attribute the HTML may contain, told apart from text by the only `<` that is never escaped. */
function foreignMarkup(html: string): string[] {
  const allowed = /^<\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|del|ins|sub|sup|table|thead|tbody|tr|th|td)>$|^<(?:br|hr)>$|^<\/a>$|^<a href="(?:https?:\/\/|mailto:)[^"'<>]*" rel="noopener noreferrer nofollow" target="_blank">$/i;
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowed.test(tag));
}

describe.each([['Markdown', readMarkdown], ['Jira wiki markup', readJiraWiki]] as const)('%s from a tracker', (_name, read: (text: string) => SafeNode[]) => {
  it('becomes nothing but listed tags and web links, whatever it contains', () => {
    fc.assert(fc.property(hostile, (text) => {
      const html = safeHtml(read(text));
      expect(foreignMarkup(html)).toEqual([]);
      expect(html).not.toMatch(/<script/i);
      expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
      expect(html).not.toMatch(/(?:href|src)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i);
    }), { numRuns: 800 });
  });

  it('never throws and is finished quickly enough to be called on every text', () => {
    for (const text of ['', '\n', '*'.repeat(3000), '['.repeat(1500), '|'.repeat(2000), '> '.repeat(500), '{quote}'.repeat(400), '_*'.repeat(1500), '!'.repeat(2000)]) expect(() => safeHtml(read(text))).not.toThrow();
  });

  it('keeps every letter and digit of plain words', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 12 }), (words) => {
      expect(plainText(read(words.join(' ')))).toBe(words.join(' '));
    }));
  });
});

describe('Markdown', () => {
  it('shows what people write', () => {
    expect(markdown('# Title\n\n**bold** _it_ ~~old~~ `code`')).toBe('<h1>Title</h1>\n<p><strong>bold</strong> <em>it</em> <del>old</del> <code>code</code></p>');
    expect(markdown('- [x] done\n- [ ] open')).toContain('[x] ');
    expect(markdown('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<th>a</th>');
  });

  it('opens links in a window of their own and shows pictures as links', () => {
    expect(markdown('[site](https://example.com)')).toBe('<p><a href="https://example.com" rel="noopener noreferrer nofollow" target="_blank">site</a></p>');
    expect(markdown('![plan](https://example.com/p.png)')).toBe('<p><a href="https://example.com/p.png" rel="noopener noreferrer nofollow" target="_blank">plan</a></p>');
    expect(markdown('![x](data:image/png;base64,AAAA)')).not.toContain('data:');
  });

  it('shows a script as words', () => {
    expect(markdown('<script>alert(1)</script>')).toBe('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(markdown('[x](javascript:alert(1))')).toBe('<p>x</p>');
  });
});

describe('Jira wiki markup', () => {
  it('shows what people write', () => {
    expect(jira('h2. Steps\n# open\n# send\n## twice')).toBe('<h2>Steps</h2><ol><li>open</li><li>send<ol><li>twice</li></ol></li></ol>');
    expect(jira('*bold* _it_ -old- {{code}} well-known-word')).toBe('<p><strong>bold</strong> <em>it</em> <del>old</del> <code>code</code> well-known-word</p>');
    expect(jira('{code:java}\nint a = 1 < 2;\n{code}\nafter')).toBe('<pre><code>int a = 1 &#60; 2;</code></pre><p>after</p>');
    expect(jira('||Key||Days||\n|RET-1|12|')).toBe('<table><thead><tr><th>Key</th><th>Days</th></tr></thead><tbody><tr><td>RET-1</td><td>12</td></tr></tbody></table>');
    expect(jira('{quote}said{quote}')).toBe('<blockquote><p>said</p></blockquote>');
    expect(jira('one\ntwo')).toBe('<p>one<br>two</p>');
  });

  it('opens links in a window of their own, and only web links', () => {
    expect(jira('[docs|https://example.com/a]')).toBe('<p><a href="https://example.com/a" rel="noopener noreferrer nofollow" target="_blank">docs</a></p>');
    expect(jira('see https://example.com/a.')).toBe('<p>see <a href="https://example.com/a" rel="noopener noreferrer nofollow" target="_blank">https://example.com/a</a>.</p>');
    expect(jira('[x|javascript:alert(1)]')).toBe('<p>x</p>');
    expect(jira('[~sample.person] and !shot.png|thumbnail!')).toBe('<p>@sample.person and shot.png</p>');
  });

  it('keeps what an unclosed macro holds', () => {
    expect(jira('{noformat}\nlog line')).toBe('<pre><code>log line</code></pre>');
    expect(jira('{color:red}now{color}')).toBe('<p>now</p>');
  });
});

describe('addresses', () => {
  it('lead to the web or a mailbox, or nowhere', () => {
    expect(safeAddress('https://example.com/a?b=c#d')).toBe('https://example.com/a?b=c#d');
    expect(safeAddress('mailto:desk@example.com')).toBe('mailto:desk@example.com');
    for (const bad of ['javascript:x', ' java\nscript:x', '\u0001javascript:x', 'data:text/html,x', '//example.com', '/etc', 'file:///x', 'https://a"onclick=x', '']) expect(safeAddress(bad)).toBeUndefined();
  });
});
