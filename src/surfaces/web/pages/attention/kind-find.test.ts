import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../../domain/attention/kinds.ts';
import { findKinds } from './kind-find.ts';

const first = (typed: string): string | undefined => findKinds(typed)[0]?.kind;

describe('finding a kind by a few letters', () => {
  it('finds it by the beginning of its name, of any of its words, or by letters in order', () => {
    expect([first('proj'), first('sales'), first('design part'), first('calls'), first('qa'), first('prjm')]).toEqual(['project_mgmt', 'sales', 'design_partner', 'customer_call', 'qa_testing', 'project_mgmt']);
  });

  it('finds it by what people say they do, and says so', () => {
    expect(findKinds('architecture')[0]).toMatchObject({ kind: 'tech_discussion', by: 'Architecture' });
    expect(first('coffee')).toBe('peer_connection');
  });

  it('finds every kind by its own name and offers all 45 while nothing is typed', () => {
    for (const { kind, name } of KINDS) expect(first(name), name).toBe(kind);
    expect(findKinds('')).toHaveLength(45);
    expect(findKinds('', ['ooo', 'admin']).slice(0, 2).map(({ kind }) => kind)).toEqual(['ooo', 'admin']);
  });

  it('finds nothing for what is nothing, and a group’s kinds by the group', () => {
    expect(findKinds('zzqx')).toEqual([]);
    expect(findKinds('growth').map(({ group }) => group)).toContain('growth');
  });
});
