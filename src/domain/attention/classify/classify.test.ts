import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingTitles } from '../data/titles.ts';
import { kindNamed } from '../kinds.ts';
import { classify, type Knowledge } from './classify.ts';
import type { EventFacts } from './facts.ts';
import { learnFrom, type Confirmation } from './learn.ts';
import { trainModel } from './model.ts';
import { shippedModel } from './shipped-model.ts';

const nothing: Knowledge = {
  model: shippedModel(), memory: learnFrom([], []), rules: [], acquaintance: { relations: new Map(), engineeringManagers: new Set() },
};
const named = (title: string, more: Partial<EventFacts> = {}, knowledge: Partial<Knowledge> = {}) => classify({ title, ...more }, { ...nothing, ...knowledge });
const confirmation = (title: string, kind: Confirmation['kind'], at: number, more: Partial<EventFacts> = {}): Confirmation => ({ at, kind, facts: { title, series: `${title} ${at}`, ...more } });

describe('the kind of an event', () => {
  it('is what the owner confirmed for the series, before anything else', () => {
    const memory = learnFrom([{ at: 1, kind: 'learning', facts: { title: 'Sprint planning', series: 's1' } }], []);
    expect(named('Sprint planning', { series: 's1' }, { memory, rules: [{ kind: 'sales', words: 'sprint' }] })).toMatchObject({ kind: 'learning', layer: 'series', probability: 1 });
  });

  it('is what a rule of the owner says, before structure and model', () => {
    expect(named('Sprint planning', {}, { rules: [{ kind: 'sales', words: 'SPRINTS' }] })).toMatchObject({ kind: 'sales', layer: 'rule', group: 'glue' });
  });

  it('comes from who meets where that is enough', () => {
    const pair = { attendees: 2, external: false, recurring: true, others: ['ben@acme.example'] };
    expect(named('Ana / Ben', pair)).toMatchObject({ kind: 'one_on_one', layer: 'structure', because: 'names-only' });
    expect(named('Update', { attendees: 80, external: false })).toMatchObject({ kind: 'company', because: 'everybody' });
  });

  it('is guessed from the words in many languages, and the words are named', () => {
    const cases: [string, string][] = [
      ['Sprint planning', 'team_ceremony'], ['User interview #4', 'customer_research'], ['Bug bash', 'qa_testing'], ['Kundentermin Müller', 'customer_call'], ['Rétrospective', 'team_ceremony'],
      ['Entrevista con usuario', 'customer_research'], ['Собеседование: аналитик', 'recruiting'], ['経営会議', 'exec_alignment'], ['需求评审', 'backlog'], ['고객 미팅', 'customer_call'], ['Urlop', 'ooo'],
      ['اجتماع مع العميل', 'customer_call'], ['Öğle yemeği', 'ooo'], ['Tekninen velka', 'tech_discussion'],
    ];
    for (const [title, kind] of cases) {
      const guess = named(title);
      expect([guess.kind, guess.layer], title).toEqual([kind, 'model']);
      expect(guess.words.length, title).toBeGreaterThan(0);
    }
  });

  it('is left unsorted where no word is known, in any script', () => {
    for (const title of ['', '🎉🎉', 'ยินดีต้อนรับ', 'ສະບາຍດີ', 'გამარჯობა', 'Բարեւ ձեզ', 'dkfj skdjf', 'ᏣᎳᎩ']) {
      for (const more of [{}, { attendees: 2, external: false, recurring: true, minutes: 30 }, { attendees: 6, external: true, recurring: false, minutes: 60 }]) {
        expect(named(title, more), title).toMatchObject({ layer: 'unsorted', band: 'unsorted', words: [] });
      }
    }
  });

  it('does not depend on case, accents or the numbers in a title', () => {
    const titles = trainingTitles().map(({ title }) => title).filter((title) => !/\b(?:1.{0,4}1|101|121|360)\b|\bcopy of\b/iu.test(title));
    fc.assert(fc.property(fc.constantFrom(...titles), fc.integer({ min: 10, max: 99 }), (title, number) => {
      const guess = named(title);
      for (const other of [title.toUpperCase(), title.normalize('NFD'), title.replace(/\d+/gu, String(number))]) {
        if (other.toUpperCase() !== other && /[ßıİ]/u.test(title)) continue;
        expect({ ...named(other), words: [] }, other).toEqual({ ...guess, words: [] });
      }
    }), { numRuns: 150 });
  });

  it('never fails, names only words of the title, and gives probabilities that are some', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.option(fc.nat(100), { nil: undefined }), fc.option(fc.boolean(), { nil: undefined }), (title, attendees, external) => {
      const { words, top3, probability, kind, band } = named(title, { attendees, external });
      for (const word of words) expect(title.includes(word)).toBe(true);
      expect(top3).toHaveLength(3);
      for (const one of [probability, ...top3.map((guess) => guess.probability)]) expect(one >= 0 && one <= 1).toBe(true);
      expect(band === 'unsorted').toBe(kind === undefined);
    }), { numRuns: 300 });
  });

  it('is the same from a model trained again', () => {
    const data = { titles: trainingTitles().filter((_, i) => i % 4 === 0), cues: [] };
    const [one, two] = [trainModel(data), trainModel(data)];
    for (const { title } of trainingTitles().slice(0, 50)) expect(named(title, {}, { model: one })).toEqual(named(title, {}, { model: two }));
  });

  it('shows only the group where the kind is open and the group is not', () => {
    for (const { title } of trainingTitles()) {
      const { kind, group, probability } = named(title);
      expect(group === undefined || (kind === undefined ? probability >= 0.7 : kindNamed(kind).group === group), title).toBe(true);
    }
  });

  it('leans to what the people of an event were confirmed to do', () => {
    const others = ['kim@agency.example'];
    const taught = learnFrom(['Alpha', 'Beta', 'Gamma'].map((title, i) => confirmation(`${title} zorp`, 'marketing', i, { others })), ['acme.example']);
    const share = (memory: Knowledge['memory']) => named('Zyx', { others }, { memory }).top3.find(({ kind }) => kind === 'marketing')?.probability ?? 0;
    expect(share(taught)).toBeGreaterThan(share(nothing.memory) + 0.05);
  });

  it('passes over names of projects met under three kinds', () => {
    const memory = learnFrom([confirmation('Workshop', 'sales', 1), confirmation('Workshop', 'backlog', 2), confirmation('Workshop', 'content', 3)], []);
    expect(memory.entities).toEqual(new Set(['workshop']));
    expect(named('Workshop', {}, { memory })).toMatchObject({ layer: 'unsorted', words: [] });
    expect(named('Design workshop', {}, { memory })).toMatchObject({ kind: 'solution_design' });
  });
});
