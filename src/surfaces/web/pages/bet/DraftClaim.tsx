// The beginning of a bet: what is claimed, for whom, which problem it answers, which metric it moves.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Change } from './draft-text.ts';
import { metricHint, metricNote } from './metric-words.ts';
import type { PartProps } from './draft-part.ts';

export function DraftClaim(part: PartProps): ReactNode {
  const { draft, field, names, bet } = part;
  const metrics = names.metrics.filter(({ state, id }) => state === 'active' || id === bet.terms.metric);
  const chosen = names.metric;
  return (
    <Section finding="What is claimed">
      <TextField label="The claim" hint="Doing what, for whom, moves what. Somebody must be able to find it wrong." multiline maxLength={600} {...field('claim')} />
      <TextField label="For whom" hint="Shops under 500 orders a month" maxLength={300} {...field('who')} />
      <ProblemChoice {...part} />
      <TextField label="Kind of bet" optional hint="Onboarding, pricing, reminders: decides which record is shown beside your probability." maxLength={60} {...field('kind')} />
      <div data-field="metric">
        <Select label="The metric it moves" placeholder={metrics.length === 0 ? 'No metric is kept yet' : 'Choose a metric'} choices={metrics.map((metric) => ({ id: metric.id, name: `${metric.key} ${metric.name}`, hint: metricHint(metric) }))} value={bet.terms.metric}
          onChange={(metric) => draft.choose({ metric, ...withoutIt(bet.terms, metric) })} disabled={metrics.length === 0} />
        <p className="bet-under">{chosen === undefined ? null : <>{metricNote(chosen)} </>}<AppLink className="link link-small" href={chosen === undefined ? '/metrics?add=1' : `/metrics/${chosen.key}`}>{chosen === undefined ? 'Add a metric' : `Look at ${chosen.key}`}</AppLink></p>
      </div>
    </Section>
  );
}

/** A metric that becomes the bet’s own can be neither its guardrail nor its control any more. */
function withoutIt({ guardrails, controls }: PartProps['bet']['terms'], metric: string): Pick<Change, 'guardrails' | 'controls'> {
  return {
    ...(guardrails.some((one) => one.metric === metric) ? { guardrails: guardrails.filter((one) => one.metric !== metric) } : {}),
    ...(controls.includes(metric) ? { controls: controls.filter((one) => one !== metric) } : {}),
  };
}

function ProblemChoice({ bet, draft, names }: PartProps): ReactNode {
  const [writing, setWriting] = useState(false);
  const [title, setTitle] = useState('');
  const add = useDo('problem.add', { done: ({ problem }) => { setWriting(false); setTitle(''); draft.choose({ problem: problem.id }); } });
  const open = names.problems.filter((problem) => !('state' in problem) || problem.state === 'open' || problem.id === bet.problem);
  const given = title.trim();
  const keep = (): void => { if (given !== '') add.mutate({ title: given }); };
  if (writing || open.length === 0) {
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter in the field keeps it, as its button does
      <div data-field="problem" onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement) { event.preventDefault(); keep(); } }}>
        <TextField label="The problem it answers" hint="In the words of who has it; no solution in it yet. It becomes a problem of its own." value={title} onChange={setTitle} maxLength={300} name="problem-title" />
        <p className="actions bet-under">
          <Button kind="link" small disabled={given === ''} busy={add.isPending} onPress={keep}>Write the problem down</Button>
          {open.length > 0 && <Button kind="link" small onPress={() => setWriting(false)}>Choose one that is there</Button>}
        </p>
        {add.error !== null && <AskError error={add.error} kept="Your words are still here." />}
      </div>
    );
  }
  return (
    <div data-field="problem">
      <Select label="The problem it answers" placeholder="Choose a problem" choices={open.map(({ id, key, title: words }) => ({ id, name: `${key} ${words}` }))} value={bet.problem} onChange={(problem) => draft.choose({ problem })} />
      <p className="bet-under"><Button kind="link" small onPress={() => setWriting(true)}>Write another one down</Button></p>
    </div>
  );
}
