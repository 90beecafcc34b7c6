// A readout as a page of terminal text: the sentence, the picture in characters, the numbers, the checks, what was read and what was not.
import type { ReadoutReport } from '../../../contract/readout-report.ts';
import { readoutText, type ReadoutText } from '../../report/readout-text.ts';
import type { Look } from '../audit/look.ts';
import { indented, padEnd, wrapped } from '../audit/wrap.ts';
import { tame } from '../style.ts';

export function terminalReadout(report: ReadoutReport, look: Look): string {
  const [opening = '', ...rest] = report.sentences;
  const text = readoutText(report, { width: look.width, ascii: look.ellipsis === '...' });
  const lines = [
    ...wrapped(tame(opening), Math.min(look.width, 88)).map(look.strong),
    ...rest.flatMap((sentence) => wrapped(tame(sentence), Math.min(look.width, 100))),
    ...text.pictures.flatMap(({ title, drawn }) => ['', look.strong(title), ...drawn.split('\n')]),
    ...section('The numbers', named(text.numbers, look), look),
    ...section('Checks', checkText(text.checks, look), look),
    ...section('What was read', named(text.read, look), look),
    ...section('Left out', text.unread.flatMap((line) => indented(tame(line), look.width, 2)), look),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, body: readonly string[], look: Look): string[] {
  return body.length === 0 ? [] : ['', look.strong(title), ...body];
}

function named(lines: ReadoutText['numbers'], look: Look): string[] {
  const name = Math.max(0, ...lines.map((line) => line.name.length)) + 2;
  return lines.flatMap((line) => wrapped(tame(line.text), Math.max(24, look.width - name - 2)).map((text, at) => `  ${at === 0 ? look.faint(padEnd(line.name, name)) : ' '.repeat(name)}${text}`));
}

/** Failed ones each, the others as a count: a page of ticks is not read. */
function checkText(lines: ReadoutText['checks'], look: Look): string[] {
  const failed = lines.filter(({ ok }) => !ok);
  const shown = failed.flatMap(({ name, text, refuses }) => indented(`${look.ring} Not so: ${name.toLowerCase()}${text === '' ? '' : ` (${text})`}${refuses ? '' : '; a warning'}`, look.width, 2));
  const passed = lines.length - failed.length;
  return lines.length === 0 ? [] : [...shown, `  ${passed} of ${lines.length} passed.`];
}
