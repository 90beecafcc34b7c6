import { describe, expect, it } from 'vitest';
import { fittingFormats, formatIn } from './plan-export.ts';

const formats = (...kinds: string[]): string[] => fittingFormats(kinds).map(({ format }) => format);

describe('the files the plan can leave as', () => {
  it('offers only what the imported trackers take, and always a list', () => {
    expect(formats('jira-csv')).toEqual(['jira-csv', 'markdown']);
    expect(formats('github-backup', 'linear-json')).toEqual(['github-sh', 'linear-csv', 'markdown']);
    expect(formats('trello')).toEqual(['markdown']);
    expect(formats()).toEqual(['markdown']);
  });

  it('knows no other format', () => {
    expect([formatIn('github-sh'), formatIn('exe'), formatIn(undefined)]).toEqual(['github-sh', undefined, undefined]);
  });
});
