import { describe, expect, it } from 'vitest';
import { addressError, broughtWords, domainError, feedError, listIn, namesIn, serverIn } from './calendar-words.ts';

describe('words of calendars', () => {
  it('says what a reading brought and leaves out what it did not', () => {
    expect(broughtWords({ added: 1, changed: 0, removed: 2 })).toBe('1 event new, 2 gone');
    expect(broughtWords({ added: 0, changed: 0, removed: 0 })).toBe('nothing new');
  });

  it('takes lists as people type them', () => {
    expect(listIn(' @Example.com, sample.org\nexample.com ')).toEqual(['example.com', 'sample.org']);
    expect(namesIn('Sample Person\n  sperson ;Sample Person')).toEqual(['Sample Person', 'sperson']);
    expect(serverIn('dav.example.com')).toBe('https://dav.example.com');
    expect(serverIn('http://127.0.0.1:5232')).toBe('http://127.0.0.1:5232');
  });

  it('says what is wrong with an address, a domain, a feed, and nothing of what is right', () => {
    expect(addressError('me@example.com, you')).toBe('“you” is no address, such as you@example.com.');
    expect(addressError('me@example.com')).toBeUndefined();
    expect(domainError('example')).toBe('“example” is no mail domain, such as example.com.');
    expect(domainError('example.com sample.co.uk')).toBeUndefined();
    expect(feedError('calendar.example.com/x.ics')).toBe('An address begins with https:// or webcal://.');
    expect(feedError('')).toBe('Paste the calendar’s secret address.');
    expect(feedError('webcal://calendar.example.com/x.ics')).toBeUndefined();
  });
});
