// Tells the shell where the person is: the workspace's name and its product's, once they are known.
import { useMemo, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { PlaceContext } from '../../shell/place.ts';

export function WorkspacePlace({ children }: { readonly children: ReactNode }): ReactNode {
  const { data } = useAsk('workspace.get', {});
  const place = useMemo(() => ({ workspace: data?.name, product: data?.product.name }), [data?.name, data?.product.name]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}
