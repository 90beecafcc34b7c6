import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, chainFaults, sealText, type KeptSeal } from './seal.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function chain(contents: readonly unknown[]): KeptSeal[] {
  let previous: string | null = null;
  return contents.map((content, at) => {
    const payload = sealText({ position: at + 1, kind: 'placement', bet: 'bet_1', key: 'B-1', sealedAt: '2026-06-03T14:07:00.000Z', previous, content });
    previous = sha256(payload);
    return { position: at + 1, payload, sha256: previous };
  });
}

describe('canonical JSON', () => {
  it('sorts keys, keeps shortest numbers and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [0.1, null, 'ü"'], c: undefined })).toBe('{"a":[0.1,null,"ü\\""],"b":1}');
  });

  it('is the same whatever the order of keys, and reads back as the same value', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }));
  });

  it('refuses numbers that cannot be read back', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});

describe('a chain of seals', () => {
  it('is whole as it was made', () => {
    expect(chainFaults(chain([{ claim: 'a' }, { claim: 'b' }, { claim: 'c' }]), sha256)).toEqual([]);
  });

  it('shows a changed seal, a taken one, swapped ones and one that was hashed anew', () => {
    const seals = chain([{ claim: 'a' }, { claim: 'b' }, { claim: 'c' }]);
    const changed = { ...seals[1]!, payload: seals[1]!.payload.replace('"b"', '"B"') };
    expect(chainFaults([seals[0]!, changed, seals[2]!], sha256)).toEqual([{ position: 2, what: 'changed' }]);
    expect(chainFaults([seals[0]!, { ...changed, sha256: sha256(changed.payload) }, seals[2]!], sha256)).toEqual([{ position: 3, what: 'broken_link' }]);
    expect(chainFaults([seals[0]!, seals[2]!], sha256).map(({ what }) => what)).toEqual(['out_of_order', 'broken_link']);
    expect(chainFaults([seals[1]!, seals[0]!, seals[2]!], sha256).length).toBeGreaterThan(0);
    expect(chainFaults([{ position: 1, payload: 'no json', sha256: sha256('no json') }], sha256)).toEqual([{ position: 1, what: 'unreadable' }]);
  });

  it('shows a seal that is kept under another bet, kind or time than it says', () => {
    const beside = { kind: 'placement' as const, bet: 'bet_1', sealedAt: '2026-06-03T14:07:00.000Z', previous: null };
    const [seal] = chain([{ claim: 'a' }]);
    expect(chainFaults([{ ...seal!, beside }], sha256)).toEqual([]);
    for (const other of [{ bet: 'bet_2' }, { kind: 'amendment' as const }, { sealedAt: '2025-06-03T14:07:00.000Z' }, { previous: 'x' }]) {
      expect(chainFaults([{ ...seal!, beside: { ...beside, ...other } }], sha256)).toEqual([{ position: 1, what: 'changed' }]);
    }
  });

  it('shows any single character that was changed anywhere', () => {
    const seals = chain([{ claim: 'a' }, { claim: 'b' }]);
    fc.assert(fc.property(fc.nat(1), fc.nat(), (at, place) => {
      const seal = seals[at]!;
      const index = place % seal.payload.length;
      const other = seal.payload[index] === 'x' ? 'y' : 'x';
      const tampered = seals.map((each, position) => (position === at ? { ...each, payload: `${seal.payload.slice(0, index)}${other}${seal.payload.slice(index + 1)}` } : each));
      return chainFaults(tampered, sha256).length > 0;
    }));
  });
});
