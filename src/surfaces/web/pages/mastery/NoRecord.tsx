// The record before there is one: what it would show, the one step to it, and the form of its picture with its parts named.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const WIDTH = 640;
const TICKS = [0, 25, 50, 75, 100];

export function NoRecord(): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState page sentence="No bet has shipped yet, so there is nothing to learn from." action={<Button kind="primary" href="/bets" onPress={() => void navigate({ to: '/bets' })}>Go to the bets</Button>} form={<EmptyStrip />}>
      Every settled bet stands here with the odds you gave and what came of it. Under five they are read one by one; from five there is a range; from ten a score with its error. It is shown to nobody else.
    </EmptyState>
  );
}

function EmptyStrip(): ReactNode {
  const at = (share: number): number => 90 + (share / 100) * (WIDTH - 120);
  return (
    <svg className="chart mastery-empty" viewBox={`0 0 ${WIDTH} 112`} role="img" aria-label="The form of the record: what was said from 0 to 100 per cent, in a lane for what happened and one for what did not.">
      {TICKS.map((tick) => <g key={tick}><line x1={at(tick)} x2={at(tick)} y1="6" y2="84" stroke="var(--line)" /><text x={at(tick)} y="104" textAnchor="middle">{tick}{tick === 100 ? '%' : ''}</text></g>)}
      {['happened', 'did not'].map((lane, order) => <g key={lane}><line x1={at(0)} x2={at(100)} y1={38 + order * 38} y2={38 + order * 38} stroke="var(--edge)" /><text x="0" y={36 + order * 38}>{lane}</text></g>)}
      {[62, 78].map((share, order) => <circle key={share} cx={at(share)} cy={30 + order * 38} r="5" fill="none" stroke="var(--edge)" strokeDasharray="2 2" />)}
    </svg>
  );
}
