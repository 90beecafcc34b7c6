// Signals of load, each by itself and each against the person's own weeks. Under eight weeks there is no usual range, and it says so.
import type { ReactNode } from 'react';
import { SignalStrip } from '../../charts/attention/SignalStrip.tsx';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { Section } from '../../ui/Section.tsx';
import { useAttention } from './attention-context.ts';
import type { AttentionWeek } from './attention-words.ts';
import { SIGNAL_NAMES, readingWords, settledBy, signalValue } from './signal-words.ts';

type Signal = AttentionWeek['signals'][number];

export function Signals(): ReactNode {
  const { week } = useAttention();
  const known = week.weeks.filter(({ whole, known: had }) => whole && had).length;
  const shown = week.signals.filter(({ value }) => value !== null);
  if (shown.length === 0 || known === 0) return null;
  const outside = shown.filter(({ reading }) => reading === 'above' || reading === 'below' || reading === 'run');
  return (
    <Section finding={finding(known, outside.length)} sub="The last whole week of each, on the weeks before. No index is made of them, and none is a diagnosis.">
      {known < 8 && <CannotTell what="whether a week is unusual for you" because={`${known === 1 ? 'One whole week is' : `${known} whole weeks are`} known; your own range needs eight.`} settledBy={settledBy(known)} />}
      <ul className="att-signals">
        {[...outside, ...shown.filter((one) => !outside.includes(one))].map((signal) => <SignalRow key={signal.name} signal={signal} few={known < 8} />)}
      </ul>
    </Section>
  );
}

function finding(known: number, outside: number): string {
  if (known < 8) return 'Load, week by week';
  if (outside === 0) return 'Load is within your usual range';
  return outside === 1 ? 'One signal of load is outside your usual range' : `${outside} signals of load are outside your usual range`;
}

function SignalRow({ signal, few }: { readonly signal: Signal; readonly few: boolean }): ReactNode {
  const { name, unit, weeks, usual, reading, trend } = signal;
  const last = weeks.findLast((value) => value !== null);
  const value = last === null || last === undefined ? 'none' : signalValue(last, unit);
  return (
    <li>
      <span>{SIGNAL_NAMES[name] ?? name.replaceAll('_', ' ')}</span>
      <b className="tabular">{value}</b>
      <SignalStrip weeks={weeks} usual={usual} width={150} label={`${SIGNAL_NAMES[name] ?? name}: ${weeks.map((one) => (one === null ? 'not known' : signalValue(one, unit))).join(', ')}.`} />
      <span className={reading === 'usual' ? 'muted' : undefined}>{usual === null ? few && <CannotTell inline what="yet" /> : readingWords(reading, usual, unit)}{trend !== null && <>; a trend {trend.perWeek > 0 ? 'upwards' : 'downwards'}</>}</span>
    </li>
  );
}
