// Rules that keep pure code pure: no clock, no dice, no surroundings, no local time, in domain and contract.
import ts from 'typescript';
import { within } from './law.ts';
import type { Rule, Violation } from './rule.ts';
import { lineOf, walk, type Source } from './source.ts';

const SURROUNDINGS = new Set([
  'process', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'console', 'crypto', 'Buffer',
  'window', 'document', 'navigator', 'localStorage', 'globalThis',
]);

// Each of these answers differently in another time zone or on another computer.
const LOCAL = /^(get(Full)?Year|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|getTimezoneOffset|set(FullYear|Month|Date|Hours|Minutes)|toLocale\w*String|toDateString|toTimeString)$/;

function judged(sources: readonly Source[], judge: (node: ts.Node, source: Source) => string | undefined): Violation[] {
  const pure = sources.filter((source) => !source.forTests && (within(source.path, 'src/domain') || within(source.path, 'src/contract')));
  return pure.flatMap((source) => {
    const found: Violation[] = [];
    if (source.ast) {
      walk(source.ast, (node) => {
        const message = judge(node, source);
        if (message !== undefined) found.push({ path: source.path, line: lineOf(source, node), message });
      });
    }
    return found;
  });
}

const clock: Rule = {
  id: 'clock',
  says: 'pure code reads no clock',
  check: (sources) =>
    judged(sources, (node) => {
      if (isMember(node, 'Date', 'now')) return 'reads the clock: Date.now';
      if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'reads the clock: new Date()';
      if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'reads the clock: Date()';
      return undefined;
    }),
};

const dice: Rule = {
  id: 'dice',
  says: 'pure code throws no dice',
  check: (sources) => judged(sources, (node) => (isMember(node, 'Math', 'random') ? 'throws dice: Math.random' : undefined)),
};

const localTime: Rule = {
  id: 'local-time',
  says: 'pure code answers the same in every time zone',
  check: (sources) =>
    judged(sources, (node) => {
      if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments?.length ?? 0) > 1) return 'local time: new Date(year, month)';
      if (ts.isPropertyAccessExpression(node) && LOCAL.test(node.name.text)) return `local time or locale: ${node.name.text}`;
      return undefined;
    }),
};

const surroundings: Rule = {
  id: 'surroundings',
  says: 'pure code knows no process, network, timer or screen',
  check: (sources) =>
    judged(sources, (node, source) =>
      ts.isIdentifier(node) && SURROUNDINGS.has(node.text) && isRead(node) && !declares(source, node.text) ? `knows its surroundings: ${node.text}` : undefined,
    ),
};

export const PURITY_RULES: readonly Rule[] = [clock, dice, localTime, surroundings];

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isMember(node: ts.Node, object: string, member: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, object) && node.name.text === member;
  if (!ts.isElementAccessExpression(node) || !isNamed(node.expression, object)) return false;
  return ts.isStringLiteralLike(node.argumentExpression) && node.argumentExpression.text === member;
}

/** True when the identifier is used as a value, not as the name of a member, a key or a type. */
function isRead(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name !== node && named.propertyName !== node;
}

function declares(source: Source, name: string): boolean {
  let found = false;
  walk(source.ast!, (node) => {
    const declaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node);
    if (declaration && node.name && isNamed(node.name, name)) found = true;
  });
  return found;
}
