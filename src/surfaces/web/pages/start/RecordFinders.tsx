// What the palette finds besides commands: goals, problems, bets and metrics by their key or words, and items by search. Renders nothing.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { itemAddress } from '../../parts/item-address.ts';
import { ask } from '../../data/ask.ts';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { matchScore, registerFinder, type Found } from '../../shell/finders.ts';

interface Named { readonly id: string; readonly key: string; readonly title: string; readonly address: string }
const MOST = 6;

async function recordsOf(): Promise<Named[]> {
  const [{ goals }, { problems }, { bets }, { metrics }] = await Promise.all([ask('goal.list', {}), ask('problem.list', { state: 'all' }), ask('bet.list', { state: 'all' }), ask('metric.list', { state: 'all' })]);
  return [
    ...goals.map(({ id, key, statement }) => ({ id, key, title: statement, address: `/goal?goal=${key}` })),
    ...problems.map(({ id, key, title }) => ({ id, key, title, address: `/problems/${key}` })),
    ...bets.map(({ id, key, claim }) => ({ id, key, title: claim, address: `/bets/${key}` })),
    ...metrics.map(({ id, key, name }) => ({ id, key, title: name, address: `/metrics/${key}` })),
  ];
}

export function RecordFinders(): ReactNode {
  const navigate = useNavigate();
  useCommands([{ id: 'go./ships', title: 'Ships', group: 'Go', run: () => void navigate({ to: '/ships' }) }]);
  useEffect(() => {
    const go = (address: string) => (): void => void navigate({ to: address });
    const records = registerFinder({ group: 'Goals, problems, bets, metrics', find: async (words) => {
      if (words.trim() === '') return [];
      return (await recordsOf()).map((one) => ({ one, score: matchScore(`${one.key} ${one.title}`, words) })).filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score).slice(0, MOST)
        .map(({ one }): Found => ({ id: one.id, title: one.title, where: one.key, run: go(one.address) }));
    } });
    const items = registerFinder({ group: 'Items', find: async (words, signal) => {
      if (words.trim().length < 2) return [];
      // A pause, so that a word being typed is asked for once and not letter by letter.
      await new Promise((resolve) => { setTimeout(resolve, 150); });
      if (signal.aborted) return [];
      const { items: found } = await ask('item.list', { search: words.trim(), statusClass: 'all', limit: MOST });
      return found.map((item): Found => ({ id: item.id, title: item.title, where: item.key, run: go(itemAddress(item.id)) }));
    } });
    return () => { records(); items(); };
  }, [navigate]);
  return null;
}
