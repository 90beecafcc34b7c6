// Rules about habits: no notes to a later self in comments, no test left out without a reason, every test in a suite.
import ts from 'typescript';
import { SUITES } from '../../scripts/testing/suites.ts';
import type { Rule, Violation } from './rule.ts';
import { lineOf, walk, type Source } from './source.ts';

// Opens a comment or its line, or has a colon or a name behind it. A rule that reads such words in other people's text may speak of them.
const NOTE = /(?:^\/[/*]+|\n\s*\*?)\s*(TODO|FIXME|XXX|HACK)\b|\b(?=(?:TODO|FIXME|XXX|HACK)[:(])(\w+)/;

const notes: Rule = {
  id: 'notes',
  says: 'no comment is a note to a later self',
  check: (sources) =>
    sources.flatMap((source) =>
      comments(source).flatMap(({ text, at }) => {
        const note = NOTE.exec(text);
        const word = note?.[1] ?? note?.[2];
        return word ? [{ path: source.path, line: lineOf(source, at), message: `leaves a ${word}: write a decision, a waiver or an issue` }] : [];
      }),
    ),
};

const focus: Rule = {
  id: 'focus',
  says: 'no test is run alone',
  check: (sources) => testCalls(sources, (member) => (member === 'only' ? 'is run alone: .only' : undefined)),
};

const skips: Rule = {
  id: 'skips',
  says: 'a test left out says why, in a comment "skip: reason" or in its name "(skipped: reason)"',
  check: (sources) =>
    testCalls(sources, (member, source, line) => {
      if (member !== 'skip' && member !== 'todo') return undefined;
      const near = source.text.split('\n').slice(Math.max(0, line - 2), line).join('\n');
      return /\/\/ skip: \S+ \S+|\(skipped: /.test(near) ? undefined : `is left out without a reason: .${member}`;
    }),
};

const suites: Rule = {
  id: 'suites',
  says: 'every test file belongs to exactly one suite, so that it runs, and runs once',
  check: (sources) =>
    sources
      .filter((source) => /\.test\.tsx?$/.test(source.path))
      .flatMap((source) => {
        const owners = SUITES.filter((suite) => suite.include.some((glob) => matches(source.path, glob)) && !suite.exclude?.some((glob) => matches(source.path, glob)));
        if (owners.length === 1) return [];
        const which = owners.length === 0 ? 'no suite' : owners.map((suite) => suite.name).join(' and ');
        return [{ path: source.path, line: 1, message: `belongs to ${which} of scripts/testing/suites.ts` }];
      }),
};

export const HABIT_RULES: readonly Rule[] = [notes, focus, skips, suites];

/** Comments with their offset. Strings, templates, regular expressions and text between tags are blanked first. */
function comments(source: Source): { text: string; at: number }[] {
  let text = source.text;
  if (source.ast) {
    const ast = source.ast;
    walk(ast, (node) => {
      const quoted = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
      if (!quoted && !ts.isRegularExpressionLiteral(node) && !ts.isJsxText(node)) return;
      const start = ts.isJsxText(node) ? node.pos : node.getStart(ast);
      text = text.slice(0, start) + ' '.repeat(node.end - start) + text.slice(node.end);
    });
  } else if (!source.path.endsWith('.css')) return [];
  return [...text.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map((match) => ({ text: match[0], at: match.index }));
}

/** Judges `it.x`, `test.each.x`, `describe.x(...)` and their kin in every test file. */
function testCalls(sources: readonly Source[], judge: (member: string, source: Source, line: number) => string | undefined): Violation[] {
  return sources
    .filter((source) => source.forTests)
    .flatMap((source) => {
      const found: Violation[] = [];
      if (source.ast) {
        walk(source.ast, (node) => {
          if (!ts.isPropertyAccessExpression(node) || !/^(it|test|describe|suite|bench)\b/.test(node.expression.getText(source.ast))) return;
          const line = lineOf(source, node);
          const message = judge(node.name.text, source, line);
          if (message !== undefined) found.push({ path: source.path, line, message });
        });
      }
      return found;
    });
}

/** Matches the globs of the suites: `**` any folders, `*` within a name, `{a,b}` either. */
function matches(path: string, glob: string): boolean {
  const pattern = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]+)\}/g, (_whole, choices: string) => `(${choices.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(.*/)?'));
  return new RegExp(`^${pattern}$`).test(path);
}
