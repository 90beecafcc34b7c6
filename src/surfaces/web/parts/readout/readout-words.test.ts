import { describe, expect, it } from 'vitest';
import { cannotTell, findingOf, firstSentence, restOf, settledBy, spoken, standingOf, verdictMeaning, verdictWord, type Readout } from './readout-words.ts';

type Report = Readout['report'];
const ships: Readout['otherShips'] = [{ on: '2026-10-11', title: 'Reminder e-mail', inWindow: true }];
const report = (verdict: Partial<Report['verdict']>, sentences: string[]): Report => ({ verdict: { status: 'won', sub: null, reason: null, ...verdict }, sentences } as unknown as Report);
const won = report({ sub: 'met' }, ['It worked: +8.3%, between +7.4% and +9.2%; the whole interval is past your bar of +3%.', 'Nothing here was randomised. Anything else that changed on 2026-08-02 is inside this number.']);

describe('a sentence of the engine on a page', () => {
  it('names other ships and writes days in words', () => {
    expect(spoken('Something else, on 2026-10-11, shipped in the same window. This is the effect of both.', ships)).toBe('“Reminder e-mail”, on 11 October 2026, shipped in the same window. This is the effect of both.');
  });

  it('has a true minus, and keeps a hyphen inside a word', () => {
    expect(spoken('It did harm: -5.9%, between -7.1% and -4.7%, for B-4.', [])).toBe('It did harm: −5.9%, between −7.1% and −4.7%, for B-4.');
  });

  it('gives no advice on a terminal’s flags', () => {
    expect(spoken('How many days the test ran is not in the file; it should be whole weeks. Name the column of days with --date.', [])).toBe('How many days the test ran is not in the file; it should be whole weeks.');
  });

  it('ends at its first full stop and not at a decimal point', () => {
    expect(firstSentence('Off by 2.1% at most. More follows.')).toBe('Off by 2.1% at most.');
  });
});

describe('the finding', () => {
  it('is the verdict’s own sentence where the review decides', () => {
    expect(findingOf({ word: undefined, report: won, otherShips: [] })).toBe('It worked: +8.3%, between +7.4% and +9.2%; the whole interval is past your bar of +3%.');
  });

  it('never says won before the deciding review', () => {
    expect(findingOf({ word: 'on-track', report: won, otherShips: [] })).toBe('On track: +8.3%, between +7.4% and +9.2%.');
    expect(verdictWord({ word: 'on-track', report: won, atAPrice: false })).toBe('On track');
    expect(standingOf({ word: 'on-track', report: won })).toBe('running');
  });

  it('puts the verdict before a reason that does not carry it', () => {
    const shared = report({ status: 'refused', reason: 'two-bets-share-this-window' }, ['Something else, on 2026-10-11, shipped in the same window. This is the effect of both.']);
    expect(findingOf({ word: undefined, report: shared, otherShips: ships })).toBe('Cannot tell: “Reminder e-mail”, on 11 October 2026, shipped in the same window.');
    const broken = report({ status: 'refused', reason: 'sample-ratio-mismatch' }, ['The split itself is broken; the difference may be an artefact. No effect is shown.']);
    expect(findingOf({ word: undefined, report: broken, otherShips: [] })).toBe('Cannot tell: the split itself is broken; the difference may be an artefact.');
  });

  it('says that a win at a price does not count', () => {
    expect(verdictWord({ word: undefined, report: won, atAPrice: true })).toBe('Won, at a price');
    expect(verdictMeaning({ word: undefined, atAPrice: true, decides: true })).toContain('does not count as won');
  });
});

describe('a review that does not decide', () => {
  it('says so, unless the bet’s own kill criterion ended it there', () => {
    const early = { word: 'off-track' as const, atAPrice: false, decides: false };
    expect(verdictMeaning(early)).toBe('This review does not decide; the sealed one does.');
    expect(verdictMeaning({ ...early, kill: { state: 'tripped', sentence: '' } })).toContain('by your own rule the bet ends here');
  });
});

describe('what cannot be told', () => {
  const short = report({ status: 'refused', reason: 'no-placebo-history' }, ['Cannot tell at 30 days: the history is too short. A shorter window, a control series or a holdout would do.']);

  it('says what would settle it, once', () => {
    expect(cannotTell(short)).toBe(true);
    expect(settledBy(short)).toBe('a shorter window, a control series or a holdout');
    expect(restOf({ report: short, otherShips: [] })).toEqual([]);
  });

  it('takes the weeks from the engine’s sentence where more of the same would do', () => {
    expect(settledBy(report({ status: 'inconclusive', sub: 'direction-unknown' }, ['Cannot tell.', 'About 5 more weeks of the same would decide it.']))).toBe('about 5 more weeks of the same');
    expect(settledBy(report({ status: 'inconclusive' }, ['Cannot tell.', 'More time would never make this decisive with this method; a test, a control or a staggered rollout could.']))).toContain('more time would not');
  });

  it('claims nothing where nothing is known to settle it', () => {
    expect(settledBy(report({ status: 'inconclusive' }, ['Cannot tell.']))).toBeUndefined();
    expect(cannotTell(won)).toBe(false);
  });
});
