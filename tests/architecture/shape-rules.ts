// Rules about the shape of files: size, depth, names, the opening comment, exports.
import ts from 'typescript';
import { DEPTH_LIMIT, EMPTY_WORDS, LINE_LIMIT } from './law.ts';
import type { Rule, Violation } from './rule.ts';
import { lineOf, type Source } from './source.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
const WAIVER = /^\/\/ waiver\(size\): \S.{9,}$/m;

function perFile(sources: readonly Source[], judge: (source: Source) => string | undefined): Violation[] {
  return sources.flatMap((source) => {
    const message = judge(source);
    return message === undefined ? [] : [{ path: source.path, line: 1, message }];
  });
}

const isCode = (source: Source): boolean => /\.(tsx?|css)$/.test(source.path);
const inSrc = (source: Source): boolean => source.path.startsWith('src/');
const baseOf = (source: Source): string => source.path.split('/').at(-1) ?? '';

/** Lines of a file, the empty one after the last newline not counted. */
function linesOf(source: Source): string[] {
  return source.text.replace(/\n$/, '').split('\n');
}

/** True when the first six lines carry `// waiver(size): reason`. */
export function hasSizeWaiver(source: Source): boolean {
  return WAIVER.test(linesOf(source).slice(0, 6).join('\n'));
}

const size: Rule = {
  id: 'size',
  says: `a file has at most ${LINE_LIMIT} lines, or a waiver with a reason`,
  check: (sources) =>
    perFile(sources.filter(isCode), (source) => {
      const lines = linesOf(source).length;
      if (lines > LINE_LIMIT && !hasSizeWaiver(source)) return `has ${lines} lines, more than ${LINE_LIMIT}`;
      return lines <= LINE_LIMIT && hasSizeWaiver(source) ? 'has a size waiver it does not need' : undefined;
    }),
};

const depth: Rule = {
  id: 'depth',
  says: `nothing lies deeper than ${DEPTH_LIMIT} under src`,
  check: (sources) =>
    perFile(sources.filter(inSrc), (source) => {
      const segments = source.path.split('/').length - 1;
      return segments > DEPTH_LIMIT ? `lies ${segments} deep, more than ${DEPTH_LIMIT}` : undefined;
    }),
};

const fileNames: Rule = {
  id: 'file-names',
  says: 'files are named in kebab-case, React components in PascalCase after their export',
  check: (sources) =>
    perFile(sources, (source) => {
      const base = baseOf(source);
      if (PASCAL.test(base)) return source.forTests || exportsOf(source).includes(base.replace('.tsx', '')) ? undefined : `exports no ${base.replace('.tsx', '')}`;
      if (base.endsWith('.tsx') && exportsOf(source).some((name) => /^[A-Z][a-z]/.test(name))) return 'exports a component: name the file after it';
      return isCode(source) && !KEBAB.test(base) ? 'is not named in kebab-case' : undefined;
    }),
};

const emptyNames: Rule = {
  id: 'empty-names',
  says: 'no file or folder has a name that says nothing',
  check: (sources) =>
    perFile(sources, (source) => {
      const words = source.path.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[/.\-_]/);
      const empty = words.find((word) => EMPTY_WORDS.includes(word));
      return empty === undefined ? undefined : `"${empty}" says nothing about what is inside`;
    }),
};

const opening: Rule = {
  id: 'opening',
  says: 'a file opens with one to four lines that say what it decides',
  check: (sources) =>
    perFile(sources.filter((source) => isCode(source) && !/\.test\.tsx?$/.test(source.path)), (source) => {
      const lines = linesOf(source).filter((line) => !line.startsWith('#!') && !line.startsWith('// waiver('));
      const first = lines[0] ?? '';
      if (!/^\/[/*]/.test(first)) return 'opens without a comment that says what it decides';
      const end = first.startsWith('//') ? lines.findIndex((line) => !line.startsWith('//')) : lines.findIndex((line) => line.includes('*/')) + 1;
      const length = end < 0 ? lines.length : end;
      return length > 4 ? `opens with ${length} lines of comment, more than 4` : undefined;
    }),
};

const defaultExports: Rule = {
  id: 'default-exports',
  says: 'everything is exported by name',
  check: (sources) =>
    sources.flatMap((source) =>
      (source.ast?.statements ?? [])
        .filter((statement) => isDefaultExport(statement))
        .map((statement) => ({ path: source.path, line: lineOf(source, statement), message: 'exports a default' })),
    ),
};

const barrels: Rule = {
  id: 'barrels',
  says: 'no file only passes on what others export, except the index of a layer',
  check: (sources) =>
    perFile(sources.filter(inSrc), (source) => {
      const isIndex = /^src\/(surfaces\/)?[a-z]+\/index\.ts$/.test(source.path);
      if (/\/index\.tsx?$/.test(source.path) && !isIndex) return 'is an index below the top of a layer';
      const statements = source.ast?.statements ?? [];
      const passesOn = statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
      return passesOn && !isIndex ? 'only passes on what others export' : undefined;
    }),
};

export const SHAPE_RULES: readonly Rule[] = [size, depth, fileNames, emptyNames, opening, defaultExports, barrels];

function isDefaultExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
    return statement.exportClause.elements.some((element) => element.name.text === 'default');
  }
  return ts.canHaveModifiers(statement) && !!ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
}

/** Names of the functions, constants and classes a file exports where it declares them. */
function exportsOf(source: Source): string[] {
  return (source.ast?.statements ?? []).flatMap((statement) => {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name ? [statement.name.text] : [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  });
}
