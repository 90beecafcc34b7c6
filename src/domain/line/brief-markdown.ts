// A hand-off brief as Markdown, to be pasted where people work. Text from records is shown, never interpreted.
import type { BriefPage } from './brief.ts';
import { dayWords } from './words.ts';

/** What Markdown would read as a mark is escaped, a line break becomes a space. */
function plain(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}

export function briefMarkdown({ title, sentence, sections, notClaimed, acknowledgement }: BriefPage): string {
  const parts = sections.map(({ heading, paragraphs, grade, asOf }, at) => [`## ${at + 1}. ${plain(heading)}`, ...paragraphs.map(plain), `_${grade}; as of ${dayWords(asOf, true)}._`].join('\n\n'));
  const foot = acknowledgement === undefined ? ['Taken over by: ______________________ on: ____________', 'In own words:'] : [`Taken over by ${plain(acknowledgement.by)} on ${dayWords(acknowledgement.on, true)}, in own words:`, `> ${plain(acknowledgement.backBrief)}`];
  return `${[`# ${plain(title)}`, `**${plain(sentence)}**`, ...parts, '---', ...foot, `Not claimed: ${notClaimed.map(plain).join('; ')}.`].join('\n\n')}\n`;
}
