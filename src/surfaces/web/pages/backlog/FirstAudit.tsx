// Items are here and no audit yet: it runs, or it is started.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { EmptyUnitChart } from '../../charts/EmptyUnitChart.tsx';
import { Measured } from '../../charts/Measured.tsx';
import { errorWords, useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AuditRunning } from './AuditRunning.tsx';
import { BacklogViews } from './BacklogViews.tsx';

export function FirstAudit({ items, running }: { readonly items: number; readonly running: OutputOf<'audit.get'>['running'] }): ReactNode {
  const run = useDo('audit.run');
  const form = <Measured>{(frame) => <EmptyUnitChart frame={frame} />}</Measured>;
  if (running !== undefined) return <><EmptyState page sentence={`${counted(items, 'item is', 'items are')} here. The first audit is reading them.`} form={<><AuditRunning running={running} />{form}</>} /><BacklogViews /></>;
  return (
    <>
      <EmptyState page sentence={`${counted(items, 'item is', 'items are')} here, and nothing has been audited yet.`} form={form}
        action={<Button kind="primary" busy={run.isPending} onPress={() => run.mutate({})}>Audit the backlog</Button>}>
        The audit says what leads to the goal, what has aged out, what repeats, and what it cannot tell. It writes nothing to the tracker.{run.isError && <> {errorWords(run.error)}</>}
      </EmptyState>
      <BacklogViews />
    </>
  );
}
