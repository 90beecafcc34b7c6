import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { carriesProblem, requirementFinding, requirementScores } from './requirement.ts';
import { defaultAuditSettings as settings } from './rule.ts';
import { LEXICON } from './wording-lexicon.ts';
import { storyIn, storyLints } from './wording-story.ts';

function story(title: string, over: Partial<Item> = {}): Item {
  return { key: 'RET-1', title, type: 'Story', statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over };
}
const github = (title: string, labels: string[] = [], body?: string): Item => {
  const { type: _, ...rest } = story(title, { labels, ...(body === undefined ? {} : { body }) });
  return rest;
};

describe('requirement wording', () => {
  it('flags the worked example of the formula page: 4 solution points, no problem', () => {
    const item = story('Add an export button to the dashboard');
    expect(requirementScores(item, settings)).toMatchObject({ solution: 4, problem: 0 });
    const finding = requirementFinding(item, settings);
    expect(finding?.why).toContain('Names a solution; no problem yet.');
    expect(finding?.spans.map((span) => item.title.slice(span.start, span.end))).toEqual(['Add', 'button', 'dashboard']);
    expect(finding?.suppressionKey).toBe('requirement:RET-1:add+button+dashboard');
  });

  it.each([
    ['As a returns manager, I want a filter on the returns page so that I stop retyping 40 order numbers a day', undefined],
    ['As a user, I want to add a column to the table', 'no problem yet'],
    ['Support Windows Mobile', 'Needs a why'],
    ['Add a filter, because it is 2026', 'no problem yet'],
    ['Nurses lose 38 minutes per shift finding the right form', undefined],
    ['Add a toggle: customers in trials cannot find the price', undefined],
    ['Checkout: the system should show a banner and an icon', 'no problem yet'],
    ['Build fails on Windows', undefined],
    ['The page is slow', undefined],
  ])('%s', (title, expected) => {
    const why = requirementFinding(story(title), settings)?.why;
    if (expected === undefined) expect(why).toBeUndefined();
    else expect(why).toContain(expected);
  });

  it('stays silent on bugs, chores, spikes and tests, whatever they say', () => {
    for (const type of ['Bug', 'Chore', 'Spike', 'Test', 'Task', 'Epic']) {
      expect(requirementFinding(story('Add a button to the dashboard page', { type }), settings)).toBeUndefined();
    }
    expect(requirementFinding(story('Add a button to the dashboard', { labels: ['bug'] }), settings)).toBeUndefined();
  });

  it('judges by labels where the source has no types', () => {
    expect(requirementFinding(github('Support Windows Mobile', ['C-enhancement']), settings)).toBeDefined();
    expect(requirementFinding(github('Support Windows Mobile', ['type: Feature Request']), settings)).toBeDefined();
    expect(requirementFinding(github('Add a dropdown to the page', ['C-bug', 'enhancement']), settings)).toBeUndefined();
    expect(requirementFinding(github('Add a dropdown to the page', ['documentation']), settings)).toBeUndefined();
  });

  it('takes an unlabelled item only when its wording asks for a feature', () => {
    expect(requirementFinding(github('Support Windows Mobile'), settings)).toBeUndefined();
    expect(requirementFinding(github('As a user I want to add a button to the page'), settings)).toBeDefined();
    expect(requirementFinding(github('Add a dropdown to the page'), settings)).toBeDefined();
    expect(requirementFinding(github('Filter tab on the page crashes'), settings)).toBeUndefined();
    expect(requirementFinding(github('Feature request: a toolbar', [], 'The page must have a toggle, a tab and an icon.'), settings)).toBeDefined();
  });

  it('stays silent when the parent carries the problem or evidence is linked', () => {
    const item = story('Add an export button to the dashboard');
    expect(requirementFinding(item, settings, { parentCarriesProblem: true })).toBeUndefined();
    expect(requirementFinding(item, settings, { hasEvidence: true })).toBeUndefined();
    expect(carriesProblem(story('Returns take staff 12 minutes per order'))).toBe(true);
    expect(carriesProblem(item)).toBe(false);
  });

  it('leaves allowed nouns alone and remembers a dispute until the cue changes', () => {
    const item = story('Show the table tab');
    expect(requirementFinding(item, settings)).toBeDefined();
    expect(requirementScores(item, { allowedNouns: ['Tables', 'tab'] }).solution).toBe(2);
    const key = requirementFinding(item, settings)!.suppressionKey;
    const silenced = { ...settings, suppressed: new Set([key]) };
    expect(requirementFinding(item, silenced)).toBeUndefined();
    expect(requirementFinding(story('Show the table tab and a popup'), silenced)).toBeDefined();
  });

  it('reads code, links and other languages as nothing', () => {
    expect(requirementFinding(story('Pass `button` to Ti.UI.Button and page_id'), settings)).toBeUndefined();
    expect(requirementFinding(story('Agregar botón de filter en la tab de la página dashboard'), settings)).toBeUndefined();
    expect(requirementFinding(story('Dashboard Button Filter Tab für die Widgets'), settings)).toBeUndefined();
  });

  it('finishes on texts made to make a pattern backtrack', () => {
    for (const nasty of ['As a '.repeat(5_000), 'I want '.repeat(5_000), '"'.repeat(50_000), '1,'.repeat(50_000), '<!--'.repeat(20_000), '{code'.repeat(20_000), ' '.repeat(100_000), 'so that '.repeat(9_000), '[a]: '.repeat(9_000), '1 000 '.repeat(9_000)]) {
      expect(() => requirementFinding(story(nasty, { body: nasty }), settings)).not.toThrow();
    }
  });

  const anyWords = fc.array(fc.oneof(fc.constantFrom(...LEXICON.build, ...LEXICON.ui, ...LEXICON.tech, ...LEXICON.english, ...LEXICON.struggle), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }).map((list) => list.join(' '));

  it('never gains a finding or a point from an allowed noun', () => {
    fc.assert(fc.property(anyWords, anyWords, fc.subarray([...LEXICON.ui, ...LEXICON.tech]), (title, body, allowedNouns) => {
      const item = story(title, { body });
      const before = requirementFinding(item, settings);
      const after = requirementFinding(item, { ...settings, allowedNouns });
      if (!before) expect(after).toBeUndefined();
      expect(requirementScores(item, { allowedNouns }).solution).toBeLessThanOrEqual(requirementScores(item, settings).solution);
    }));
  });

  it('keeps every span inside its field, sorted and apart', () => {
    fc.assert(fc.property(anyWords, anyWords, (title, body) => {
      const item = story(title, { body });
      const spans = requirementFinding(item, settings)?.spans ?? [];
      spans.forEach((span, i) => {
        const field = span.field === 'title' ? title : body;
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(field.length);
        const before = spans[i - 1];
        if (before && before.field === span.field) expect(before.end).toBeLessThanOrEqual(span.start);
      });
    }));
  });
});

describe('a user story', () => {
  it('is read as role, means and ends, also over several lines', () => {
    expect(storyIn('As a returns manager, I want to see open returns so that nothing waits')).toMatchObject({ role: 'returns manager', means: 'see open returns', ends: 'nothing waits' });
    expect(storyIn('**As a** clerk\n**I want** to print\n**so that** I can go home')).toMatchObject({ role: 'clerk', ends: 'I can go home' });
    expect(storyIn('Reads as a list. I can wait')).toBeUndefined();
  });

  it.each([
    ['As a user I want to see orders', ['no_ends']],
    ['As a user I want to see my orders so that I can see my orders', ['ends_repeat_means']],
    ['As a product owner I want reports so that we plan', ['role_is_builder']],
    ['As a clerk I want to see and print orders so that shelves are full', ['two_means']],
    ['As a clerk I want orders (all of them) so that shelves are full', ['more_than_the_story']],
  ])('%s: %j', (text, lints) => {
    expect(storyLints(storyIn(text)!, text)).toEqual(lints);
  });
});
