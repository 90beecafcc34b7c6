// Bundles the program: server and commands into one ES module with lazily loaded chunks, each worker thread into a file of
// its own, migrations beside them. dist/ is flat, so `new URL('./x', import.meta.url)` means the same from every chunk.
import { build, type Metafile, type Plugin } from 'esbuild';
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../root.ts';
import { filesUnder } from './stamp.ts';

/** Stays a package of its own: 25 MB of WebAssembly that finds its files beside itself. */
const EXTERNAL = ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'];

// Bundled CommonJS packages call `require` for Node's own modules; an ES module has none.
const BANNER = "import { createRequire as throughlineRequire } from 'node:module'; const require = throughlineRequire(import.meta.url);";

const SOURCE_URL = /new URL\(\s*(['"])([^'"]+\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;

/** The worker threads of the program: every `worker.ts` and `*-worker.ts` under src that runs in Node. */
function workerEntries(): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const file of filesUnder(join(root, 'src'))) {
    if (!/[\\/]([a-z0-9-]+-)?worker\.ts$/.test(file) || file.startsWith(join(root, 'src/surfaces/web'))) continue;
    const name = basename(file, '.ts');
    if (entries[name]) throw new Error(`two workers are named ${name}: ${entries[name]} and ${file}`);
    entries[name] = file;
  }
  return entries;
}

/** Points `new URL('./engine/x-worker.ts', import.meta.url)` at the bundled worker; refuses any other source file by URL. */
function workerUrls(entries: Record<string, string>): Plugin {
  return {
    name: 'worker-urls',
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, (file) => {
        const contents = readFileSync(file.path, 'utf8').replace(SOURCE_URL, (_whole, _quote, target: string) => {
          const name = basename(target, '.ts');
          if (!entries[name]) throw new Error(`${file.path} asks for ${target} by URL, which the build does not make`);
          return `new URL('./${name}.js', import.meta.url)`;
        });
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Writes dist/throughline.js, its chunks and workers, and dist/migrations. Returns what was bundled. */
export async function buildProgram(): Promise<Metafile> {
  const workers = workerEntries();
  const result = await build({
    absWorkingDir: root,
    entryPoints: { throughline: join(root, 'src/main.ts'), ...workers },
    outdir: join(root, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunk-[hash]',
    external: EXTERNAL,
    banner: { js: BANNER },
    loader: { '.sql': 'text' },
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [workerUrls(workers)],
    metafile: true,
    logLevel: 'warning',
  });
  cpSync(join(root, 'migrations'), join(root, 'dist/migrations'), { recursive: true });
  return result.metafile;
}
