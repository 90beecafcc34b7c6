// A look at calendars as a page of terminal text: the sentence, a bar for each week, kinds with their uncertainty, signals, what was not read.
import type { AttentionReport } from '../../../contract/attention-report.ts';
import { contextLines, hours, kindLines, leftOutLine, minutesOfShare, SHARES, shortDay, stripOf, unreadLines, type ShownWeek } from '../../report/attention-story.ts';
import type { Look } from '../audit/look.ts';
import { indented, padEnd, padStart, wrapped } from '../audit/wrap.ts';
import { tame } from '../style.ts';

export function terminalAttention(report: AttentionReport, look: Look): string {
  const [opening = '', ...rest] = report.sentences;
  const left = leftOutLine(report);
  const lines = [
    ...wrapped(tame(opening), Math.min(look.width, 88)).map(look.strong),
    ...rest.flatMap((sentence) => wrapped(tame(sentence), Math.min(look.width, 100))),
    ...section('Weeks, in hours', weekBars(report, look), look),
    ...section('Kinds of work', kindTable(report, look), look),
    ...section('Signals, each by itself', report.signals.flatMap(({ says }) => indented(tame(says), look.width, 2)), look),
    ...section('For context, never a target', contextLines(report).flatMap((line) => indented(line, look.width, 2)), look),
    ...section('Not counted', left === undefined ? [] : indented(left, look.width, 2), look),
    ...section('Not read', unreadLines(report).flatMap((line) => indented(tame(line), look.width, 2)), look),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, body: readonly string[], look: Look): string[] {
  return body.length === 0 ? [] : ['', look.strong(title), ...body];
}

const total = (week: ShownWeek): number => week.accountedMinutes + week.unaccountedMinutes;

/** One bar a week, all on the scale of the longest. */
function weekBars(report: AttentionReport, look: Look): string[] {
  const weeks = stripOf(report);
  const longest = Math.max(...weeks.map(total));
  if (!(longest > 0)) return [];
  const plain = look.ellipsis === '...';
  const room = Math.max(20, Math.min(60, look.width - 26));
  const rows = weeks.map((week) => {
    const name = padStart(shortDay(week.from), 6);
    const bar = padEnd(barOf(week, room / longest, plain), room);
    return `  ${look.faint(name)}  ${bar}  ${hours(week.accountedMinutes)}/${hours(week.capacityMinutes)}${week.whole ? '' : ' part'}`;
  });
  const used = SHARES.filter(({ share }) => weeks.some((week) => minutesOfShare(week, share) > 0));
  return [...rows, ...indented(used.map(({ name, sign, plain: letter }) => `${plain ? letter : sign}\u00a0${name.replaceAll(' ', '\u00a0')}`).join('  '), look.width, 10).map((line) => look.faint(line.replaceAll('\u00a0', ' ')))];
}

/** Cells by the rounded ends of each stretch, so that a bar is as long as its week. */
function barOf(week: ShownWeek, scale: number, plain: boolean): string {
  let minutes = 0;
  let cells = 0;
  return SHARES.map(({ share, sign, plain: letter }) => {
    minutes += minutesOfShare(week, share);
    const until = Math.round(minutes * scale);
    const drawn = (plain ? letter : sign).repeat(Math.max(0, until - cells));
    cells = Math.max(cells, until);
    return drawn;
  }).join('');
}

function kindTable(report: AttentionReport, look: Look): string[] {
  const rows = kindLines(report);
  if (rows.length === 0) return [];
  const name = Math.max(...rows.map((row) => row.name.length)) + 2;
  const head = `  ${padEnd('', name)}${padStart('hours', 6)}  ${padStart('between', 14)}  ${padStart('share', 6)}  known by`;
  return [look.faint(head), ...rows.map((row) => `  ${padEnd(row.name, name)}${padStart(row.hours, 6)}  ${padStart(row.between, 14)}  ${padStart(row.share, 6)}  ${look.faint(row.grade)}`)];
}
