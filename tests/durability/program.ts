// Bundles the child programs of these tests as the build does, worker beside them, so that plain Node runs what users run.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    entryPoints: [
      new URL('./writer.ts', import.meta.url), new URL('./racer.ts', import.meta.url), new URL('../../src/store/engine/pglite-worker.ts', import.meta.url),
    ].map((url) => fileURLToPath(url)),
    outdir: folder, entryNames: '[name]', bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20',
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return { path: (name) => join(folder, `${name}.js`), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
