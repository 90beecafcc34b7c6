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
}

export function Rows<Item>({ items, itemKey, keys, label, className = '', rowClass, rowLabel, head, onRow, children }: RowsProps<Item>): ReactNode {
  return (
    <div className="rows-wrap">
      {head !== undefined && <div className={`row row-head only-wide ${className}`} aria-hidden="true">{head}</div>}
      <ul className="rows" aria-label={label} {...keys.listProps}>
        {items.map((item, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the row's keys come from useRowKeys, on the window; the click is the pointer's way to the same
          <li key={itemKey(item)} className={`row ${className} ${index === keys.current ? 'row-current' : ''} ${rowClass?.(item) ?? ''}`} aria-label={rowLabel(item)} {...keys.rowProps(index)}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) return;
              keys.setCurrent(index);
              onRow?.(index);
            }}>
            {children(item, index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
