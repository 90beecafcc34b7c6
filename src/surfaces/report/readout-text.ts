// A readout for a terminal: its pictures drawn in characters beside its numbers, checks, and what was read. Knows no colour and no margin.
import type { ReadoutReport } from '../../contract/readout-report.ts';
import { BY_PERIODS, BY_WEEKS, counterfactualOf, differenceMeasure, effectOverTimeOf, eventRows, experimentOf, syntheticOf, weekRowsOf, type EventRow } from '../web/charts/outcome/readout-pictures.ts';
import type { Measure } from '../web/charts/outcome/measure.ts';
import { checkLines, numberLines, readLines, unreadLines, type CheckLine, type Line } from '../web/charts/outcome/readout-story.ts';
import { intervalLines } from './text-charts/interval-text.ts';
import { experimentText } from './text-charts/outcome-text.ts';
import { counterfactualText, effectOverTimeText } from './text-charts/series-text.ts';
import { finished, type TextSize } from './text-charts/text-columns.ts';

export interface ReadoutText {
  readonly numbers: readonly Line[];
  readonly checks: readonly CheckLine[];
  readonly read: readonly Line[];
  readonly unread: readonly string[];
  /** Those that can be drawn, each under its title. */
  readonly pictures: readonly { readonly title: string; readonly drawn: string }[];
}

export function readoutText(report: ReadoutReport, size: TextSize): ReadoutText {
  return { numbers: numberLines(report), checks: checkLines(report), read: readLines(report), unread: unreadLines(report), pictures: picturesOf(report, size) };
}

function picturesOf(report: ReadoutReport, size: TextSize): ReadoutText['pictures'] {
  const { picture } = report;
  const shown: { title: string; drawn: string }[] = [];
  if (picture?.case === 'before-after') {
    shown.push({ title: report.effect.absolute === null ? 'What was measured' : 'What happened, and what was expected without the ship', drawn: counterfactualText(counterfactualOf(report, picture), size) });
    const growing = effectOverTimeOf(report, picture);
    if (growing !== undefined) shown.push({ title: 'The mean effect as the window grew', drawn: effectOverTimeText(growing, size) });
  }
  if (picture?.case === 'experiment') shown.push({ title: 'The arms', drawn: experimentText(experimentOf(report, picture), size) });
  const weeks = weekRowsOf(report);
  if (weeks !== undefined) shown.push({ title: BY_WEEKS, drawn: rowsText(weeks.rows, weeks.measure, size) });
  if (picture?.case === 'panel') {
    const beside = syntheticOf(report, picture);
    const rows = eventRows(picture);
    const measure = differenceMeasure(picture.measure);
    if (beside !== undefined) shown.push({ title: 'The unit with the change, and its mix of the others', drawn: counterfactualText(beside, size) });
    if (rows.length > 0) shown.push({ title: BY_PERIODS, drawn: rowsText(rows, measure, size) });
  }
  return shown.filter(({ drawn }) => drawn !== '');
}

function rowsText(rows: readonly EventRow[], measure: Measure, size: TextSize): string {
  const values = [0, ...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])];
  return finished(intervalLines({ measure, signed: true, values, rows: rows.map((row) => ({ name: row.name, words: '', mark: row.low === null && row.high === null ? { ...row, low: row.value, high: row.value } : row })) }, size), size);
}
