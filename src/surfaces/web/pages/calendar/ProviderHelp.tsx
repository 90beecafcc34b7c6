// Where a secret address or an account's server is found, one provider at a time.
import { useState, type ReactNode } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ProviderHelp as Help } from './feed-help.ts';

/** `children` tells of one provider. The choice is told too, so that a field can take the server's name. */
export function ProviderHelp<One extends Help>({ label, providers, onChoose, children }: { readonly label: string; readonly providers: readonly One[]; readonly onChoose?: ((provider: One) => void) | undefined; readonly children: (provider: One) => ReactNode }): ReactNode {
  const [chosen, setChosen] = useState(providers[0]?.id ?? '');
  const provider = providers.find(({ id }) => id === chosen);
  const choose = (id: string): void => {
    setChosen(id);
    const found = providers.find((one) => one.id === id);
    if (found !== undefined) onChoose?.(found);
  };
  return (
    <div className="provider-help">
      <Tabs label={label} items={providers.map(({ id, name }) => ({ id, name }))} selected={chosen} onSelect={choose}>
        {provider !== undefined && <p className="provider-words">{children(provider)}</p>}
      </Tabs>
    </div>
  );
}
