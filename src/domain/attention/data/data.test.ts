import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CUES_AFTER_ERRORS, LATER_CUES } from '../classify/shipped-model.ts';
import { wordsOf } from '../classify/words.ts';
import { KINDS } from '../kinds.ts';
import { LEXICON } from './lexicon.ts';
import { cuesOf } from './phrase-table.ts';
import { trainingTitles } from './titles.ts';

const FROM = new URL('../../../../../shared/data/calendar-titles/', import.meta.url);
const rows = (name: string) => parse<Record<string, string>>(readFileSync(new URL(name, FROM), 'utf8'), { columns: true });

describe('data of the classifier', () => {
  it('has titles and phrases for every kind, each with words', () => {
    const cues = cuesOf([LEXICON, ...LATER_CUES, ...CUES_AFTER_ERRORS]);
    for (const { kind } of KINDS) {
      expect(trainingTitles().filter((row) => row.kind === kind).length, kind).toBeGreaterThanOrEqual(8);
      expect(cues.filter((cue) => cue.kind === kind).length, kind).toBeGreaterThanOrEqual(20);
    }
    for (const cue of cues) {
      expect(wordsOf(cue.phrase.replaceAll('*', '')).length, cue.phrase).toBeGreaterThan(0);
      expect(cue.phrase).not.toMatch(/[=@]/u);
    }
  });

  // skip: reads the published tables, which lie beside the repository
  it.skipIf(!existsSync(FROM))('is what the published tables say', () => {
    const lexicon = rows('lexicon.csv').map((row) => `${row.label} ${row.phrase} ${row.weight} ${row.requires}`).sort();
    expect(cuesOf([LEXICON]).map((cue) => `${cue.kind} ${cue.phrase} ${cue.weight} ${cue.audience}`).sort()).toEqual(lexicon);
    const train = rows('train.csv').map((row) => [row.label, row.title, row.external === 'yes', Number(row.n_attendees), Number(row.minutes), row.recurring === 'yes'].join(' ')).sort();
    expect(trainingTitles().map((row) => [row.kind, row.title, row.external, row.attendees, row.minutes, row.recurring].join(' ')).sort()).toEqual(train);
  });
});
