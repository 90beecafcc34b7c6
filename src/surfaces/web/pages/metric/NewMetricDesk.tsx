// The four ways a metric comes here, one form at a time.
import type { ReactNode } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';
import type { Metric } from './metric-words.ts';
import { NewFetched } from './NewFetched.tsx';
import { NewMetric } from './NewMetric.tsx';

export const WAYS = ['hand', 'url', 'sql', 'push'] as const;
export type Way = (typeof WAYS)[number];
const NAMES: Readonly<Record<Way, string>> = { hand: 'Paste or drop', url: 'Fetch from an address', sql: 'Ask PostgreSQL', push: 'Let a program push' };

export interface NewMetricDeskProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly today: string;
  readonly onKept: (metric: Metric) => void;
  readonly onLeave?: (() => void) | undefined;
}

export function NewMetricDesk({ way, onWay, today, onKept, onLeave }: NewMetricDeskProps): ReactNode {
  return (
    <div className="metric-desk wide">
      <Tabs label="How the values come" items={WAYS.map((id) => ({ id, name: NAMES[id] }))} selected={way} onSelect={(id) => onWay(id as Way)}>
        {way === 'hand' ? <NewMetric today={today} onKept={onKept} onLeave={onLeave} /> : <NewFetched key={way} way={way} onKept={onKept} onLeave={onLeave} />}
      </Tabs>
    </div>
  );
}
