// One item whole: its facts, what it leads to, what was found and decided, its text and what was said. The tracker stays its master.
import { useParams } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useRouter } from '@tanstack/react-router';
import type { OutputOf } from '../../../../contract/index.ts';
import { RefusedError, useAsk } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { itemAddress } from '../../parts/item-address.ts';
import { placeIn, rememberedList } from '../../parts/list-place.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { Button } from '../../ui/Button.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { ItemComments } from './ItemComments.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemFindings } from './ItemFindings.tsx';
import { ItemHistory } from './ItemHistory.tsx';
import { ItemLeads } from './ItemLeads.tsx';
import './item.css';
import '../../parts/parts.css';

export function ItemPage(): ReactNode {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const asked = useAsk('item.get', { item: id });
  if (asked.error instanceof RefusedError && asked.error.code === 'not_found') return <NotFound sentence="This item is not here any more.">It may have been removed with its source. The tracker still has it.</NotFound>;
  if (asked.data === undefined) return asked.isError ? <Lead><Sentence>The item could not be read.</Sentence><AskError error={asked.error} kept="Nothing was changed." onRetry={() => void asked.refetch()} /></Lead> : <Skeleton shape="page" words="Reading the item" />;
  return <Shown key={asked.data.item.id} told={asked.data} />;
}

function Shown({ told }: { readonly told: OutputOf<'item.get'> }): ReactNode {
  const { item } = told;
  return (
    <>
      <Neighbours id={item.id} />
      <Lead>
        <p className="item-head"><span className="item-number">{item.key}</span>{item.url !== undefined && <a className="link link-small" href={item.url} target="_blank" rel="noopener noreferrer nofollow">Open in the tracker</a>}</p>
        <Sentence>{item.title}</Sentence>
      </Lead>
      <ItemFacts item={item} />
      <ItemLeads item={item} leadsTo={told.leadsTo} through={told.through} />
      <ItemFindings told={told} />
      <Section finding="What it says">
        {item.body === undefined || item.body.trim() === '' ? <p className="muted">It has no text of its own.</p> : <UntrustedText text={item.body} format={item.bodyFormat} />}
      </Section>
      <ItemComments comments={told.comments} more={told.moreComments} format={item.bodyFormat} />
      <ItemHistory history={told.history} />
    </>
  );
}

/** The way back to the list it was opened from, and to its neighbours there. */
function Neighbours({ id }: { readonly id: string }): ReactNode {
  const router = useRouter();
  const list = useMemo(() => rememberedList(), []);
  const place = placeIn(list, id);
  const go = (to: string | undefined) => (): void => { if (to !== undefined) router.history.replace(itemAddress(to)); };
  const back = place === undefined ? '/backlog?view=items' : list?.back ?? '/backlog';
  useCommands([
    { id: 'item.next', title: 'Next item of the list', group: 'This item', keys: 'j', when: () => place?.next !== undefined, run: go(place?.next) },
    { id: 'item.before', title: 'Item before it', group: 'This item', keys: 'k', when: () => place?.before !== undefined, run: go(place?.before) },
    { id: 'item.back', title: 'Back to the list', group: 'This item', keys: 'b', run: () => router.history.push(back) },
  ]);
  return (
    <p className="neighbours wide">
      <AppLink className="link link-small" href={back}>{place === undefined ? 'All items' : `Back to ${list?.title}`}</AppLink>
      {place !== undefined && (
        <>
          <span className="muted small tabular">{place.at} of {place.of}</span>
          {place.before !== undefined && <Button kind="link" small command="item.before" href={itemAddress(place.before)} onPress={go(place.before)}>Before</Button>}
          {place.next !== undefined && <Button kind="link" small command="item.next" href={itemAddress(place.next)} onPress={go(place.next)}>Next</Button>}
        </>
      )}
    </p>
  );
}
