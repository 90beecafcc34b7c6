// The 45-degree hatch for what is left out or not sure. `id` is unique in its document; fill with `url(#id)`.
import type { ReactNode } from 'react';

export function Hatch({ id }: { readonly id: string }): ReactNode {
  return <defs><pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.2" height="6" fill="var(--edge)" fillOpacity=".55" /></pattern></defs>;
}
