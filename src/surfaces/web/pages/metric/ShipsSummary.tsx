// Ships below the metrics: how many there are and of which kind, the first that wait for their answer, and the way to all.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { measuredWords, shipParts } from './ship-words.ts';
import { ShipList } from './ShipList.tsx';

const SHOWN = 3;

export function ShipsSummary(): ReactNode {
  const asked = useAsk('ship.list', {});
  return (
    <Answered asked={asked} shape="rows" rows={3} words="Reading the ships">
      {(answer) => (
        <Section wide finding={answer.ships.length === 0 ? 'No ship is marked yet' : `${counted(answer.ships.length, 'ship')}: ${shipParts(answer)}`} sub={answer.ships.length === 0 ? 'A ship is what reached users, with its day. Marked in the picture, it says what happened when.' : `${measuredWords(answer, answer.ships.length)}.`}>
          {answer.unasked > 0 && <ShipList ships={answer.ships.filter((ship) => ship.answer === 'unasked').slice(0, SHOWN)} label="Ships that wait for an answer" />}
          <p className="row-foot"><AppLink className="link link-small" href="/ships">{answer.ships.length === 0 ? 'Mark a ship' : 'All ships'}</AppLink></p>
        </Section>
      )}
    </Answered>
  );
}
