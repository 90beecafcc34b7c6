// Where each tracker keeps its export, in short steps. Commands are for a terminal with that tracker's own tool.
import { useState, type ReactNode } from 'react';
import { Section } from '../../ui/Section.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { STEPS } from './tracker-steps.ts';

/** `first` opens the steps; later they wait behind one word. */
export function TrackerSteps({ first }: { readonly first: boolean }): ReactNode {
  const [tracker, setTracker] = useState('jira');
  const steps = STEPS.find(({ id }) => id === tracker) ?? STEPS[0]!;
  const body = (
    <Tabs label="Trackers" items={STEPS.map(({ id, name }) => ({ id, name }))} selected={tracker} onSelect={setTracker}>
      <ol className="steps">{steps.steps.map((step) => <li key={step.words}>{step.words}{step.command !== undefined && <code className="steps-command">{step.command}</code>}</li>)}</ol>
      <p className="muted steps-note">{steps.note}</p>
    </Tabs>
  );
  return <Section finding="Where the export is">{first ? body : <details className="steps-later"><summary>Jira, GitHub, Linear, GitLab, Trello, any CSV</summary>{body}</details>}</Section>;
}
