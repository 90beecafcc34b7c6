// A bet that was closed before it was placed: its claim, why, and the way back.
import type { ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { LeadingItems } from '../../parts/LeadingItems.tsx';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { BetChain } from './BetChain.tsx';
import { Claim } from './Claim.tsx';
import { useBetNames } from './bet-names.ts';
import type { Bet } from './bet-words.ts';
import { SealedRecord } from './SealedRecord.tsx';

export function DroppedDraft({ bet }: { readonly bet: Bet }): ReactNode {
  const names = useBetNames(bet.terms);
  const reopen = useDo('bet.change', { said: ({ bet: now }) => `${now.key} is open again` });
  const open = (): void => reopen.mutate({ bet: bet.id, state: 'open' });
  useCommands([{ id: 'bet.reopen', title: 'Open the draft again', group: 'This bet', keys: 'o', run: open }]);
  return (
    <>
      <Lead>
        <BetChain bet={bet} />
        <Sentence lede={<>Dropped before it was placed{bet.closedReason !== undefined && <>: “{bet.closedReason}”</>}. Nothing was promised.</>}><Claim words={bet.claim} /></Sentence>
        <Freshness>{bet.key}, written down {dayShort(bet.createdAt)}, dropped {dayShort(bet.updatedAt)}.</Freshness>
        <p className="actions record-actions"><Button command="bet.reopen" busy={reopen.isPending} onPress={open}>Open it again</Button></p>
        {reopen.error !== null && <AskError error={reopen.error} kept="It is still dropped." />}
      </Lead>
      <Section finding="What was written so far"><SealedRecord terms={bet.terms} names={names} /></Section>
      <LeadingItems target={{ kind: 'bet', id: bet.id, key: bet.key }} open={false} />
    </>
  );
}
