// Everything out, and in again: one archive with JSON and CSV. Bringing it back begins with dropping it like any export.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useExport, Written } from './Written.tsx';

export function ArchiveDesk({ place }: { readonly place: OutputOf<'workspace.get'> }): ReactNode {
  const exporting = useExport();
  const load = useDo('sample.load', { said: ({ items }) => `The sample company is here with ${counted(items, 'item')}` });
  const empty = place.counts.items === 0 && place.counts.problems === 0 && place.counts.bets === 0 && place.activeGoal === undefined;
  return (
    <Section finding="Everything, out and in again" sub="One file with all that is here, as JSON for this program and CSV for people. To bring it back, drop it above into an empty workspace; nothing is lost on the way.">
      <div className="desk-line">
        <p className="actions">
          <Button busy={exporting.isPending} onPress={() => exporting.mutate({})}>{exporting.isPending ? 'Writing the archive' : 'Export everything'}</Button>
          {empty && <Button kind="link" busy={load.isPending} onPress={() => load.mutate({})}>Look at the sample company</Button>}
        </p>
        <Written exporting={exporting} />
        {load.error !== null && <AskError error={load.error} kept="Nothing was loaded." />}
      </div>
    </Section>
  );
}
