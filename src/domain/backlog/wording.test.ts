import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuedWordingOf, cuesIn, spansOf } from './wording-cues.ts';
import { LEXICON, singular } from './wording-lexicon.ts';
import { blankNoise, BODY_WINDOW, wordsOf } from './wording.ts';

const words = Object.values(LEXICON).flat();
const prose = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('. ', '\n', '`', '<!--', '{code}', '-')), { maxLength: 60 }).map((parts) => parts.join(' '));

describe('the words of a text', () => {
  it('keeps UTF-16 offsets beside emoji and letters that grow when lowered', () => {
    const text = '\u{1F680} \u0130stanbul add a button';
    const found = wordsOf('title', text);
    const at = found.lower.indexOf('button');
    expect(text.slice(found.starts[at], found.ends[at])).toBe('button');
  });

  it('reads a typographic apostrophe as a plain one', () => {
    expect(wordsOf('title', 'I can\u2019t').lower).toEqual(['i', "can't"]);
  });

  it('blanks code, links and template comments without moving anything', () => {
    const text = 'a `button` <!-- filter --> {code}table{code} https://x.test/page end';
    const blank = blankNoise(text);
    expect(blank).toHaveLength(text.length);
    expect(wordsOf('body', text).lower).toEqual(['a', 'end']);
    expect(blank.indexOf('end')).toBe(text.indexOf('end'));
  });

  it('looks at the first 600 characters of a body only', () => {
    const body = `${'x'.repeat(BODY_WINDOW)} scalability`;
    expect(cuedWordingOf({ title: 'a', body }).cues.some((cue) => cue.tag === 'scale')).toBe(false);
  });

  it('places every word on letters of the text, in order and without overlap', () => {
    fc.assert(fc.property(prose, (text) => {
      const found = wordsOf('body', text);
      let last = 0;
      for (let i = 0; i < found.lower.length; i++) {
        expect(found.starts[i]!).toBeGreaterThanOrEqual(last);
        expect(found.ends[i]!).toBeGreaterThan(found.starts[i]!);
        expect(found.ends[i]!).toBeLessThanOrEqual(text.length);
        last = found.ends[i]!;
      }
    }));
  });
});

describe('cues and spans', () => {
  it('prefers the longer phrase and never overlaps within a tag', () => {
    const cues = cuesIn(wordsOf('title', 'the system should must'));
    expect(cues.filter((cue) => cue.tag === 'must').map((cue) => cue.phrase)).toEqual(['the system should', 'must']);
    fc.assert(fc.property(prose, (text) => {
      const byTag = new Map<string, number>();
      for (const cue of cuesIn(wordsOf('body', text))) {
        expect(cue.start).toBeGreaterThanOrEqual(byTag.get(cue.tag) ?? 0);
        expect(cue.end).toBeLessThanOrEqual(text.length);
        byTag.set(cue.tag, cue.end);
      }
    }));
  });

  it('does not join words of two sentences into one cue', () => {
    expect(cuesIn(wordsOf('body', 'We clean. Up we go')).some((cue) => cue.tag === 'debt')).toBe(false);
  });

  it('joins spans that overlap and sorts them, title first', () => {
    expect(spansOf([{ field: 'body', start: 0, end: 4 }, { field: 'title', start: 5, end: 9 }, { field: 'title', start: 2, end: 6 }]))
      .toEqual([{ field: 'title', start: 2, end: 9 }, { field: 'body', start: 0, end: 4 }]);
  });

  it.each([
    ['Agregar un botón a la tabla de la página', false], ['Dashboard: Button und Filter für die Tabelle', false],
    ['ダッシュボードにフィルターを追加 button', false], ['Добавить filter на страницу', false],
    ['Lisää button ja filter, että se ei ole tab', false], ['Add export button', true], ['The filter on the page is slow', true],
  ])('tells English from other languages: %s', (title, english) => {
    expect(cuedWordingOf({ title }).english).toBe(english);
  });

  it('reads plural and split nouns as one noun', () => {
    expect(['buttons', 'checkboxes', 'drop down', 'micro services', 'caches', 'api'].map(singular)).toEqual(['button', 'checkbox', 'dropdown', 'microservice', 'cache', 'api']);
  });
});
