import { describe, expect, it } from 'vitest';
import type { Kind } from '../kinds.ts';
import type { EventFacts } from './facts.ts';
import { structureOf, type Acquaintance } from './structure.ts';

const known: Acquaintance = { relations: new Map([['globex.example', 'customer'], ['paint.example', 'agency']]), engineeringManagers: new Set(['em@acme.example']) };
const says = (facts: Partial<EventFacts>, ...cues: Kind[]) => {
  const structure = structureOf({ title: '', ...facts }, known, new Set(cues));
  return structure.decided ? structure.kind : structure.leans.map(({ kind }) => kind);
};

describe('structure of an event', () => {
  it('takes two people and their names for a one-on-one only when they meet regularly and nobody is from outside', () => {
    const pair = { title: 'Ana <> Ben', attendees: 2, external: false, recurring: true };
    for (const title of ['Ana <> Ben', 'Ana Berg / Ben', 'Ana | Ben', 'Ana x Ben', 'Åsa & Øyvind']) expect(says({ ...pair, title }), title).toBe('one_on_one');
    expect(says({ ...pair, recurring: false })).toEqual([]);
    expect(says({ ...pair, external: true })).toEqual([]);
    expect(says({ ...pair, attendees: 3 })).toEqual([]);
    expect(says({ ...pair, title: 'Design / Sales' }, 'liaison')).toEqual([]);
    expect(says({ ...pair, title: 'ana / budget' })).toEqual([]);
  });

  it('reads incident numbers, the calendar’s own entry types and very large rounds', () => {
    expect(says({ description: 'see RUNBOOK' })).toBe('incident');
    expect(says({ title: 'Call INC-230' })).toBe('incident');
    expect(says({ eventType: 'out-of-office' })).toBe('ooo');
    expect(says({ eventType: 'focus', title: 'Write stories' }, 'backlog')).toBe('focus');
    expect(says({ attendees: 60, external: false })).toBe('company');
    expect(says({ attendees: 60, external: true })).toEqual([]);
  });

  it('takes somebody with a private address for an applicant only with a cue or an applicant link', () => {
    const guest = { others: ['lee@gmail.com'], attendees: 2, external: true };
    expect(says(guest)).toEqual([]);
    expect(says(guest, 'recruiting')).toBe('recruiting');
    expect(says({ ...guest, description: 'https://boards.greenhouse.io/x' })).toBe('recruiting');
  });

  it('takes a short single talk with an engineering manager about a concern for a people issue', () => {
    const talk = { others: ['em@acme.example'], attendees: 2, external: false, recurring: false, minutes: 30 };
    expect(says(talk, 'people_issue')).toBe('people_issue');
    expect(says({ ...talk, minutes: 60 }, 'people_issue')).toEqual([]);
    expect(says(talk)).toEqual([]);
  });

  it('leans by confirmed domains, analysts and teams that send', () => {
    expect(says({ others: ['kim@globex.example'] })).toEqual(['customer_call', 'customer_research', 'customer_support', 'sales', 'implementation', 'design_partner']);
    expect(says({ others: ['kim@paint.example', 'jo@gartner.com'] })).toEqual(['marketing', 'market_analysis']);
    expect(says({ organiser: 'cs-team@acme.example' })).toEqual(['liaison']);
    expect(says({ conferenceHost: 'meet.globex.example' })).toEqual(['customer_call']);
    expect(says({ attendees: 1, title: 'Zyx' })).toEqual(['focus']);
  });
});
