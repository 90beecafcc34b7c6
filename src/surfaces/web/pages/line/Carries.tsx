// What was carried: written down in one line, listed newest first, narrowed by kind, asker, chosen or pressed; changed and removed in place.
import { useState, type ReactNode } from 'react';
import { kindNamed } from '../../../../domain/attention/kinds.ts';
import { LINE_KINDS } from '../../../../domain/line/charter.ts';
import { useAsk } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CarryAdd } from './CarryAdd.tsx';
import { CarryRows } from './CarryRows.tsx';

const PAGE = 20;
const ANY = 'any';
const MODES = [{ id: ANY, name: 'Chosen or pressed' }, { id: 'chosen', name: 'Chosen' }, { id: 'pressed', name: 'Pressed' }];
const KINDS = [{ id: ANY, name: 'Every kind' }, ...LINE_KINDS.map((kind) => ({ id: kind as string, name: kindNamed(kind).name }))];

interface Search { readonly kind: (typeof LINE_KINDS)[number] | undefined; readonly asker: string | undefined; readonly mode: 'chosen' | 'pressed' | undefined }
const read = (raw: RawSearch): Search => ({
  kind: LINE_KINDS.find((kind) => kind === raw['kind']), asker: typeof raw['asker'] === 'string' ? raw['asker'] : undefined, mode: raw['mode'] === 'chosen' || raw['mode'] === 'pressed' ? raw['mode'] : undefined,
});

export function Carries({ today }: { readonly today: string }): ReactNode {
  const [search, setSearch] = usePageSearch(read);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const asker = (search.asker ?? '').trim();
  const narrowed = search.kind !== undefined || search.mode !== undefined || asker !== '';
  const asked = useAsk('carry.list', { limit: PAGE, ...(search.kind === undefined ? {} : { kind: search.kind }), ...(asker === '' ? {} : { askedBy: asker }), ...(search.mode === undefined ? {} : { mode: search.mode }), ...(cursor === undefined ? {} : { cursor }) }, { keep: true });
  const narrow = (patch: Partial<Search>): void => { setCursors([]); setSearch(patch); };
  return (
    <Section wide id="carries" finding="What you carried" sub="In the moment the answer is mostly yes: do it, and write it down in five seconds. Whether it should be yours next time is decided here, on the pattern.">
      <CarryAdd today={today} />
      <Answered asked={asked} shape="rows" words="Reading what you carried">
        {({ carries, says, total, nextCursor }) => (
          <>
            {(narrowed || total > 5) && (
              <div className="carry-filter" role="group" aria-label="Narrow the list">
                <Select label="Kind" choices={KINDS} value={search.kind ?? ANY} onChange={(kind) => narrow({ kind: LINE_KINDS.find((one) => one === kind) })} />
                <TextField label="Asked by" value={search.asker ?? ''} onChange={(value) => narrow({ asker: value === '' ? undefined : value })} />
                <Select label="How" choices={MODES} value={search.mode ?? ANY} onChange={(mode) => narrow({ mode: mode === 'chosen' || mode === 'pressed' ? mode : undefined })} />
              </div>
            )}
            {carries.length === 0
              ? <p className="carry-none">{narrowed ? <>Nothing of that is written down. <Button kind="link" small onPress={() => narrow({ kind: undefined, mode: undefined, asker: undefined })}>Everything</Button></> : 'Nothing is written down yet. The first line goes into the field above; after three of the same, the page asks whether it should stay yours.'}</p>
              : <p className="carry-says">{says}</p>}
            {carries.length > 0 && <CarryRows carries={carries} today={today} />}
            {(cursors.length > 0 || nextCursor !== undefined) && (
              <p className="row-foot">
                <span>{count(cursors.length * PAGE + 1)} to {count(cursors.length * PAGE + carries.length)} of {count(total)}</span>
                {cursors.length > 0 && <Button kind="link" small onPress={() => setCursors(cursors.slice(0, -1))}>Page before</Button>}
                {nextCursor !== undefined && <Button kind="link" small onPress={() => setCursors([...cursors, nextCursor])}>Next page</Button>}
              </p>
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}
