// Cuts SQL text into statements and blanks what is not code. Knows quotes, dollar quotes and comments, and nothing else of SQL.

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|;/g;

/** The statements without their semicolons and comments; empty ones are left out. */
export function splitSql(text: string): string[] {
  const statements: string[] = [];
  let current = '';
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    current += text.slice(at, found.index);
    at = found.index + found[0].length;
    if (found[0] === ';') {
      statements.push(current);
      current = '';
    } else {
      current += found[0].startsWith('--') || found[0].startsWith('/*') ? ' ' : found[0];
    }
  }
  statements.push(current + text.slice(at));
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

/** The same statement with texts in quotes emptied, so that words inside them are not taken for code. Quoted names stay. */
export function withoutText(statement: string): string {
  return statement.replace(TOKEN, (found) => (found.startsWith("'") || found.startsWith('$') ? "''" : found));
}
