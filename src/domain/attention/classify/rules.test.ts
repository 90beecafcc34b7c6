import { describe, expect, it } from 'vitest';
import { ruleFor, type OwnRule } from './rules.ts';

const facts = { title: 'Deal Desk – Globex', others: ['kim@eu.globex.example'], organiser: 'ana@acme.example' };

describe('rules of the owner', () => {
  it('hold only when all their conditions do', () => {
    const rules: OwnRule[] = [{ kind: 'sales', words: 'deal desk', domain: 'initech.example' }, { kind: 'liaison', words: 'desk deal' }, { kind: 'backlog' }, { kind: 'content', words: ' ' }];
    expect(ruleFor(facts, rules)).toBeUndefined();
    expect(ruleFor(facts, [...rules, { kind: 'sales', domain: 'Globex.example', organiser: 'ANA@acme.example' }])?.kind).toBe('sales');
  });

  it('give way to a more particular one, and else to the earlier', () => {
    expect(ruleFor(facts, [{ kind: 'sales', words: 'deal' }, { kind: 'liaison', words: 'deal desks' }, { kind: 'backlog', words: 'desk globex' }])?.kind).toBe('liaison');
    expect(ruleFor(facts, [{ kind: 'sales', words: 'deal desk globex' }, { kind: 'customer_call', words: 'deal', person: 'kim@eu.globex.example' }])?.kind).toBe('customer_call');
  });
});
