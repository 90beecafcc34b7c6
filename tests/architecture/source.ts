// Reads a file into what the rules need: its text, its syntax tree, its imports. Judges nothing.
import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  /** Path from the repository root for a relative import, without a `?query`; absent for packages and `node:` modules. */
  readonly target?: string;
  /** True when nothing of it exists at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Source {
  /** From the repository root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Tests and what only tests use: `*.test.ts`, `*.test.tsx`, everything in a `testing` folder and under `tests/`. */
  readonly forTests: boolean;
  /** Absent for files that are not TypeScript: styles, samples, pages. */
  readonly ast?: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** Parses one file. Anything but `.ts` and `.tsx` keeps its text only. */
export function parseSource(path: string, text: string): Source {
  const forTests = /\.test\.tsx?$/.test(path) || /(^|\/)testing\//.test(path) || path.startsWith('tests/');
  if (!/\.tsx?$/.test(path)) return { path, text, forTests, imports: [] };
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return { path, text, forTests, ast, imports: importsOf(path, ast) };
}

/** Line of a node or a character offset, from 1. */
export function lineOf(source: Source, at: ts.Node | number): number {
  const position = typeof at === 'number' ? at : at.getStart(source.ast);
  return source.text.slice(0, position).split('\n').length;
}

/** Calls `visit` on every node of the tree, parents before children. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(path: string, ast: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (literal: ts.Node | undefined, typeOnly: boolean): void => {
    if (!literal || !ts.isStringLiteralLike(literal)) return;
    const line = ast.getLineAndCharacterOfPosition(literal.getStart(ast)).line + 1;
    const specifier = literal.text;
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')) : undefined;
    found.push({ specifier, typeOnly, line, ...(target === undefined ? {} : { target }) });
  };
  walk(ast, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isModuleCall(node)) add(node.arguments[0], false);
  });
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings) || bindings.elements.length === 0) return false;
  return bindings.elements.every((element) => element.isTypeOnly);
}

function isModuleCall(node: ts.CallExpression): boolean {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(node.expression) && node.expression.text === 'require';
}
