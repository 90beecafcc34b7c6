// A bet being written: one calm column that keeps itself, in the order in which a bet is thought. The probability comes last, after
// what became of bets like it; then the place where it is sealed.
import { useState, type ReactNode } from 'react';
import { dayShort, timeWords } from '../../data/words.ts';
import { useDo } from '../../data/ask.ts';
import { CloseDialog } from '../../parts/CloseDialog.tsx';
import { LeadingItems } from '../../parts/LeadingItems.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BetChain } from './BetChain.tsx';
import { Claim } from './Claim.tsx';
import { useBetNames, type BetNames } from './bet-names.ts';
import type { Bet, Seal } from './bet-words.ts';
import { DraftBelief } from './DraftBelief.tsx';
import { DraftClaim } from './DraftClaim.tsx';
import { DraftDoubt } from './DraftDoubt.tsx';
import { DraftEffect } from './DraftEffect.tsx';
import { DraftJudging } from './DraftJudging.tsx';
import { DraftLessons } from './DraftLessons.tsx';
import { DraftMissing, jumpTo } from './DraftMissing.tsx';
import { DraftWorth } from './DraftWorth.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import type { PartProps } from './draft-part.ts';
import { useDraft } from './use-draft.ts';

export function DraftPage({ bet, onPlaced }: { readonly bet: Bet; readonly onPlaced: (seal: Seal) => void }): ReactNode {
  const names = useBetNames(bet.terms);
  return names.ready ? <Form bet={bet} names={names} onPlaced={onPlaced} /> : <Skeleton shape="page" words="Reading metrics and problems" />;
}

function Form({ bet, names, onPlaced }: { readonly bet: Bet; readonly names: BetNames; readonly onPlaced: (seal: Seal) => void }): ReactNode {
  const draft = useDraft(bet, names.measure);
  const [doing, setDoing] = useState<'place' | 'drop'>();
  const leave = (): void => setDoing(undefined);
  const drop = useDo('bet.change', { said: ({ bet: now }) => `${now.key} is dropped`, done: leave });
  const ready = bet.missing.length === 0 && Object.keys(draft.errors).length === 0;
  const place = (): void => { draft.leave(); if (ready) setDoing('place'); else jumpTo(bet); };
  useCommands([
    { id: 'bet.place', title: 'Seal and place the bet', group: 'This bet', keys: '$mod+Enter', when: () => doing === undefined, run: place },
    { id: 'bet.missing', title: 'Go to what is still missing', group: 'This bet', keys: 'm', when: () => doing === undefined && !ready, run: () => jumpTo(bet) },
    { id: 'bet.drop', title: 'Drop the draft', group: 'This bet', keys: 'x', when: () => doing === undefined, run: () => setDoing('drop') },
  ]);
  const field: PartProps['field'] = (name) => ({ name, value: draft.text[name], onChange: (value) => draft.type(name, value), ...(draft.errors[name] === undefined ? {} : { error: draft.errors[name] }) });
  const part: PartProps = { bet, draft, names, field };
  return (
    <>
      <Lead>
        <BetChain bet={bet} />
        <Sentence lede={ready ? 'Everything is said. Placing it seals what it promises; until then only you are bound by it.' : 'A draft: write what you know, in any order. It keeps itself, and nothing is promised until it is placed.'}><Claim words={bet.claim} /></Sentence>
        <Freshness>{bet.key}, written down {dayShort(bet.createdAt)}, last kept {timeWords(bet.updatedAt)}{draft.saving ? '; keeping …' : ''}.</Freshness>
      </Lead>
      <DraftLessons bet={bet} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- leaving any of its fields keeps what was typed; nothing is pressed */}
      <form className="bet-draft" aria-label={`Draft of ${bet.key}`} onBlur={draft.leave} onSubmit={(event) => { event.preventDefault(); place(); }}>
        <DraftClaim {...part} />
        <DraftEffect {...part} />
        <DraftJudging {...part} />
        <DraftWorth {...part} />
        <DraftDoubt {...part} />
        <DraftBelief {...part} />
        {draft.refusal !== undefined && <p className="field-error bet-refusal" role="alert">{draft.refusal}</p>}
        <DraftMissing bet={bet} ready={ready} onPlace={place} onDrop={() => setDoing('drop')} />
        <button type="submit" hidden aria-label="Seal and place it" />
      </form>
      <LeadingItems target={{ kind: 'bet', id: bet.id, key: bet.key }} open />
      {doing === 'place' && <PlaceDialog bet={bet} names={names} onClose={leave} onPlaced={onPlaced} />}
      {doing === 'drop' && (
        <CloseDialog title={`Drop ${bet.key}`} hint="Somebody else covers it; the problem went away; it is too small to see." busy={drop.isPending} error={drop.error} onClose={leave} onKeep={(reason) => drop.mutate({ bet: bet.id, state: 'closed', reason })}>
          It stays in the ledger with its reason, and can be opened again.
        </CloseDialog>
      )}
    </>
  );
}
