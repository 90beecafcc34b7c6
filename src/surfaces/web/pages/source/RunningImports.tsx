// Imports that are going on now, with pace and time left; nothing when there are none.
import type { ReactNode } from 'react';
import { AppLink } from '../../parts/AppLink.tsx';
import { useAsk } from '../../data/ask.ts';
import { Section } from '../../ui/Section.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { isGoing } from './source-words.ts';
import { useEnded } from './use-ended.ts';

export function RunningImports(): ReactNode {
  const first = useAsk('import.list', { limit: 10 });
  const going = first.data?.imports.some(({ state }) => isGoing(state)) ?? false;
  const asked = useAsk('import.list', { limit: 10 }, { everyMs: going ? 1_000 : false });
  const running = asked.data?.imports.filter(({ state }) => isGoing(state)) ?? [];
  useEnded(asked.data && running.length > 0);
  if (running.length === 0) return null;
  return <Section finding={running.length === 1 ? 'One import is going on' : `${running.length} imports are going on`}>{running.map((one) => <div key={one.id}><ImportProgress record={one} /><p className="actions"><AppLink className="link link-small" href={`/sources/imports/${one.id}`}>Watch it</AppLink></p></div>)}</Section>;
}
