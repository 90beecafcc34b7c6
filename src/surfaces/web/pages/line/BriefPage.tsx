// A hand-off brief: one page from records, as it prints. Beside it, its words can be edited, it leaves as Markdown or HTML, the back-brief
// is recorded, and what became of it is followed. `/line/brief/new?kind=sales` looks ahead without making one.
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { LINE_KINDS } from '../../../../domain/line/charter.ts';
import { RefusedError, useAsk } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { BackBrief } from './BackBrief.tsx';
import { BriefDocument } from './BriefDocument.tsx';
import { BriefEdit } from './BriefEdit.tsx';
import { BriefLeaves } from './BriefLeaves.tsx';
import { briefDensity } from './brief-text.ts';
import { MakeBrief } from './MakeBrief.tsx';
import '../../parts/parts.css';
import './line.css';
import './brief.css';

const read = (raw: RawSearch) => ({ kind: LINE_KINDS.find((kind) => kind === raw['kind']) });

export function BriefPage(): ReactNode {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const [{ kind }] = usePageSearch(read);
  const asked = useAsk('line.brief', id === 'new' ? (kind === undefined ? {} : { kind }) : { handOff: id });
  const listed = useAsk('line.hand_offs', {}, { when: id !== 'new' });
  if (asked.error instanceof RefusedError && asked.data === undefined) return <NotFound sentence="There is no such brief.">{asked.error.message} <AppLink href="/line">The line</AppLink></NotFound>;
  return (
    <Answered asked={asked} shape="page" words="Reading the brief" kept="The brief is as it was.">
      {({ brief }) => <Whole key={id} brief={brief} handOff={listed.data?.handOffs.find((one) => one.id === id)} id={id === 'new' ? undefined : id} />}
    </Answered>
  );
}

function Whole({ brief, handOff, id }: { readonly brief: OutputOf<'line.brief'>['brief']; readonly handOff: OutputOf<'line.hand_offs'>['handOffs'][number] | undefined; readonly id: string | undefined }): ReactNode {
  const [editing, setEditing] = useState(false);
  const mayEdit = id !== undefined && brief.state !== 'closed';
  useCommands([{ id: 'brief.edit', title: 'Edit the words', group: 'This brief', keys: 'e', when: () => mayEdit && !editing, run: () => setEditing(true) }]);
  return (
    <>
      <p className="brief-back"><AppLink className="link link-small" href="/line#hand-offs">The line</AppLink></p>
      <BriefDocument brief={brief} followUp={handOff?.followUp} />
      {id === undefined ? <MakeBrief brief={brief} /> : (
        <>
          {editing ? <BriefEdit brief={brief} handOff={id} onDone={() => setEditing(false)} /> : <BriefLeaves handOff={id} over={briefDensity(brief) === 'over'} edit={mayEdit ? <Button command="brief.edit" onPress={() => setEditing(true)}>Edit the words</Button> : undefined} />}
          {handOff !== undefined && <BackBrief handOff={handOff} acknowledgement={brief.acknowledgement} />}
        </>
      )}
    </>
  );
}
