// One planted violation per rule, as files that exist only here: a rule that cannot catch its own is broken.
import { LINE_LIMIT } from './law.ts';

export interface Planted {
  /** The one rule that must speak, and the only one. */
  readonly rule: string;
  /** Path to text. */
  readonly files: Readonly<Record<string, string>>;
}

const O = '// Says what it decides.\n';
const x = `${O}export const x = 1;\n`;

export const PLANTED: readonly Planted[] = [
  { rule: 'place', files: { 'src/plugins/x.ts': x } },
  { rule: 'layers', files: { 'src/store/x.ts': x, 'src/contract/y.ts': `${O}import { x } from '../store/x.ts';\nexport const y = x;\n` } },
  { rule: 'layers', files: { 'src/contract/bet.ts': x, 'src/store/y.ts': `${O}import type { x } from '../contract/bet.ts';\nexport type Y = typeof x;\n` } },
  { rule: 'layers', files: { 'src/client/x.ts': x, 'src/surfaces/cli/y.ts': `${O}import { x } from '../../client/x.ts';\nexport const y = x;\n` } },
  { rule: 'layers', files: { 'src/store/x.ts': x, 'src/surfaces/web/y.ts': `${O}export const y = () => import('../../store/x.ts');\n` } },
  { rule: 'layers', files: { 'src/store/x.ts': x, 'src/domain/bet/y.ts': `${O}export type Y = import('../../store/x.ts').X;\n` } },
  { rule: 'layers', files: { 'src/store/x.ts': x, 'src/domain/bet/y.ts': `${O}export { x } from '../../store/x.ts';\nexport const y = 1;\n` } },
  { rule: 'layers', files: { 'src/operations/x.ts': x, 'src/store/y.test.ts': "import { x } from '../operations/x.ts';\nx;\n" } },
  { rule: 'packages', files: { 'src/domain/bet/x.ts': `${O}import { z } from 'zod';\nexport const x = z;\n` } },
  { rule: 'packages', files: { 'src/store/x.ts': `${O}import { Hono } from 'hono/tiny';\nexport const x = Hono;\n` } },
  { rule: 'node', files: { 'src/domain/bet/x.ts': `${O}import { sep } from 'node:path';\nexport const x = sep;\n` } },
  { rule: 'node', files: { 'src/surfaces/web/x.ts': `${O}import { readFileSync } from 'fs';\nexport const x = readFileSync;\n` } },
  { rule: 'topics', files: { 'src/domain/bet/x.ts': x, 'src/domain/goal/y.ts': `${O}import { x } from '../bet/x.ts';\nexport const y = x;\n` } },
  { rule: 'topics', files: { 'src/domain/weather/x.ts': `${O}import { y } from './y.ts';\nexport const x = y;\n` } },
  { rule: 'test-code', files: { 'src/store/testing/x.ts': x, 'src/store/y.ts': `${O}import { x } from './testing/x.ts';\nexport const y = x;\n` } },
  {
    rule: 'cycles',
    files: {
      'src/store/a.ts': `${O}import { b } from './b.ts';\nexport const a = () => b;\n`,
      'src/store/b.ts': `${O}import type { c } from './c.ts';\nexport const b = 1 as unknown as typeof c;\n`,
      'src/store/c.ts': `${O}import { a } from './a.ts';\nexport const c = a;\n`,
    },
  },
  { rule: 'clock', files: { 'src/domain/bet/x.ts': `${O}export const x = () => Date.now();\n` } },
  { rule: 'clock', files: { 'src/contract/x.ts': `${O}export const x = () => new Date();\n` } },
  { rule: 'clock', files: { 'src/domain/bet/x.ts': `${O}export const x = () => Date['now']();\n` } },
  { rule: 'dice', files: { 'src/domain/bet/x.ts': `${O}export const x = () => Math.random();\n` } },
  { rule: 'local-time', files: { 'src/domain/bet/x.ts': `${O}export const x = (d: Date) => d.getHours();\n` } },
  { rule: 'local-time', files: { 'src/domain/bet/x.ts': `${O}export const x = new Date(2026, 1);\n` } },
  { rule: 'surroundings', files: { 'src/domain/bet/x.ts': `${O}export const x = () => process.env['X'];\n` } },
  { rule: 'surroundings', files: { 'src/contract/x.ts': `${O}export const x = { now: performance };\n` } },
  { rule: 'size', files: { 'src/store/x.ts': x + '//\n'.repeat(LINE_LIMIT) } },
  { rule: 'size', files: { 'src/store/x.ts': `// waiver(size): it is said to be long\n${x}` } },
  { rule: 'depth', files: { 'src/surfaces/web/bet/parts/inner/x.ts': x } },
  { rule: 'file-names', files: { 'src/store/goalStore.ts': x } },
  { rule: 'file-names', files: { 'src/surfaces/web/ui/Button.tsx': `${O}export const Knob = () => <b />;\n` } },
  { rule: 'file-names', files: { 'src/surfaces/web/ui/button.tsx': `${O}export const Button = () => <b />;\n` } },
  { rule: 'empty-names', files: { 'src/store/date-utils.ts': x } },
  { rule: 'empty-names', files: { 'scripts/helpers/x.ts': x } },
  { rule: 'empty-names', files: { 'src/surfaces/web/ui/ToastManager.tsx': `${O}export const ToastManager = () => <b />;\n` } },
  { rule: 'opening', files: { 'src/store/x.ts': 'export const x = 1;\n' } },
  { rule: 'opening', files: { 'src/store/x.ts': O.repeat(5) + 'export const x = 1;\n' } },
  { rule: 'opening', files: { 'src/surfaces/web/ui/x.css': 'b { color: red }\n' } },
  { rule: 'default-exports', files: { 'src/store/x.ts': `${O}export default 1;\n` } },
  { rule: 'default-exports', files: { 'src/store/x.ts': `${O}export default function x() {}\n` } },
  { rule: 'default-exports', files: { 'src/store/x.ts': `${O}const x = 1;\nexport { x as default };\n` } },
  { rule: 'barrels', files: { 'src/store/y.ts': x, 'src/store/x.ts': `${O}export * from './y.ts';\n` } },
  { rule: 'barrels', files: { 'src/store/engine/index.ts': x } },
  { rule: 'notes', files: { 'src/store/x.ts': `${x}// TODO: say more\n` } },
  { rule: 'notes', files: { 'src/store/x.ts': `${O}export const x = () => {\n  /* FIXME */\n};\n` } },
  { rule: 'notes', files: { 'src/store/x.ts': `${O}export const x = 1; // wrong on leap days, FIXME(me)\n` } },
  { rule: 'focus', files: { 'src/store/x.test.ts': "it.only('a', () => {});\n" } },
  { rule: 'skips', files: { 'src/store/x.test.ts': "describe.skip('a', () => {});\n" } },
  { rule: 'skips', files: { 'src/store/x.test.ts': "it.todo('a');\n" } },
  { rule: 'suites', files: { 'bench/x.test.ts': "it('a', () => {});\n" } },
];

