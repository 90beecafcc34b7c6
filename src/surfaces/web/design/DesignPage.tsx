// The design system, live: the primitives in the states they have, with sample data of one obviously sample company.
import { useSyncExternalStore, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Freshness } from '../ui/Freshness.tsx';
import { Lead } from '../ui/Lead.tsx';
import { Note } from '../ui/Note.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { theme, THEMES } from '../shell/theme.ts';
import { AttentionParts } from './AttentionParts.tsx';
import { ChartParts } from './ChartParts.tsx';
import { ControlParts } from './ControlParts.tsx';
import { FieldParts } from './FieldParts.tsx';
import { LineParts } from './LineParts.tsx';
import { ListParts } from './ListParts.tsx';
import { OutcomeParts } from './OutcomeParts.tsx';
import { SampleNumber } from './SampleNumber.tsx';
import { StateParts } from './StateParts.tsx';
import { TextParts } from './TextParts.tsx';
import { TokenParts } from './TokenParts.tsx';
import './design.css';

export function DesignPage(): ReactNode {
  const chosen = useSyncExternalStore(theme.subscribe, theme.get, () => 'system');
  return (
    <>
      <Lead>
        <Sentence><SampleNumber id="open-goal">157</SampleNumber> of <SampleNumber id="open">412</SampleNumber> open items lead to the goal. <SampleNumber id="orphans">191</SampleNumber> have no path to it yet, and <SampleNumber id="aged">40</SampleNumber> of those have aged out.</Sentence>
        <Freshness>Tracker export of 20 November, 13:40. <SampleNumber id="lights">64</SampleNumber> items keep the lights on and need no goal.</Freshness>
        <div className="actions design-switch" role="group" aria-label="Theme">
          {THEMES.map((name) => <Button key={name} kind="link" small pressed={chosen === name} onPress={() => theme.set(name)}>{name}</Button>)}
        </div>
      </Lead>
      <ChartParts />
      <OutcomeParts />
      <AttentionParts />
      <LineParts />
      <ListParts />
      <ControlParts />
      <FieldParts />
      <StateParts />
      <TextParts />
      <TokenParts />
      <Note title="Where it came from">
        <p>Of the 191 without a path: <SampleNumber id="from-sales">71</SampleNumber> from sales, <SampleNumber id="from-above">58</SampleNumber> from above, <SampleNumber id="from-team">39</SampleNumber> from the team. Not bad: unexplained.</p>
        <h3>About this page</h3>
        <p>Sample Parcel, an obviously sample company. Nothing here is read from your data.</p>
      </Note>
    </>
  );
}
