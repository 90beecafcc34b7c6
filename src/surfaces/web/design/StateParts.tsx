// States of the design page: waiting, empty, stale, failed, cannot tell, withheld, verdicts.
import type { ReactNode } from 'react';
import { EmptyUnitChart } from '../charts/EmptyUnitChart.tsx';
import { Measured } from '../charts/Measured.tsx';
import { Button } from '../ui/Button.tsx';
import { CannotTell } from '../ui/CannotTell.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Freshness } from '../ui/Freshness.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Verdict } from '../ui/Verdict.tsx';
import { Withheld } from '../ui/Withheld.tsx';

export function StateParts(): ReactNode {
  return (
    <>
      <Section finding="Empty, and how to fill it">
        <EmptyState sentence="No item has been read yet. Drop the export of your tracker; a thousand items take a few seconds." action={<Button>Choose files</Button>} form={<Measured>{(frame) => <EmptyUnitChart frame={frame} />}</Measured>} />
      </Section>
      <Section finding="Waiting, after 300 ms of nothing">
        <div className="design-stack"><Skeleton shape="lines" /><Skeleton shape="rows" rows={3} /><Skeleton shape="figure" /></div>
      </Section>
      <Section finding="Stale, failed, unsettled">
        <div className="design-stack">
          <Freshness stale="Tracker last read Tuesday.">26 October to 20 November. The figures are those of Tuesday.</Freshness>
          <ErrorNote happened="The calendar did not answer at 13:55." kept="Figures are from 09:10. Trying again at 14:25." requestId="req_01K9ZQ4T7M" onRetry={() => undefined} retry="Try now" />
          <CannotTell what="how long items wait for your sign-off" because="The export carries no status history." settledBy="an export with the changelog, or a connection (read only)" />
          <p><CannotTell inline what="whether evenings are unusual for you" /></p>
          <p><Withheld given={4} /></p>
          <dl className="record"><dt>Claim</dt><dd>A prepaid label in every parcel moves the share of returns dropped off within three days.</dd><dt>Sealed</dt><dd>3 June 2026, 14:07 <span className="hash">b044 4891 … 7e87</span></dd></dl>
          <blockquote className="quote">I keep the box in the hall until I find a printer.</blockquote>
          <p className="actions"><Verdict kind="won">+4.5 (2.8 to 6.2)</Verdict><Verdict kind="lost" /><Verdict kind="no_difference" /><Verdict kind="cannot_tell" /></p>
        </div>
      </Section>
    </>
  );
}
