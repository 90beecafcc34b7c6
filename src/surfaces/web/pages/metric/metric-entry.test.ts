import { describe, expect, it } from 'vitest';
import { fromOf, headerIn, mayCount, nameFrom, rulesFor, unitOf, withRule } from './metric-entry.ts';

describe('values on their way in', () => {
  it('become the question with the rules that were chosen', () => {
    expect(fromOf({ kind: 'text', text: '1\n2' }, { start: '2026-11-01' })).toEqual({ text: '1\n2', start: '2026-11-01' });
    expect(fromOf({ kind: 'file', name: 'a.csv', bytes: 9, upload: 'upl_1', header: [], percent: false }, {})).toEqual({ file: { upload: 'upl_1' } });
  });

  it('lose a rule that is set to nothing', () => {
    expect(withRule(withRule({ date: 'day' }, 'order', 'day-first'), 'date', '')).toEqual({ order: 'day-first' });
  });
});

describe('the way values are read', () => {
  const text = (words: string) => ({ id: 1, given: { kind: 'text' as const, text: words } });
  it('holds while the columns stay, and is forgotten with other columns', () => {
    const rules = { start: '2026-11-01' };
    expect(rulesFor(text('12\n13\n14'), text('12\n13'), rules)).toBe(rules);
    expect(rulesFor(text('day,share\n2026-11-01,3'), text('12\n13'), rules)).toEqual({});
    expect([rulesFor(undefined, text('1'), rules), rulesFor(text('1'), undefined, rules)]).toEqual([{}, {}]);
  });
});

describe('the columns of a table that could not be read', () => {
  it('are the cells of its first line, by whichever sign parts most of them', () => {
    expect(headerIn('\n"day";"visits, all"\n1.1.2026;3\n')).toEqual(['day', 'visits, all']);
    expect(headerIn('day\tvisits\tout of\n')).toEqual(['day', 'visits', 'out of']);
  });

  it('are none for a single column, for JSON and for what is no text', () => {
    expect(['1\n2\n3', '[{"a":1,"b":2}]', 'PK\u0000a,b', ''].map(headerIn)).toEqual([[], [], [], []]);
  });
});

describe('the name of a metric', () => {
  it('comes from its column, else from its file, else from nobody', () => {
    expect(nameFrom('daily_active-users', 'export.csv')).toBe('Daily active users');
    expect(nameFrom('y', 'example_retail_sales.csv')).toBe('Example retail sales');
    expect(nameFrom('value', undefined)).toBe('');
    expect(nameFrom('12.5', 'x.csv')).toBe('');
  });

  it('has the unit its values carry', () => {
    expect(['day,share\n2026-11-01,31 %', 'day,share\n2026-11-01,31'].map((words) => unitOf({ id: 1, given: { kind: 'text', text: words } }))).toEqual(['%', '']);
  });

  it('may count events when its values are whole numbers from zero on', () => {
    expect([mayCount([1, null, 0]), mayCount([1.5]), mayCount([-1]), mayCount([null])]).toEqual([true, false, false, false]);
  });
});
