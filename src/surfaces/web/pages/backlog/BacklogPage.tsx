// The Backlog: the audit's finding with its picture and what to do next, or the working list of all items. Decides which of the two.
import type { ReactNode } from 'react';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { ruleIn } from '../../parts/rule-titles.ts';
import { AuditView } from './AuditView.tsx';
import { ItemsView } from './ItemsView.tsx';
import './backlog.css';
import './rows.css';
import '../../parts/parts.css';

const read = (raw: RawSearch) => ({ view: raw['view'] === 'items' ? ('items' as const) : ('audit' as const), rule: ruleIn(raw['rule']) });

export function BacklogPage(): ReactNode {
  const [{ view, rule }, setSearch] = usePageSearch(read);
  return view === 'items' ? <ItemsView /> : <AuditView rule={rule} onRule={(next) => setSearch({ rule: next })} />;
}
