// Files that are made from others and checked in: `npx tsx scripts/published.ts` writes them, a test compares them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { attentionReport } from '../src/contract/attention-report.ts';
import { auditReport } from '../src/contract/audit-report.ts';
import { readoutReport } from '../src/contract/readout-report.ts';
import { root } from './root.ts';

/** Path from the root and whole text of each. */
export function publishedFiles(): ReadonlyMap<string, string> {
  const tokens = readFileSync(join(root, 'src/surfaces/web/styles/tokens.css'), 'utf8');
  if (/[`\\]|\$\{/.test(tokens)) throw new Error('tokens.css holds a sign that a template string would read');
  return new Map([
    ['docs/schemas/attention-1.json', schemaText(attentionReport, 'throughline.attention/1', 'throughline attention FILE.ics...')],
    ['docs/schemas/audit-1.json', schemaText(auditReport, 'throughline.audit/1', 'throughline audit FILE...')],
    ['docs/schemas/readout-1.json', schemaText(readoutReport, 'throughline.readout/1', 'throughline readout FILE')],
    ['src/surfaces/report/tokens-css.ts', `// The house's names for colour, type and space, as the web has them. Made by scripts/published.ts from the web's tokens.css.\n\nexport const TOKENS_CSS = \`${tokens}\`;\n`],
  ]);
}

function schemaText(shape: z.ZodType, title: string, command: string): string {
  const { $schema, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' }) as Record<string, unknown>;
  const whole = { $schema, title, description: `What \`${command} --json\` answers. Fields may be added; none changes its meaning within version 1.`, ...schema };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of publishedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
