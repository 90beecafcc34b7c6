// Looks for ships in the imported items and says what came of it in place.
import type { ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';

export function ShipFind({ primary = false }: { readonly primary?: boolean }): ReactNode {
  const find = useDo('ship.find');
  return (
    <div className="ship-find">
      <p className="actions">
        <Button {...(primary ? { kind: 'primary' as const } : {})} busy={find.isPending} onPress={() => find.mutate({})}>Look for ships in the items</Button>
        {find.data !== undefined && !find.isPending && <span className="muted" role="status">{find.data.found === 0 ? 'Nothing new: no release, version, milestone or epic came to its end since the last look.' : `${counted(find.data.found, 'ship')} found; each asks once which bet it was.`}</span>}
      </p>
      {find.error !== null && <AskError error={find.error} kept="Nothing was marked." />}
    </div>
  );
}
