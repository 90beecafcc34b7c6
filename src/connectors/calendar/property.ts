// One content line of iCalendar in its parts: name, parameters, value. Reads what real calendars write, not only what RFC 5545 allows.

export interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As written, escapes and all. */
  readonly value: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Where the name ends: at the first `;` or `:`, -1 when the line has neither. */
export function nameEnd(line: string): number {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 58 || code === 59) return i;
  }
  return -1;
}

/** The colon before the value: the first one outside quotes. */
function valueColon(line: string, from: number): number {
  let quoted = false;
  for (let i = from; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (code === 58 && !quoted) return i;
  }
  return quoted ? line.indexOf(':', from) : -1;
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  // Most lines have one parameter and nothing special in it.
  const equals = text.indexOf('=');
  if (equals > 0 && text.lastIndexOf(';') === 0 && !text.includes('"') && !text.includes('^')) return new Map([[text.slice(1, equals).trim().toUpperCase(), text.slice(equals + 1).trim()]]);
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of text.matchAll(/;\s*([^=;]+?)\s*(?:=\s*(?:"([^"]*)"?|([^;]*)))?(?=;|$)/g)) {
    const value = (quoted ?? plain ?? '').replace(/\^(n|\^|')/g, (_, code: string) => (code === 'n' ? '\n' : code === "'" ? '"' : '^'));
    parameters.set(name!.toUpperCase(), value.trim());
  }
  return parameters;
}

/** The parts of an unfolded line; undefined when it has no colon. */
export function propertyOf(line: string): Property | undefined {
  const end = nameEnd(line);
  if (end < 0) return undefined;
  const name = line.slice(0, end).trim().toUpperCase();
  if (line.charCodeAt(end) === 58) return { name, parameters: NONE, value: line.slice(end + 1) };
  const colon = valueColon(line, end);
  return colon < 0 ? undefined : { name, parameters: parametersOf(line.slice(end, colon)), value: line.slice(colon + 1) };
}

/** As `propertyOf`, for values that hold no colon themselves: a zone named `(GMT-03:00)` without quotes does. */
export function timeProperty(line: string): Property | undefined {
  const end = nameEnd(line);
  const colon = line.lastIndexOf(':');
  if (end < 0 || colon < end) return undefined;
  return { name: line.slice(0, end).trim().toUpperCase(), parameters: colon === end ? NONE : parametersOf(line.slice(end, colon)), value: line.slice(colon + 1).trim() };
}

/** A text value with its escapes undone, and no others than RFC 5545 has. `a\, b\nc` is `a, b`, a new line, `c`. */
export function textOf(value: string): string {
  return value.includes('\\') ? value.replace(/\\([\\;,nN])/g, (_, code: string) => (code === 'n' || code === 'N' ? '\n' : code)) : value;
}

/** A list of texts at its unescaped commas. */
export function textsOf(value: string): string[] {
  return (value.match(/(?:\\.|[^,\\])+/gs) ?? []).map((text) => textOf(text).trim()).filter((text) => text !== '');
}
