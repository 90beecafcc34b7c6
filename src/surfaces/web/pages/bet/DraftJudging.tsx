// How the bet will be judged, said before anybody knows: what must not get worse, what shows what would have happened anyway, when it
// stops, how and when it is read.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { said } from '../../charts/outcome/measure.ts';
import { DateField } from '../../ui/DateField.tsx';
import { effectMeasure, numberIn } from './bet-measure.ts';
import { DESIGN_WORDS } from './bet-record.ts';
import type { Terms } from './bet-words.ts';
import { Choices } from './Choices.tsx';
import type { PartProps } from './draft-part.ts';

const REVIEWS = [30, 90, 365] as const;
const DESIGNS = [
  { id: 'before-after', name: DESIGN_WORDS['before-after'], hint: 'Nothing else to do; sees large effects only' },
  { id: 'experiment', name: DESIGN_WORDS.experiment, hint: 'The strongest evidence; needs a split' },
  { id: 'staggered', name: DESIGN_WORDS.staggered, hint: 'The late ones show what would have happened' },
] as const;

export function DraftJudging(part: PartProps): ReactNode {
  const { bet, draft, field, names } = part;
  const { terms } = bet;
  const unit = names.measure.unit.trim();
  const review = (days: Terms['primaryReview'], on: boolean): void => {
    const reviews = REVIEWS.filter((one) => (one === days ? on : terms.reviews.includes(one)));
    if (reviews.length === 0) return;
    draft.choose({ reviews, ...(reviews.includes(terms.primaryReview) ? {} : { primaryReview: reviews.at(-1)! }) });
  };
  return (
    <Section finding="How it will be judged">
      <Guardrails {...part} />
      <Controls {...part} />
      <TextField label="When you would stop it" hint="A day, a number, a complaint: what would make you take it back." multiline maxLength={600} {...field('killCriterion')} />
      <TextField label={`Stop when the effect is below${unit === '' ? '' : `, in ${unit === '%' ? 'per cent' : unit}`}`} optional hint="A number the readout watches for you. −2 stops it when it does two of harm." short inputMode="decimal" {...field('killBelow')} />
      <Choices label="How it is read" name="design" choices={DESIGNS} value={terms.design} onChange={(design) => draft.choose({ design })} />
      <fieldset className="field choices" data-field="reviews">
        <legend className="field-label">Looked at, in days after everybody had it</legend>
        <div className="choice-line">{REVIEWS.map((days) => <Checkbox key={days} selected={terms.reviews.includes(days)} onChange={(on) => review(days, on)} disabled={terms.reviews.length === 1 && terms.reviews[0] === days}>{days} days</Checkbox>)}</div>
      </fieldset>
      <Choices label="The review that decides" name="primaryReview" hint="Only this one gives a verdict. An earlier one says on or off track, a later one still there or fading." choices={terms.reviews.map((days) => ({ id: String(days), name: `${days} days` }))} value={String(terms.primaryReview)}
        onChange={(days) => draft.choose({ primaryReview: Number(days) as Terms['primaryReview'] })} />
      <DateField label="Ships by" hint="When you mean to have it out; empty when it does not matter." value={draft.text.shipBy} onChange={(shipBy) => draft.type('shipBy', shipBy)} />
    </Section>
  );
}

function Guardrails({ bet, draft, names }: PartProps): ReactNode {
  const { guardrails, metric: own } = bet.terms;
  const [metric, setMetric] = useState<string>();
  const [margin, setMargin] = useState('');
  const free = names.metrics.filter(({ id, state }) => state === 'active' && id !== own && !guardrails.some((one) => one.metric === id));
  const value = numberIn(margin);
  const bad = margin.trim() !== '' && (value === undefined || value <= 0);
  const add = (): void => {
    if (metric === undefined || value === undefined || bad) return;
    const relative = margin.includes('%');
    draft.choose({ guardrails: [...guardrails, { metric, margin: relative ? value / 100 : value, scale: relative ? 'relative' : 'absolute' }] });
    setMetric(undefined);
    setMargin('');
  };
  return (
    <fieldset className="field bet-list" data-field="guardrails">
      <legend className="field-label">What must not get worse<span className="field-optional"> optional</span></legend>
      <p className="field-hint">With the most harm you would accept: 5% of what it is now, or 0.5 in its own unit. A breach makes a win a win at a price.</p>
      {guardrails.length > 0 && (
        <ul className="bet-chosen">{guardrails.map((one) => {
          const found = names.metrics.find(({ id }) => id === one.metric);
          return <li key={one.metric}><span>{found?.name ?? one.metric}, by more than {said(one.margin, effectMeasure(one.scale, found))}</span> <Button kind="link" small label={`Leave out ${found?.name ?? one.metric}`} onPress={() => draft.choose({ guardrails: guardrails.filter(({ metric: id }) => id !== one.metric) })}>Leave out</Button></li>;
        })}</ul>
      )}
      {free.length === 0 ? <p className="field-hint">{names.metrics.length < 2 ? 'A guardrail is another metric; only one is kept so far.' : 'Every other metric is a guardrail already.'}</p> : (
        <div className="bet-line">
          <Select label="Metric" choices={free.map(({ id, key, name }) => ({ id, name: `${key} ${name}` }))} value={metric} onChange={setMetric} placeholder="Choose a guardrail" />
          <TextField label="Most harm you accept" value={margin} onChange={setMargin} short {...(bad ? { error: 'A number above zero, such as 5%.' } : {})} />
          <Button kind="link" small disabled={metric === undefined || value === undefined || bad} onPress={add}>Name it as a guardrail</Button>
        </div>
      )}
    </fieldset>
  );
}

function Controls({ bet, draft, names }: PartProps): ReactNode {
  const { controls, metric: own } = bet.terms;
  const free = names.metrics.filter(({ id, state }) => state === 'active' && id !== own && !controls.includes(id));
  const nameOf = (id: string): string => names.metrics.find((one) => one.id === id)?.name ?? id;
  if (free.length === 0 && controls.length === 0) return null;
  return (
    <fieldset className="field bet-list" data-field="controls">
      <legend className="field-label">Controls<span className="field-optional"> optional</span></legend>
      <p className="field-hint">Metrics the ship cannot move, named in advance: they show what would have happened anyway, and narrow what the readout can see.</p>
      {controls.length > 0 && <ul className="bet-chosen">{controls.map((id) => <li key={id}><span>{nameOf(id)}</span> <Button kind="link" small label={`Leave out ${nameOf(id)}`} onPress={() => draft.choose({ controls: controls.filter((one) => one !== id) })}>Leave out</Button></li>)}</ul>}
      {free.length > 0 && controls.length < 5 && <Select label="Name a control" choices={free.map(({ id, key, name }) => ({ id, name: `${key} ${name}` }))} value={undefined} onChange={(id) => draft.choose({ controls: [...controls, id] })} placeholder="Choose a control" />}
    </fieldset>
  );
}
