// A number that opens: an inline anchor, since it has an address, with a button's role, since it opens a panel. Its explanation
// is shown in the why panel. Every number a person sees is one of these.
import { useSyncExternalStore, type KeyboardEvent, type MouseEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useWhy } from './why-context.ts';
import { WhyPortal } from './WhyPortal.tsx';

export interface NumberRefProps {
  /** Names the number in the address (`?why=open-items`): stable, kebab-case, one meaning a page. */
  readonly id: string;
  /** The number in its words: `412`, `one chance in three`, `690 days`. */
  readonly children: ReactNode;
  /** Contents of the panel: `WhyBody`, or a component of your own around it that reads what it needs; it is mounted only while the number is open. */
  readonly explain: ReactNode;
  /** Said to a screen reader in place of the bare figure where its sentence is not enough: `412 open items`. */
  readonly label?: string | undefined;
}

export function NumberRef({ id, children, explain, label }: NumberRefProps): ReactNode {
  const why = useWhy();
  const { openId, owner } = useSyncExternalStore(why.store.subscribe, why.store.snapshot, why.store.snapshot);
  return (
    <>
      <NumberLink id={id} label={label} open={openId === id && owner !== undefined}>{children}</NumberLink>
      <WhyPortal id={id} explain={explain} />
    </>
  );
}

/** The number alone, for lists of many: whoever draws the list says which is open and explains that one with a WhyPortal. */
export function NumberLink({ id, children, label, open }: Omit<NumberRefProps, 'explain'> & { readonly open: boolean }): ReactNode {
  const why = useWhy();
  const toggle = (): void => (why.store.snapshot().openId === id ? why.close() : why.open(id));
  const click = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    toggle();
  };
  const space = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    event.preventDefault();
    toggle();
  };
  // The address may have changed since this was drawn; it matters to who copies it or opens it beside.
  const refresh = (event: SyntheticEvent<HTMLAnchorElement>): void => { event.currentTarget.href = why.hrefOf(id); };
  return <a className="number" role="button" href={why.hrefOf(id)} data-number={id} aria-expanded={open} aria-controls="why" aria-label={label} onClick={click} onKeyDown={space} onPointerEnter={refresh} onFocus={refresh}>{children}</a>;
}
