// Builds the browser app into dist/web. Decides hashing, the theme script that runs before first paint, and which
// translations of the widget kit are kept. Refuses inline scripts, inline styles and data: assets, so the policy can be strict.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { defineConfig, type Plugin } from 'vite';

const WEB = resolve(import.meta.dirname, 'src/surfaces/web');
const THEME_SOURCE = resolve(WEB, 'shell/theme-boot.ts');

/** The stored theme is applied by a classic script ahead of everything else: a module would run after the first paint. */
function themeBoot(): Plugin {
  const compile = async (): Promise<string> =>
    (await transform(await readFile(THEME_SOURCE, 'utf8'), { loader: 'ts', minify: true, format: 'iife', target: 'es2020' })).code;
  let reference = '';
  return {
    name: 'throughline-theme-boot',
    configureServer(server) {
      server.middlewares.use('/theme-boot.js', (_request, response) => {
        compile().then((code) => { response.setHeader('content-type', 'text/javascript'); response.end(code); }, (fault: unknown) => { response.statusCode = 500; response.end(String(fault)); });
      });
    },
    async buildStart() {
      if (this.environment.config.command !== 'build') return;
      reference = this.emitFile({ type: 'asset', name: 'theme.js', source: await compile() });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const built = reference !== '' && context.bundle !== undefined;
        const src = built ? `/${Object.values(context.bundle ?? {}).find((file) => file.type === 'asset' && file.names.includes('theme.js'))?.fileName}` : '/theme-boot.js';
        return [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }];
      },
    },
  };
}

/** The kit carries its words in some thirty languages; the app speaks English, so the others become empty. */
function englishOnly(): Plugin {
  const translation = /[\\/](?:react-aria|react-stately|react-aria-components)[\\/].*[\\/]intl[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.m?js$/;
  return {
    name: 'throughline-english-only',
    enforce: 'pre',
    load(id) {
      const language = translation.exec(id.split('?')[0] ?? id)?.[1];
      return language !== undefined && language !== 'en-US' ? 'export default {};' : null;
    },
  };
}

export default defineConfig({
  root: WEB,
  plugins: [react(), themeBoot(), englishOnly()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // The first versions with light-dark(): lowering it for older ones would freeze the colours at the root element.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
  },
  server: { host: '127.0.0.1' },
});
