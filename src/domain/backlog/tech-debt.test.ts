import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { defaultAuditSettings as settings } from './rule.ts';
import { debtQuadrant, techDebtFinding } from './tech-debt.ts';
import { labelName, saysUpkeep } from './wording-kind.ts';

const item = (title: string, over: Partial<Item> = {}): Item =>
  ({ key: 'SHOP-9', title, statusClass: 'open', labels: [], components: [], links: [], sprints: [], comments: [], ...over });

describe('technical debt', () => {
  it.each(['Refactor OrderService', 'Clean up the old importer', 'Remove the legacy parser', '[api] Replace hack in the router', 'Address TODO in session code'])('asks the engineers about: %s', (title) => {
    const finding = techDebtFinding(item(title), settings);
    expect(finding?.why).toContain('nobody has written why yet');
    expect(finding?.nextAction).toMatch(/^Ask the engineers/);
    expect(`${finding?.nextAction} ${finding?.why}`).not.toMatch(/\bclose\b/i);
  });

  it.each([
    ['Refactor OrderService', 'It costs us 6 hours every release.'], ['Clean up the importer', '12 tickets a month come from it.'],
    ['Refactor session code', 'CVE-2026-1234 needs it.'], ['Remove the legacy parser', 'The library is end-of-life in May.'], ['Legacy mode shows the wrong price', ''], ['Flaky login button', ''],
    ['Add a workaround page', ''], ['Refactorizar el servicio de la cuenta', ''],
  ])('says nothing of %s: %s', (title, body) => {
    expect(techDebtFinding(item(title, { body }), settings)).toBeUndefined();
  });

  it('goes by a label where there is one, and points at it', () => {
    const labels = ['area: cart', 'tech-debt'];
    const finding = techDebtFinding(item('Order totals', { labels }), settings);
    const span = finding!.spans[0]!;
    expect(labels.join(', ').slice(span.start, span.end)).toBe('tech-debt');
  });

  it('leaves bugs and security alone', () => {
    expect(techDebtFinding(item('Refactor login', { type: 'Bug' }), settings)).toBeUndefined();
    expect(techDebtFinding(item('Refactor login', { labels: ['security'] }), settings)).toBeUndefined();
  });

  it('places linked numbers in four quadrants, and only the last is a finding', () => {
    expect(debtQuadrant({ ticketsPerMonth: 12 })).toBe('users_feel_it');
    expect(debtQuadrant({ blockedBets: 1 })).toBe('team_feels_it');
    expect(debtQuadrant({ incidentUserMinutes: 90, teamHoursPerMonth: 4 })).toBe('both');
    expect(debtQuadrant({ ticketsPerMonth: 0 })).toBe('nobody_has_written_why_yet');
    expect(techDebtFinding(item('Refactor OrderService'), settings, { teamHoursPerMonth: 4 })).toBeUndefined();
  });

  it('never turns a silent item into a finding when a number is added', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.nat(99), (title, body, hours) => {
      const one = item(`Refactor ${title}`, { body });
      if (!techDebtFinding(one, settings)) expect(techDebtFinding(one, settings, { teamHoursPerMonth: hours })).toBeUndefined();
    }));
  });

  it('reads label prefixes away', () => {
    expect(['type: Feature Request', 'kind/feature-request', 'C-feature-request', '\u{1F680} feature request'].map(labelName)).toEqual(Array(4).fill('feature request'));
    expect(saysUpkeep({ type: 'Chore', labels: [] })).toBe(true);
  });
});