/** Files that look guilty and are not: nothing may be said about them. */
export const INNOCENT: Readonly<Record<string, string>> = {
  'src/domain/kernel/x.ts': `${O}export const x = 1;\n`,
  'src/domain/bet/y.ts': `${O}import { x } from '../kernel/x.ts';\nexport const y = (process: number, d: Date) => process + x + d.getUTCHours() + new Date(0).getTime();\n`,
  'src/domain/bet/z.ts': `${O}export const z = { process: 1, todo: 'TODO' }.process + "// TODO".length + /\\/\\/ FIXME/.source.length;\n// Counts the word TODO in a description.\n`,
  'src/contract/refusals.ts': `${O}import { z } from 'zod';\nexport const refusals = z;\n`,
  'src/contract/index.ts': `${O}export { refusals } from './refusals.ts';\n`,
  'src/store/x.ts': `${O}import { refusals } from '../contract/refusals.ts';\nimport { readFileSync } from 'node:fs';\nexport const x = [refusals, readFileSync];\n`,
  'src/store/x.test.ts': "import { it } from 'vitest';\nimport { x } from './x.ts';\n// skip: needs a disk of its own\nit.skip('a', () => x);\n",
  'src/surfaces/mcp/x.ts': `${O}import type { X } from '../../client/x.ts';\nexport type Y = X;\n`,
  'src/client/x.ts': `${O}export type X = 1;\n`,
  'src/surfaces/web/ui/Button.tsx': `${O}export function Button() {\n  return <b>// TODO: none</b>;\n}\n`,
  'src/surfaces/http/wiring.test.ts': "import { x } from '../../store/x.ts';\nx;\n",
  'src/main.ts': `${O}import { x } from './store/x.ts';\nx;\n`,
  'src/connectors/jira/long.ts': `// waiver(size): one table of every field, in one piece\n${x}${'//\n'.repeat(LINE_LIMIT)}`,
};
