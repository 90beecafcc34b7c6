// Rules about who may import whom: layers, packages, Node, topics of the domain, test code, cycles.
import { isBuiltin } from 'node:module';
import { layerOf, within, WIRING_TESTS, type Layer } from './law.ts';
import type { Rule, Violation } from './rule.ts';
import type { Import, Source } from './source.ts';

const inSrc = (sources: readonly Source[]): Source[] => sources.filter((source) => source.path.startsWith('src/'));

function perImport(sources: readonly Source[], judge: (source: Source, layer: Layer, made: Import) => string | undefined): Violation[] {
  return inSrc(sources).flatMap((source) => {
    const layer = layerOf(source.path);
    if (!layer) return [];
    return source.imports.flatMap((made) => {
      const message = judge(source, layer, made);
      return message === undefined ? [] : [{ path: source.path, line: made.line, message }];
    });
  });
}

const place: Rule = {
  id: 'place',
  says: 'every file under src lies in a layer the law knows',
  check: (sources) =>
    inSrc(sources)
      .filter((source) => !layerOf(source.path))
      .map((source) => ({ path: source.path, line: 1, message: 'lies in no layer: see "where does X go" in ARCHITECTURE.md' })),
};

const layers: Rule = {
  id: 'layers',
  says: 'a layer imports from the house only what the import law grants it',
  check: (sources) =>
    perImport(sources, (source, layer, made) => {
      const target = made.target;
      if (target === undefined || within(target, layer.path) || layer.house.some((granted) => within(target, granted))) return undefined;
      if (made.typeOnly && layer.houseTypes?.some((granted) => within(target, granted))) return undefined;
      if (layer.path === 'src/main.ts' && target === 'package.json') return undefined;
      if (source.forTests && (!target.startsWith('src/') || WIRING_TESTS.some((wiring) => source.path.startsWith(wiring)))) return undefined;
      return `${layer.path} may not import ${target}`;
    }),
};

const packages: Rule = {
  id: 'packages',
  says: 'a layer imports only the packages it was granted',
  check: (sources) =>
    perImport(sources, (source, layer, made) => {
      if (made.target !== undefined || isNode(made) || source.forTests || layer.packages === '*') return undefined;
      const name = /^(@[^/]+\/[^/]+|[^/]+)/.exec(made.specifier)?.[0] ?? made.specifier;
      return layer.packages.includes(name) ? undefined : `${layer.path} may not import the package ${name}`;
    }),
};

const node: Rule = {
  id: 'node',
  says: "only layers that run in Node import Node's modules",
  check: (sources) =>
    perImport(sources, (source, layer, made) =>
      isNode(made) && !layer.node && !source.forTests ? `${layer.path} may not import ${made.specifier}` : undefined,
    ),
};

const topics: Rule = {
  id: 'topics',
  says: 'a topic of the domain imports only itself and earlier topics',
  check: (sources, { topicOrder }) => {
    const rank = (path: string): number => topicOrder.indexOf(path.split('/')[2] ?? '');
    return perImport(sources, (source, layer, made) => {
      if (layer.path !== 'src/domain') return undefined;
      if (rank(source.path) < 0) return `${source.path.split('/')[2]} is not in the topic order of ARCHITECTURE.md`;
      if (!made.target || !within(made.target, 'src/domain') || rank(made.target) <= rank(source.path)) return undefined;
      return `${made.target} comes later in the topic order`;
    });
  },
};

const testCode: Rule = {
  id: 'test-code',
  says: 'the program never imports what only tests use',
  check: (sources) => {
    const forTests = new Set(sources.filter((source) => source.forTests).map((source) => source.path));
    return perImport(sources, (source, _layer, made) =>
      !source.forTests && made.target !== undefined && forTests.has(made.target) ? `imports test code: ${made.target}` : undefined,
    );
  },
};

const cycles: Rule = {
  id: 'cycles',
  says: 'no file imports itself by way of others, not even for types',
  check: (sources) =>
    knots(new Map(inSrc(sources).map((source) => [source.path, source.imports.flatMap((made) => made.target ?? [])]))).map((knot) => ({
      path: knot[0] ?? '',
      line: 1,
      message: `imports in a circle: ${knot.join(', ')}`,
    })),
};

export const IMPORT_RULES: readonly Rule[] = [place, layers, packages, node, topics, testCode, cycles];

function isNode(made: Import): boolean {
  return made.target === undefined && isBuiltin(made.specifier);
}

/** Groups of files that reach each other (Tarjan 1972), each sorted by path; a file alone counts when it imports itself. */
function knots(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const knot = stack.splice(stack.indexOf(path));
    if (knot.length > 1 || graph.get(path)?.includes(path)) found.push(knot.toSorted());
  };
  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return found;
}
