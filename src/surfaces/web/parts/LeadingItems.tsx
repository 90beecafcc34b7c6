// The items that lead to a problem or a bet: open first, a page at a time, each a link to its own page; one key takes a link away.
import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useAsk, useDo } from '../data/ask.ts';
import { count, counted } from '../data/words.ts';
import { Button } from '../ui/Button.tsx';
import { useRowKeys } from '../ui/keyboard/use-row-keys.ts';
import { RowKeysHint } from '../ui/RowKeysHint.tsx';
import { Rows } from '../ui/Rows.tsx';
import { Section } from '../ui/Section.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Answered } from './Answered.tsx';
import { AppLink } from './AppLink.tsx';
import { AskError } from './AskError.tsx';
import { itemAddress } from './item-address.ts';
import { ItemKey } from './ItemKey.tsx';

type Row = OutputOf<'item.list'>['items'][number];
const PAGE = 20;
const STATUS = [{ id: 'open', name: 'Open' }, { id: 'done', name: 'Done' }, { id: 'closed_unfinished', name: 'Closed unfinished' }] as const;

/** `open` says whether new items may still lead there. */
export function LeadingItems({ target, open }: { readonly target: { readonly kind: 'problem' | 'bet'; readonly id: string; readonly key: string }; readonly open: boolean }): ReactNode {
  const [status, setStatus] = useState<(typeof STATUS)[number]['id']>('open');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const asked = useAsk('item.list', { leadsTo: target.id, statusClass: status, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, { keep: true });
  return (
    <Section finding={`Items that lead to ${target.key}`} wide>
      <Tabs label="Items by status" items={STATUS} selected={status} onSelect={(id) => { setStatus(id as typeof status); setCursors([]); }}>
        <Answered asked={asked} shape="rows" words="Reading the items">
          {({ items, total, totalIsExact, nextCursor }) => items.length === 0
            ? <p className="muted leading-none">{status === 'open' && open ? <>No open item leads here yet. Link items from <AppLink className="link link-small" href="/backlog">Backlog</AppLink>, or many at once with <AppLink className="link link-small" href="/problems#rules">a rule</AppLink>.</> : 'None.'}</p>
            : (
              <>
                <ItemRows items={items} target={target} />
                <p className="row-foot">
                  <span>{totalIsExact ? counted(total, 'item') : `At least ${count(total)} items`}</span>
                  {cursors.length > 0 && <Button kind="link" small onPress={() => setCursors(cursors.slice(0, -1))}>Page before</Button>}
                  {nextCursor !== undefined && <Button kind="link" small onPress={() => setCursors([...cursors, nextCursor])}>Next page</Button>}
                </p>
              </>
            )}
        </Answered>
      </Tabs>
    </Section>
  );
}

function ItemRows({ items, target }: { readonly items: readonly Row[]; readonly target: { readonly kind: 'problem' | 'bet'; readonly id: string; readonly key: string } }): ReactNode {
  const navigate = useNavigate();
  const unlink = useDo('item.unlink', { said: ({ unlinked }) => (unlinked === 0 ? 'A rule or its parent links it; change that instead' : `It no longer leads to ${target.key}`) });
  const keys = useRowKeys({ name: 'leading', group: 'Items', count: items.length, actions: [
    { keys: 'Enter', title: 'Open the item', run: (at) => { const item = items[at]; if (item) void navigate({ to: itemAddress(item.id) }); } },
    { keys: 'x', title: 'Take the link away', run: (at) => { const item = items[at]; if (item) unlink.mutate({ items: [item.id], [target.kind]: target.id }); } },
  ] });
  const list = () => ({ back: window.location.pathname, title: `Leads to ${target.key}`, ids: items.map(({ id }) => id) });
  return (
    <>
      <Rows items={items} itemKey={(item) => item.id} keys={keys} label={`Items that lead to ${target.key}`} className="leading-row" rowLabel={(item) => `${item.key}, ${item.title}`}>
        {(item, at) => (
          <>
            <span className="row-key"><ItemKey id={item.id} itemKey={item.key} list={list} /></span>
            <span className="row-title">{item.title}{at === keys.current && <RowKeysHint actions={[{ keys: 'Enter', word: 'open' }, { keys: 'x', word: 'does not lead here' }]} />}</span>
            <span className="row-meta leading-status">{item.status ?? item.statusClass.replace('_', ' ')}</span>
          </>
        )}
      </Rows>
      {unlink.error !== null && <AskError error={unlink.error} kept="The link is still there." />}
    </>
  );
}
