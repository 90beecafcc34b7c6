// What the tracker says of an item in short facts. What it does not say is left out, never guessed.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { counted, dayWords, timeWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';

type Item = OutputOf<'item.get'>['item'];

const CLASSES: Readonly<Record<Item['statusClass'], string>> = { open: 'open', done: 'done', closed_unfinished: 'closed without being done' };

export function ItemFacts({ item }: { readonly item: Item }): ReactNode {
  const facts: [string, ReactNode][] = [
    ['Status', <>{item.status ?? CLASSES[item.statusClass]}{item.status !== undefined && item.status.toLowerCase() !== CLASSES[item.statusClass] && <span className="muted">, counts as {CLASSES[item.statusClass]}</span>}</>],
    ['Untouched', item.untouchedDays === undefined ? undefined : <><OpNumber name="item.untouched" of={item.id}>{counted(item.untouchedDays, 'day')}</OpNumber>{item.touchedAt !== undefined && <span className="muted">, since {dayWords(item.touchedAt)}</span>}</>],
    ['Type', item.type], ['Priority', item.priority],
    ['Asked by', item.author === undefined ? undefined : <>{item.author}{item.origin !== undefined && <span className="muted">, {item.origin}</span>}</>], ['Assignee', item.assignee],
    ['Created', item.createdAt && timeWords(item.createdAt)], ['Changed', item.updatedAt && timeWords(item.updatedAt)], ['Closed', item.resolvedAt && timeWords(item.resolvedAt)], ['Due', item.due && dayWords(item.due)],
    ['Labels', item.labels.length > 0 ? item.labels.map((label, at) => <span key={label}>{at > 0 && ', '}<AppLink className="link-row" href={`/backlog?view=items&label=${encodeURIComponent(label)}`}>{label}</AppLink></span>) : undefined],
    ['Components', item.components.join(', ') || undefined], ['Sprints and releases', item.sprints.join(', ') || undefined],
    ['Part of', item.parent === undefined ? undefined : <AppLink key="parent" className="link-row" href={`/item/${encodeURIComponent(item.parent)}`}>{item.parent}{item.parentTitle !== undefined && `, ${item.parentTitle}`}</AppLink>],
    ['Parts', item.children > 0 ? counted(item.children, 'item') : undefined],
    ['Related', item.relations.length > 0 ? item.relations.map(({ kind, key }, at) => <span key={`${kind} ${key}`}>{at > 0 && ', '}{kind} <AppLink className="link-row" href={`/item/${encodeURIComponent(key)}`}>{key}</AppLink></span>) : undefined],
    ['Read from', item.sourceName],
  ];
  return (
    <dl className="record item-facts">
      {facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>]))}
    </dl>
  );
}
