// Sources: what was read and when; dropping exports, taking a tracker out, everything out and in again, and what this workspace is called.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { useAsk } from '../../data/ask.ts';
import { count, counted, timeWords } from '../../data/words.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { ArchiveDesk } from './ArchiveDesk.tsx';
import { ImportDesk } from './ImportDesk.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { RunningImports } from './RunningImports.tsx';
import { SourceTable } from './SourceTable.tsx';
import { TrackerSteps } from './TrackerSteps.tsx';
import { WorkspaceSettings } from './WorkspaceSettings.tsx';
import '../../parts/parts.css';
import './source.css';

type Place = OutputOf<'workspace.get'>;
type Source = OutputOf<'source.list'>['sources'][number];

export function SourcesPage(): ReactNode {
  const workspace = useAsk('workspace.get', {});
  const sources = useAsk('source.list', {});
  return (
    <Answered asked={workspace} shape="page" words="Reading the workspace" kept="What was imported is kept.">
      {(place) => (
        <Answered asked={sources} shape="page" words="Reading the sources" kept="What was imported is kept.">
          {({ sources: all }) => (
            <>
              <Head place={place} sources={all} />
              <ImportDesk place={place} />
              <RunningImports />
              {all.length > 0 && <Section wide finding={all.length === 1 ? 'One tracker is mirrored here' : `${count(all.length)} trackers are mirrored here`} sub="Trackers are only read. Importing a later export of the same project updates what changed and doubles nothing."><SourceTable sources={all} /></Section>}
              <TrackerSteps first={all.length === 0 || place.sample} />
              <ImportHistory />
              <Section finding="Numbers come in as metrics" sub="A pasted column, a file, an address, a statement on PostgreSQL, or a program that pushes: what a bet moves and what the goal is measured by."><p className="actions"><AppLink className="link" href="/metrics">Metrics</AppLink><AppLink className="link" href="/ships">Ships</AppLink></p></Section>
              <Section finding="Weeks come in as calendars" sub="A file, a secret address or an account: what kinds of work your weeks were made of. Yours alone, whoever else is here."><p className="actions"><AppLink className="link" href="/calendars">Calendars</AppLink><AppLink className="link" href="/attention">Attention</AppLink></p></Section>
              <ArchiveDesk place={place} />
              <WorkspaceSettings place={place} key={`${place.name}\n${place.product.name}\n${place.timeZone}`} />
              <Note title="Nothing leaves this machine"><p>Files are read where Throughline runs. Nothing is written back to a tracker.</p></Note>
            </>
          )}
        </Answered>
      )}
    </Answered>
  );
}

function Head({ place, sources }: { readonly place: Place; readonly sources: readonly Source[] }): ReactNode {
  const latest = sources.map(({ lastImportAt }) => lastImportAt).filter((at) => at !== undefined).toSorted().at(-1);
  if (sources.length === 0) {
    return <Lead><Sentence lede="Jira, GitHub, Linear, GitLab, Trello or any CSV; plain, .gz or .zip, several files at once. A thousand items take a few seconds.">No tracker has been read yet. Drop its export here.</Sentence></Lead>;
  }
  return (
    <Lead>
      <Sentence>{place.sample && sources.length === 1 ? <>This is the sample company: <All place={place} />, <OpNumber name="backlog.open">{count(place.counts.open)}</OpNumber> of them open. Drop the export of your own tracker to begin.</> : <><All place={place} /> from {sources.length === 1 ? 'one tracker' : `${count(sources.length)} trackers`}, <OpNumber name="backlog.open">{count(place.counts.open)}</OpNumber> of them open.</>}</Sentence>
      <Freshness>{counted(place.counts.comments, 'comment')}.{latest !== undefined && <> Last read {timeWords(latest)}.</>} A mirror is as old as its last export.</Freshness>
    </Lead>
  );
}

function All({ place }: { readonly place: Place }): ReactNode {
  return <ItemsNumber id="items" of="items, open or closed" rule="Every item that was read from a tracker and is still mirrored here." filter={{ statusClass: 'all' }}>{counted(place.counts.items, 'item')}</ItemsNumber>;
}
