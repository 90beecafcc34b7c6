// A readout as a page of terminal text: the sentence, the picture in characters, the numbers, the checks, what was read and what was not.
import type { ReadoutReport } from '../../../contract/readout-report.ts';
import { counterfactualOf, effectOverTimeOf, eventRows, experimentOf, syntheticOf, differenceMeasure } from '../../report/readout-pictures.ts';
import { checkLines, numberLines, readLines, unreadLines, type Line } from '../../report/readout-story.ts';
import { intervalLines } from '../../report/text-charts/interval-text.ts';
import { experimentText } from '../../report/text-charts/outcome-text.ts';
import { counterfactualText, effectOverTimeText } from '../../report/text-charts/series-text.ts';
import { finished } from '../../report/text-charts/text-columns.ts';
import type { Look } from '../audit/look.ts';
import { indented, padEnd, wrapped } from '../audit/wrap.ts';
import { tame } from '../style.ts';

export function terminalReadout(report: ReadoutReport, look: Look): string {
  const [opening = '', ...rest] = report.sentences;
  const failed = checkLines(report).filter(({ ok }) => !ok);
  const unread = unreadLines(report);
  const lines = [
    ...wrapped(tame(opening), Math.min(look.width, 88)).map(look.strong),
    ...rest.flatMap((sentence) => wrapped(tame(sentence), Math.min(look.width, 100))),
    ...pictures(report, look).flatMap(({ title, text }) => ['', look.strong(title), ...text.split('\n')]),
    ...section('The numbers', named(numberLines(report), look), look),
    ...section('Checks', checkText(report, failed.length, look), look),
    ...section('What was read', named(readLines(report), look), look),
    ...section('Left out', unread.flatMap((line) => indented(tame(line), look.width, 2)), look),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, body: readonly string[], look: Look): string[] {
  return body.length === 0 ? [] : ['', look.strong(title), ...body];
}

function named(lines: readonly Line[], look: Look): string[] {
  const name = Math.max(0, ...lines.map((line) => line.name.length)) + 2;
  return lines.flatMap((line) => wrapped(tame(line.text), Math.max(24, look.width - name - 2)).map((text, at) => `  ${at === 0 ? look.faint(padEnd(line.name, name)) : ' '.repeat(name)}${text}`));
}

/** Failed ones each, the others as a count: a page of ticks is not read. */
function checkText(report: ReadoutReport, failed: number, look: Look): string[] {
  const lines = checkLines(report);
  const shown = lines.filter(({ ok }) => !ok).flatMap(({ name, text, refuses }) => indented(`${look.ring} Not so: ${name.toLowerCase()}${text === '' ? '' : ` (${text})`}${refuses ? '' : '; a warning'}`, look.width, 2));
  const passed = lines.length - failed;
  return lines.length === 0 ? [] : [...shown, `  ${passed} of ${lines.length} passed.`];
}

function pictures(report: ReadoutReport, look: Look): { readonly title: string; readonly text: string }[] {
  const { picture } = report;
  const size = { width: look.width, ascii: look.ellipsis === '...' };
  const shown: { title: string; text: string }[] = [];
  if (picture?.case === 'before-after') {
    shown.push({ title: report.effect.absolute === null ? 'What was measured' : 'What happened, and what was expected without the ship', text: counterfactualText(counterfactualOf(report, picture), size) });
    const growing = effectOverTimeOf(report, picture);
    if (growing !== undefined) shown.push({ title: 'The mean effect as the window grew', text: effectOverTimeText(growing, size) });
  }
  if (picture?.case === 'experiment') shown.push({ title: 'The arms', text: experimentText(experimentOf(report, picture), size) });
  if (picture?.case === 'panel') {
    const beside = syntheticOf(report, picture);
    const rows = eventRows(picture);
    const measure = differenceMeasure(picture.measure);
    if (beside !== undefined) shown.push({ title: 'The unit with the change, and its mix of the others', text: counterfactualText(beside, size) });
    if (rows.length > 0) {
      const values = [0, ...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])];
      const drawn = intervalLines({ measure, signed: true, values, rows: rows.map((row) => ({ name: row.name, words: '', mark: row.low === null && row.high === null ? { ...row, low: row.value, high: row.value } : row })) }, size);
      shown.push({ title: 'The effect by periods since the change', text: finished(drawn, size) });
    }
  }
  return shown.filter(({ text }) => text !== '');
}
