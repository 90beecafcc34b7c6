// A working list: 40 px rows that the keyboard walks. What a row shows is its caller's; this gives it place, bar and roving focus.
import type { ReactNode } from 'react';
import type { RowKeys } from './keyboard/use-row-keys.ts';

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
  readonly children: (item: Item, index: number) => ReactNode;
  /** For a list of which only a part is drawn: where the part begins, how many rows there are, and the pixels above and below it. */
  readonly part?: { readonly offset: number; readonly of: number; readonly before: number; readonly after: number } | undefined;
}

/** Stands for rows that are not drawn. Hidden from assistive technology, which is told each row's place instead. */
function Gap({ height }: { readonly height: number }): ReactNode {
  return height > 0 ? <li aria-hidden="true" style={{ height }} /> : null;
}

export function Rows<Item>({ items, itemKey, keys, label, className = '', rowClass, rowLabel, head, onRow, children, part }: RowsProps<Item>): ReactNode {
  return (
    <div className="rows-wrap">
      {head !== undefined && <div className={`row row-head only-wide ${className}`} aria-hidden="true">{head}</div>}
      <ul className="rows" aria-label={label} {...keys.listProps}>
        {part !== undefined && <Gap height={part.before} />}
        {items.map((item, at) => ({ item, index: at + (part?.offset ?? 0) })).map(({ item, index }) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the row's keys come from useRowKeys, on the window; the click is the pointer's way to the same
          <li key={itemKey(item)} className={`row ${className} ${index === keys.current ? 'row-current' : ''} ${rowClass?.(item) ?? ''}`} aria-label={rowLabel(item)} aria-setsize={part?.of} aria-posinset={part === undefined ? undefined : index + 1} {...keys.rowProps(index)}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) return;
              keys.setCurrent(index);
              onRow?.(index);
            }}>
            {children(item, index)}
          </li>
        ))}
        {part !== undefined && <Gap height={part.after} />}
      </ul>
    </div>
  );
}
