// The last look before a bet is sealed: exactly what goes into the seal, the place it takes in the chain, and one confirmation.
import type { ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { BetNames } from './bet-names.ts';
import { hashWords, type Bet, type Seal } from './bet-words.ts';
import { SealedRecord } from './SealedRecord.tsx';

export function PlaceDialog({ bet, names, onClose, onPlaced }: { readonly bet: Bet; readonly names: BetNames; readonly onClose: () => void; readonly onPlaced: (seal: Seal) => void }): ReactNode {
  const seals = useAsk('seal.list', {});
  const place = useDo('bet.place', { done: ({ seal }) => onPlaced(seal) });
  const last = seals.data?.seals.at(-1);
  return (
    <Dialog open onClose={onClose} wide title={`Seal ${bet.key}. This is exactly what is sealed.`}
      foot={<><Button kind="primary" busy={place.isPending} onPress={() => place.mutate({ bet: bet.id })}>Seal and place it</Button><Button kind="link" onPress={onClose}>Back to the draft</Button></>}>
      <p>Once sealed it cannot be changed or taken back, by you or anybody else. It can be amended: the amendment stands beside it, and verdicts are taken from the original.</p>
      <SealedRecord terms={bet.terms} names={names} />
      <p className="bet-seal-line">{seals.data === undefined ? 'Reading the chain …' : last === undefined ? 'It becomes the first seal of this workspace.' : <>It becomes seal {last.position + 1} of this workspace and follows <code className="hash">{hashWords(last.sha256)}</code>.</>} The metrics’ names, the base rate you saw and the moment are sealed with it.</p>
      {place.error !== null && <AskError error={place.error} kept="Nothing was sealed; the draft is as it was." />}
    </Dialog>
  );
}
