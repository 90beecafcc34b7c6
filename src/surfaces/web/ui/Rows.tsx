// A working list: 40 px rows that the keyboard walks. What a row shows is its caller's; this gives it place, bar and roving focus.
import { Fragment, memo, useCallback, type ReactNode } from 'react';
import type { RowHandles, RowKeys } from './keyboard/use-row-keys.ts';

export interface RowsProps<Item> {
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly keys: RowKeys;
  readonly label: string;
  /** CSS grid-template-columns; phones get `narrowColumns` through the page's own stylesheet by `className`. */
  readonly className?: string | undefined;
  readonly rowClass?: ((item: Item) => string | undefined) | undefined;
  /** Names a row for a screen reader: `RET-131, Dark theme for the label preview`. */
  readonly rowLabel: (item: Item) => string;
  readonly head?: ReactNode;
  /** A click on the row itself, not on something in it. */
  readonly onRow?: ((index: number) => void) | undefined;
  /** What a row shows. A row is drawn again when its item or this is another: give the same function, and a long list keeps its rows. */
  readonly children: (item: Item, index: number) => ReactNode;
  /** What stands over a row, such as the heading of its group; undefined for most. Never takes the keys. */
  readonly before?: ((item: Item, index: number) => ReactNode) | undefined;
  /** For a list of which only a part is drawn: where the part begins, how many rows there are, and the pixels above and below it. */
  readonly part?: { readonly offset: number; readonly of: number; readonly before: number; readonly after: number } | undefined;
}

/** Stands for rows that are not drawn. Hidden from assistive technology, which is told each row's place instead. */
function Gap({ height }: { readonly height: number }): ReactNode {
  return height > 0 ? <li aria-hidden="true" style={{ height }} /> : null;
}

interface RowProps<Item> extends Pick<RowsProps<Item>, 'rowLabel' | 'onRow' | 'children'> {
  readonly item: Item;
  readonly index: number;
  readonly current: boolean;
  readonly className: string;
  readonly of: number | undefined;
  readonly handles: RowHandles;
}

function RowOf<Item>({ item, index, current, className, of, handles, rowLabel, onRow, children }: RowProps<Item>): ReactNode {
  const place = useCallback((element: HTMLElement | null) => handles.placed(index, element), [handles, index]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- the row's keys come from useRowKeys, on the window; the click is the pointer's way to the same
    <li ref={place} className={className} tabIndex={current ? 0 : -1} data-row-index={index} aria-current={current ? 'true' : undefined} aria-label={rowLabel(item)} aria-setsize={of} aria-posinset={of === undefined ? undefined : index + 1}
      onFocus={() => handles.focused(index)}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) return;
        handles.chosen(index);
        onRow?.(index);
      }}>
      {children(item, index)}
    </li>
  );
}

const Row = memo(RowOf) as typeof RowOf;

export function Rows<Item>({ items, itemKey, keys, label, className = '', rowClass, rowLabel, head, onRow, children, before, part }: RowsProps<Item>): ReactNode {
  return (
    <div className="rows-wrap">
      {head !== undefined && <div className={`row row-head only-wide ${className}`} aria-hidden="true">{head}</div>}
      <ul className="rows" aria-label={label} {...keys.listProps}>
        {part !== undefined && <Gap height={part.before} />}
        {items.map((item, at) => {
          const index = at + (part?.offset ?? 0);
          const current = index === keys.current;
          const over = before?.(item, index);
          const row = <Row<Item> key={itemKey(item)} item={item} index={index} current={current} className={`row ${className} ${current ? 'row-current' : ''} ${rowClass?.(item) ?? ''}`} of={part?.of} handles={keys.handles} rowLabel={rowLabel} onRow={onRow}>{children}</Row>;
          return over === undefined ? row : <Fragment key={itemKey(item)}><li className="row-group">{over}</li>{row}</Fragment>;
        })}
        {part !== undefined && <Gap height={part.after} />}
      </ul>
    </div>
  );
}
