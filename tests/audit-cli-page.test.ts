import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLines } from '../bench/audit-export.ts';
import { publishedFiles } from '../scripts/published.ts';
import { root } from '../scripts/root.ts';
import { auditReport, type AuditReport } from '../src/contract/audit-report.ts';
import { throughline } from './audit-cli-door.ts';

const HOSTILE = `<script>alert(1)</script> Add a <b onmouseover="x()">button</b> & "quotes" [link](javascript:alert(2)) | cell @everyone #12 \`code\``;

let folder = '';
let html = '';
let markdown = '';
let report: AuditReport;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-page-'));
  const lines = [...exportLines(1_500, 11)];
  const hostile = JSON.parse(lines[0]!) as { key: string; self: string; fields: Record<string, unknown> };
  Object.assign(hostile, { key: 'BENCH-9999', self: 'javascript:alert(3)' });
  Object.assign(hostile.fields, { summary: HOSTILE, status: { name: 'Open', statusCategory: { key: 'new' } }, resolution: null, issuetype: { name: 'Story' }, comment: { comments: [] } });
  writeFileSync(join(folder, 'a "file" <b>.ndjson'), `${[...lines, JSON.stringify(hostile)].join('\n')}\n`);
  const asked = ['audit', 'a "file" <b>.ndjson', '--goal', 'People <i>print</i> a label', '--limit', '3000'];
  html = (await throughline([...asked, '--html', '-'], { folder })).out;
  markdown = (await throughline([...asked, '--md', '-'], { folder })).out;
  report = auditReport.parse(JSON.parse((await throughline([...asked, '--json'], { folder })).out));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page', () => {
  it('holds no script, no handler, and no address but those of items', () => {
    expect(html).not.toMatch(/<script|<iframe|<object|<embed|<form|<base|<link/i);
    expect(html).not.toMatch(/<[a-z][^>]*\son\w+=/i);
    const addresses = [...html.matchAll(/(?:\b(?:href|src|srcset|action|data|poster)=|url\()["']?([^"')\s>]+)/g)].map(([, address]) => address!);
    const items = new Set(report.findings.map(({ item }) => item?.url));
    expect(addresses.length).toBeGreaterThan(100);
    for (const address of addresses) expect(address.startsWith('#') || items.has(address), address).toBe(true);
    expect(html).toContain(`content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"`);
  });

  it('shows hostile titles as the text they are', () => {
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<b onmouseover');
    expect(html).toContain('People &lt;i&gt;print&lt;/i&gt; a label');
  });

  it('opens with the same sentence as the document counts, and its numbers lead to sections that are there', () => {
    const opening = /<h1>(.*?)<\/h1>/s.exec(html)![1]!;
    expect(opening.replace(/<[^>]+>/g, '')).toContain(`Of ${report.summary.open} open items`);
    const anchors = [...html.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id!);
    expect(anchors.length).toBeGreaterThan(3);
    for (const id of anchors) expect(html, id).toContain(`id="${id}"`);
  });

  it('draws the picture twice, wide and narrow, each with its words, and once as a table', () => {
    expect(html.match(/<svg class="chart"[^>]*role="img"[^>]*aria-label="[^"]{100,}"/g)).toHaveLength(2);
    expect(html).toContain('The picture as a table');
  });

  it('is written whole into the file that was named', async () => {
    const told = await throughline(['audit', 'a "file" <b>.ndjson', '--html', 'audit.html', '--md', 'audit.md'], { folder });
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/^Of \d+ open items/);
    expect(told.note).toBe('The report is in audit.html.\nThe report is in audit.md.\n');
    expect(readFileSync(join(folder, 'audit.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]+<\/html>\n$/);
  });
});

describe('the Markdown', () => {
  it('keeps tracker text from becoming markup, links or mentions', () => {
    const prose = markdown.replaceAll(/`[^`\n]*`/g, '');
    expect(prose).not.toMatch(/(?<!\\)<(?:script|b)\b/);
    expect(markdown).not.toMatch(/(?<!\\)\]\((?!<https?:)/);
    expect(markdown).not.toContain('@everyone');
    expect(markdown).toContain('\\[link\\](javascript:alert(2))');
  });

  it('has tables whose rows all have as many cells as their head', () => {
    const tables = markdown.split('\n\n').filter((block) => block.startsWith('| '));
    expect(tables.length).toBe(2);
    for (const table of tables) {
      const cells = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size, table).toBe(1);
    }
  });

  it('opens with the sentence of the document', () => {
    expect(markdown).toMatch(new RegExp(`^# Of ${report.summary.open} open items`));
  });
});

describe('what is published', () => {
  it.each([...publishedFiles().keys()])('%s is what `npx tsx scripts/published.ts` makes', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(publishedFiles().get(path));
  });
});
