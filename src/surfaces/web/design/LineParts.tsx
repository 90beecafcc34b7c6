// Parts of the line on the design page: pressed load on its own baseline, the weeks after a hand-off, a typed line read back.
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure.tsx';
import { FollowUpBars } from '../charts/line/FollowUpBars.tsx';
import { PressedChart } from '../charts/line/PressedChart.tsx';
import { dayShort, percent } from '../data/words.ts';
import { ReadBack } from '../parts/ReadBack.tsx';
import { Section } from '../ui/Section.tsx';
import '../parts/parts.css';

const WEEKS = ['2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'].map((from, at) => ({ from, share: [0.31, 0.22, 0.35, 0.28, 0.24, 0.4, 0.3, 0.26, 0.78][at] ?? 0 }));
const AFTER = [0.62, 0.2, 0.1, 0.08, 0.3].map((share, at) => ({ from: WEEKS[at]?.from ?? '', share, over: share > 0.25 }));

export function LineParts(): ReactNode {
  return (
    <Section wide finding="What was pressed, and what came back">
      <Figure id="design-pressed" title="Last week more was pressed on you than is usual for you" unit="Pressed minutes of all that was carried, by week" summary="Pressed share by week" caption="The band is your own usual range. It says what is usual, not what is right."
        table={{ columns: [{ id: 'week', head: 'Week from', rowHead: true, cell: ({ from }: (typeof WEEKS)[number]) => dayShort(from) }, { id: 'share', head: 'Share', right: true, cell: ({ share }: (typeof WEEKS)[number]) => percent(share) }], rows: WEEKS, rowKey: ({ from }) => from }}>
        {(frame) => <PressedChart weeks={WEEKS} usual={{ mean: 0.35, low: 0.06, high: 0.64 }} frame={frame} label="Last week 78% was pressed; usually 35%" />}
      </Figure>
      <div className="design-gauges"><FollowUpBars weeks={AFTER} label="Week five of eight: more than a quarter of what it took before" /></div>
      <ReadBack pieces={[{ name: 'how long', says: '45 minutes' }, { name: 'kind', says: 'Sales' }, { name: 'what', says: 'deck for Northwind' }, { name: 'asked by', says: 'sales' }]} lacks={undefined} empty={undefined} />
    </Section>
  );
}
