// Which years a text refers to as its own time. A year in a history section, quote, log, link, date stamp or product name
// is context, not a plan; it is left out.
import type { Span } from './finding.ts';

const YEAR = /(?<![\p{L}\p{N}_#$€£.,:/\\-])(?:19[89]\d|20[0-4]\d)(?![\p{L}\p{N}_]|[-/.,:]\d|\s?(?:px|ms|MB|KB|GB|kg|items?|rows?|users?|lines?|files?|bytes?|records?|characters?|chars|errors?)\b)/gu;
const CONTEXT_BEFORE =
  /(?:\(c\)|©|\b(?:since|copyright|back in|as of|introduced in|added in|written in|created in|reported in|filed in|founded in|released in|started in|during|from|until|was in|were in|(?:visual )?studio|windows(?: server)?|sql server|server|office|exchange|sharepoint|excel|word|outlook|project|access|autocad|iso|rfc|ieee|ecma|ecmascript|es|edition|v|version|port|error|code|line|room))\s*$/i;
const HISTORY_HEADING = /^\s*(?:#{1,6}\s*|h[1-6]\.\s*|\*{1,2}|_{1,2})?(?:history|background|context|previously|prior art|changelog|change log|release notes|timeline|archive|original (?:report|request|description))\b[^.\n]{0,40}$/i;
const HEADING = /^\s*(?:#{1,6}\s|h[1-6]\.\s|\*{2}[^*]+\*{2}:?\s*$|\S[^.!?\n]{0,40}:\s*$)/;
const FENCE = /^\s*(?:```|~~~|\{(?:code|noformat|quote)(?::[^}]*)?\})/;
const QUOTE = /^\s*(?:>|bq\.|\|)/;
const ANY_YEAR = /(?:19[89]|20[0-4])\d/;

/** Each mention in reading order, `year` four digits. Example: `Redo the 2013 season page, Windows Server 2008` yields only 2013. */
export function yearsSpokenOf(text: string, field: 'title' | 'body'): { year: number; span: Span }[] {
  if (!ANY_YEAR.test(text)) return [];
  const found: { year: number; span: Span }[] = [];
  let at = 0;
  let fenced = false;
  let history = false;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (FENCE.test(line)) {
      const marks = line.match(/```|~~~|\{(?:code|noformat|quote)(?::[^}]*)?\}/g)?.length ?? 1;
      if (marks % 2 === 1) fenced = !fenced;
      continue;
    }
    if (fenced || QUOTE.test(line)) continue;
    if (HISTORY_HEADING.test(line)) history = true;
    else if (HEADING.test(line)) history = false;
    if (history || !ANY_YEAR.test(line)) continue;
    for (const match of line.matchAll(YEAR)) {
      if (CONTEXT_BEFORE.test(line.slice(Math.max(0, match.index - 40), match.index)) || inLink(line, match.index)) continue;
      found.push({ year: Number(match[0]), span: { field, start: start + match.index, end: start + match.index + 4 } });
    }
  }
  return found;
}

function inLink(line: string, index: number): boolean {
  const from = line.lastIndexOf(' ', index) + 1;
  const to = line.indexOf(' ', index);
  return line.slice(from, to < 0 ? undefined : to).includes('://');
}
