// The import law as data: each layer, what it may import from the house, which packages, and whether Node's modules.
// A package enters a list with the change that needs it; ARCHITECTURE.md explains the ladder.

export interface Layer {
  /** Folder from the repository root, or one file. */
  readonly path: string;
  /** Folders or files it may import besides itself. `*` is everything under src. */
  readonly house: readonly string[];
  /** Folders it may import types from, and nothing that exists at run time. */
  readonly houseTypes?: readonly string[];
  readonly packages: readonly string[] | '*';
  readonly node: boolean;
}

export const LAYERS: readonly Layer[] = [
  { path: 'src/domain', house: [], packages: [], node: false },
  { path: 'src/contract', house: ['src/domain'], packages: ['zod'], node: false },
  {
    path: 'src/store',
    house: ['src/domain', 'src/contract/refusals.ts'],
    packages: ['kysely', 'pg', 'pg-copy-streams', '@electric-sql/pglite'],
    node: true,
  },
  { path: 'src/connectors', house: ['src/domain'], packages: ['pg', 'read-excel-file', 'tar-stream', 'tsdav', 'windows-iana', 'yauzl'], node: true },
  {
    path: 'src/operations',
    house: ['src/domain', 'src/contract', 'src/store', 'src/connectors'],
    packages: ['yauzl', 'yazl', 'zod'],
    node: true,
  },
  { path: 'src/client', house: ['src/contract'], packages: [], node: false },
  {
    path: 'src/surfaces/http',
    house: ['src/contract', 'src/operations'],
    packages: ['@hono/node-server', 'hono', 'pino', 'zod'],
    node: true,
  },
  {
    path: 'src/surfaces/mcp',
    house: ['src/contract'],
    houseTypes: ['src/client'],
    packages: ['@modelcontextprotocol/server', 'zod'],
    node: true,
  },
  {
    // What an audit or a readout says, as text and as a page. Of the web it may use drawings that know no browser, so that both show one picture.
    path: 'src/surfaces/report',
    house: ['src/contract', 'src/surfaces/web/charts/UnitChart.tsx', 'src/surfaces/web/charts/UnitLegend.tsx', 'src/surfaces/web/charts/chart-frame.ts', 'src/surfaces/web/charts/month-ticks.ts', 'src/surfaces/web/charts/outcome', 'src/surfaces/web/ui/mark-spans.ts'],
    packages: ['react', 'react-dom'],
    node: false,
  },
  {
    path: 'src/surfaces/cli',
    house: ['src/contract', 'src/surfaces/report'],
    houseTypes: ['src/client'],
    packages: ['@clack/prompts', 'commander', 'string-width', 'zod'],
    node: true,
  },
  {
    path: 'src/surfaces/web',
    house: ['src/contract', 'src/domain', 'src/client'],
    packages: [
      '@fontsource-variable/inter', '@tanstack/react-query', '@tanstack/react-router', 'd3-scale', 'd3-shape', 'lucide-react',
      'micromark', 'micromark-extension-gfm', 'react', 'react-aria-components', 'react-dom', 'tinykeys',
    ],
    node: false,
  },
  // The program's wiring, in a few files so that each is read at a glance.
  { path: 'src/wiring', house: ['*'], packages: '*', node: true },
  { path: 'src/main.ts', house: ['*'], packages: '*', node: true },
];

/** Layers whose tests may wire a whole program: what they test is how the layers meet. */
export const WIRING_TESTS = ['src/operations', 'src/surfaces', 'src/wiring', 'src/main'];

/** Most lines a file may have; more needs a waiver with a reason in its first lines. */
export const LINE_LIMIT = 300;

/** Most path segments under src, the file included. */
export const DEPTH_LIMIT = 5;

/** Words that say nothing about what is inside. */
export const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager'];

/** True when `path` is the folder or file `place`, or inside it. */
export function within(path: string, place: string): boolean {
  return place === '*' ? path.startsWith('src/') : path === place || path.startsWith(`${place}/`);
}

/** The layer a file belongs to; undefined when the law has no word for its place. */
export function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => within(path, layer.path));
}

/** The topics of the domain in the order they may import each other, read from ARCHITECTURE.md. Throws when it names none. */
export function topicOrder(architecture: string): string[] {
  const line = /^Topic order: (.+)$/m.exec(architecture)?.[1];
  const topics = [...(line ?? '').matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '');
  if (topics.length === 0) throw new Error('ARCHITECTURE.md has no line "Topic order: `kernel`, ..."');
  return topics;
}
