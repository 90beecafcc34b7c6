// One bet by its stage: a draft that is written, or what was sealed and what became of it.
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { RefusedError, useAsk } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import type { Seal } from './bet-words.ts';
import { DraftPage } from './DraftPage.tsx';
import { DroppedDraft } from './DroppedDraft.tsx';
import { SealedPage } from './SealedPage.tsx';
import '../../parts/parts.css';
import '../problem/problem.css';
import './bet.css';
import './draft.css';

export function BetPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk('bet.get', { bet: id });
  const [fresh, setFresh] = useState<Seal>();
  if (asked.error instanceof RefusedError && asked.error.code === 'not_found') return <NotFound sentence={`There is no bet ${id} here.`}><AppLink href="/bets">All bets</AppLink></NotFound>;
  return (
    <Answered asked={asked} shape="page" words="Reading the bet">
      {({ bet }) => {
        if (bet.stage === 'draft') return <DraftPage key={bet.id} bet={bet} onPlaced={setFresh} />;
        if (bet.seal === undefined) return <DroppedDraft key={bet.id} bet={bet} />;
        return <SealedPage key={bet.id} bet={bet} fresh={fresh?.bet === bet.id ? fresh : undefined} />;
      }}
    </Answered>
  );
}
