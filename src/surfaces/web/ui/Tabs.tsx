// A line of tabs with counts over one panel. The chosen tab is the caller's, so that it can live in the address.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as KitTabs } from 'react-aria-components/Tabs';

export interface TabItem {
  readonly id: string;
  readonly name: string;
  readonly count?: number | undefined;
}

/** `children` is the panel of the selected tab. Arrow keys move along the line; moving selects. */
export function Tabs({ label, items, selected, onSelect, children }: { readonly label: string; readonly items: readonly TabItem[]; readonly selected: string; readonly onSelect: (id: string) => void; readonly children: ReactNode }): ReactNode {
  return (
    <KitTabs selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
      <TabList aria-label={label} className="tabsline">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.name}{item.count !== undefined && <span className="tab-count">{item.count.toLocaleString('en')}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={selected} className="tabpanel">{children}</TabPanel>
    </KitTabs>
  );
}
