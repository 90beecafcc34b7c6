import { describe, expect, it } from 'vitest';
import { event, person } from './testing/events.ts';
import { companyOf, guessMe, ownedBy } from './whose.ts';

const meeting = (...emails: readonly string[]) => event('2026-10-05T09:00', 30, { attendees: emails.map((email) => person(email)) });

describe('whose calendar', () => {
  it('is the address it is named after, else the one in most events that name people', () => {
    const calendar = { source: 'a.ics', events: 3 };
    expect(guessMe([meeting('b@sample.example')], [{ ...calendar, name: 'Me@Sample.example ' }])).toBe('me@sample.example');
    expect(guessMe([meeting('me@sample.example', 'b@sample.example'), meeting('me@sample.example'), event('2026-10-05T09:00', 30, { attendees: [] })], [calendar])).toBe('me@sample.example');
  });

  it('is not guessed where two are as good, or nobody is in more than half', () => {
    expect(guessMe([meeting('a@sample.example', 'b@sample.example')], [])).toBeUndefined();
    expect(guessMe([meeting('a@sample.example'), meeting('b@sample.example'), meeting('c@sample.example')], [])).toBeUndefined();
    expect(guessMe([], [])).toBeUndefined();
  });

  it('is rather who is invited than who only invites', () => {
    const organiser = { email: 'boss@sample.example', self: false };
    expect(guessMe([1, 2, 3].map(() => ({ ...meeting('me@sample.example'), organiser })), [])).toBe('me@sample.example');
  });

  it('belongs to the address’s company, but a free-mail host is none', () => {
    expect([companyOf('me@Sample.example'), companyOf('me@gmail.com'), companyOf('nobody')]).toEqual(['sample.example', undefined, undefined]);
  });

  it('marks the person among attendees and organisers', () => {
    const [mine] = ownedBy([{ ...meeting('me@sample.example', 'b@sample.example'), organiser: { email: 'me@sample.example', self: false } }], ['ME@sample.example']);
    expect([mine!.organiser!.self, ...mine!.attendees.map(({ self }) => self)]).toEqual([true, true, false]);
  });
});
