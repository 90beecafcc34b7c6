// Bundles the child programs of these tests as the build does, worker beside them, so that plain Node runs what users run.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/root.ts';

export interface Programs {
  /** Path of a bundled child program. */
  readonly path: (name: 'writer' | 'racer') => string;
  readonly remove: () => void;
}

/** The folder lies below the repository, where the embedded engine's package is found. */
export async function bundlePrograms(): Promise<Programs> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/durability-'));
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/durability/writer.ts', 'tests/durability/racer.ts', 'src/store/engine/pglite-worker.ts'].map((file) => join(root, file)),
    outdir: folder, entryNames: '[name]', bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20',
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'], outExtension: { '.js': '.js' },
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return { path: (name) => join(folder, `${name}.js`), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
