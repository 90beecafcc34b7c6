import { describe, expect, it } from 'vitest';
import { connectInput, noSource, sourceErrors } from './source-text.ts';

describe('a source as it is typed', () => {
  it('needs an address, or a connection with one statement that reads', () => {
    expect(sourceErrors(noSource('url'))).toEqual({ address: 'An address begins with https:// or http://.' });
    expect(sourceErrors({ ...noSource('url'), address: ' https://sample.test/visits.csv ' })).toEqual({});
    expect(Object.keys(sourceErrors({ ...noSource('sql'), statement: 'delete from orders' }))).toEqual(['connection', 'statement']);
    expect(sourceErrors({ ...noSource('sql'), connection: 'postgres://reader@sample.test/shop', statement: 'with a as (select 1) select * from a' })).toEqual({});
  });

  it('becomes a question with its secret header, its schedule and the columns that were named', () => {
    expect(connectInput('M-1', { ...noSource('url'), address: ' https://sample.test/visits.csv', header: 'Authorization', secret: 'Bearer x', value: ' visits ' })).toEqual({
      metric: 'M-1', schedule: 'daily', url: { address: 'https://sample.test/visits.csv', headers: { Authorization: 'Bearer x' } }, value: 'visits',
    });
    expect(connectInput('M-1', { ...noSource('sql'), connection: 'postgres://a', statement: ' select 1 ', schedule: 'none' })).toEqual({ metric: 'M-1', schedule: 'none', sql: { connection: 'postgres://a', statement: 'select 1' } });
  });
});
