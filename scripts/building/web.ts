// Builds the browser's half with vite, and weighs what a first visit has to download before the app can start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { root } from '../root.ts';

/** What a first visit may cost in script, gzip: 250 KB of 1,000 bytes, the smaller reading of the promise. */
export const FIRST_LOAD_LIMIT = 250_000;

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** Writes dist/web. Returns the path of every module that took part, for the notices. */
export async function buildWeb(): Promise<string[]> {
  const modules = new Set<string>();
  const collect: Rolldown.Plugin = {
    name: 'collect-modules',
    generateBundle(_options, bundle) {
      for (const id of this.getModuleIds()) modules.add(id);
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset') for (const name of file.originalFileNames) modules.add(name);
      }
    },
  };
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', plugins: [collect] });
  return [...modules];
}

/** Bytes of script, gzip, of the entry and everything it imports at once; chunks loaded later are not in it. */
export function firstLoadScript(): { readonly bytes: number; readonly files: readonly string[] } {
  const web = join(root, 'dist/web');
  const manifest = JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')) as Record<string, ManifestChunk>;
  const files = new Set<string>();
  const visit = (chunk: ManifestChunk | undefined): void => {
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const name of chunk.imports ?? []) visit(manifest[name]);
  };
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) visit(chunk);
  const scripts = [...files].filter((file) => /\.m?js$/.test(file));
  if (scripts.length === 0) throw new Error('the web build has no entry script: nothing to weigh');
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(web, file)), { level: 6 }).length, 0);
  return { bytes, files: scripts };
}
