// The seal as a link with a tick on the thread: when, its hash, the one it follows; checked on demand over the whole chain.
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { counted, timeWords } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { hashWords, type Bet } from './bet-words.ts';

export function SealLine({ bet }: { readonly bet: Bet }): ReactNode {
  const [checking, setChecking] = useState(false);
  const verify = useAsk('seal.verify', {}, { when: checking });
  const check = (): void => { setChecking(true); if (checking) void verify.refetch(); };
  useCommands([{ id: 'seal.verify', title: 'Check the seals', group: 'This bet', keys: 'v', run: check }]);
  const { seal } = bet;
  if (seal === undefined) return null;
  return (
    <>
      <p className="bet-seal">
        <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true"><path d="M0 6H4M14 6H18" stroke="var(--ink)" strokeWidth="1.5" /><rect x="4" y="1" width="10" height="10" rx="2.5" fill="none" stroke="var(--ink)" strokeWidth="1.4" /><path d="M6.4 6.1l1.7 1.8 3.4-3.9" fill="none" stroke="var(--ink)" strokeWidth="1.4" /></svg>
        <span>Sealed {timeWords(seal.sealedAt)}</span>
        <code className="hash" title={seal.sha256}>{hashWords(seal.sha256)}</code>
        {seal.previous !== undefined ? <><span>follows</span><code className="hash" title={seal.previous}>{hashWords(seal.previous)}</code></> : <span>the first of its chain</span>}
        <Button kind="link" small command="seal.verify" hintOnly busy={verify.isFetching} onPress={check}>Check the chain</Button>
      </p>
      {verify.data !== undefined && (
        <p className="bet-verified" role="status">{verify.data.intact
          ? <><b className="good">Intact.</b> {counted(verify.data.seals, 'seal')}, each as it was made and in its order. From an export alone: <code>throughline seal verify EXPORT</code></>
          : <><b className="bad">Not as it was made.</b> {verify.data.faults.map(({ position, what }) => `Seal ${position}: ${FAULTS[what]}`).join('; ')}.</>}</p>
      )}
      {verify.error !== null && <AskError error={verify.error} onRetry={() => void verify.refetch()} />}
    </>
  );
}

const FAULTS = { changed: 'its words no longer match its hash', unreadable: 'it cannot be read', out_of_order: 'it is out of order', broken_link: 'it does not follow the one before' } as const;
