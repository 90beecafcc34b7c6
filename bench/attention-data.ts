// Writes the classifier's lexicon and training titles as program data from the published CSVs: `npx tsx bench/attention-data.ts`. Measures nothing.
// The list of real names is for tests only and is not read here.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { KINDS } from '../src/domain/attention/kinds.ts';

const FROM = new URL('../../shared/data/calendar-titles/', import.meta.url);
const TO = new URL('../src/domain/attention/data/', import.meta.url);
const WIDTH = 170;

interface LexiconRow { readonly phrase: string; readonly label: string; readonly weight: string; readonly requires: 'any' | 'ext' | 'int' }
interface TitleRow { readonly title: string; readonly external: string; readonly n_attendees: string; readonly minutes: string; readonly recurring: string; readonly label: string }

const rows = <T>(name: string) => parse<T>(readFileSync(new URL(name, FROM), 'utf8'), { columns: true });
const literal = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

function wrapped(parts: readonly string[]): string {
  const lines = [''];
  for (const part of parts) {
    const last = lines.at(-1)!;
    if (last && last.length + part.length + 2 > WIDTH) lines.push(part);
    else lines[lines.length - 1] = last ? `${last}, ${part}` : part;
  }
  return lines.join(',\n    ');
}

function lexicon(): string {
  const all = rows<LexiconRow>('lexicon.csv');
  const kinds = KINDS.map(({ kind }) => {
    const phrases = all.filter((row) => row.label === kind).map((row) => `${row.phrase}=${row.weight}${row.requires === 'any' ? '' : `@${row.requires}`}`);
    return phrases.length ? `  ${kind}: \`${literal(wrapped(phrases))}\`,\n` : '';
  });
  return `// The lexicon: 751 phrases with the kind each speaks for. Written for this program; made by bench/attention-data.ts from its table.
// Written as \`phrase=weight@int|ext\`; phrase-table.ts reads it.
import type { CueText } from './phrase-table.ts';

export const LEXICON: CueText = {
${kinds.join('')}};
`;
}

function titles(name: string, from: number, to: number): string {
  const all = rows<TitleRow>('train.csv');
  const kinds = KINDS.slice(from, to).map(({ kind }) => {
    const lines = all.filter((row) => row.label === kind).map((row) =>
      literal(`${row.external === 'yes' ? 'x' : 'i'}${row.n_attendees} ${row.minutes}${row.recurring === 'yes' ? 'r' : ''} ${row.title}`));
    return `  ${kind}: \`\n${lines.join('\n')}\`,\n`;
  });
  return `// Training titles, part ${name}: written for this program, no real calendar; made by bench/attention-data.ts from their table.
// A line is audience (x with outsiders, i without) and number of people, minutes, r when it repeats, then the title; titles.ts reads it.
import type { TitleText } from './title-text.ts';

export const TITLES_${name}: TitleText = {
${kinds.join('')}};
`;
}

writeFileSync(new URL('lexicon.ts', TO), lexicon());
const PARTS = [0, 9, 18, 27, 36, 45];
for (let part = 0; part + 1 < PARTS.length; part++) writeFileSync(new URL(`titles-${part + 1}.ts`, TO), titles(String(part + 1), PARTS[part]!, PARTS[part + 1]!));
