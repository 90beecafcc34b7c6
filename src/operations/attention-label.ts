// Labels events by what is known of their owner: what they said of this very event, then series, rules, structure and model. With
// nothing known it is the stateless look at calendars. Remembers nothing between calls.
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import { classify, type Classification, type Knowledge } from '../domain/attention/classify/classify.ts';
import { factsOf, type EventFacts } from '../domain/attention/classify/facts.ts';
import { learnFrom } from '../domain/attention/classify/learn.ts';
import { shippedModel } from '../domain/attention/classify/shipped-model.ts';
import { kindNamed, type Group, type Kind } from '../domain/attention/kinds.ts';
import type { Label, Labeller } from '../domain/attention/minutes/label.ts';

/** What is known of an owner beside the model. */
export interface OwnersWord extends Omit<Knowledge, 'model'> {
  /** The kind that was said of this very instance; undefined where none was. */
  readonly saidOf: (event: CalendarEvent) => Kind | undefined;
  readonly groupOf: (kind: Kind) => Group;
}

/** How an event got its kind: what the label is made of, with its reasons. */
export interface Reasons extends Omit<Classification, 'layer'> {
  readonly layer: Classification['layer'] | 'event';
}

export interface Labelling {
  readonly label: Labeller;
  readonly reasons: (event: CalendarEvent) => Reasons;
  readonly facts: (event: CalendarEvent) => EventFacts;
}

const SAID: ReadonlySet<string> = new Set(['event', 'series', 'rule']);

/** Instances that look alike are classified once. */
export function labelling(events: readonly CalendarEvent[], company: readonly string[], word: OwnersWord): Labelling {
  const knowledge: Knowledge = { model: shippedModel(), memory: word.memory, rules: word.rules, acquaintance: word.acquaintance };
  const surroundings = { company, namesAttendees: events.some(({ attendees }) => attendees.length > 0) };
  const facts = (event: CalendarEvent): EventFacts => factsOf(event, surroundings);
  const known = new Map<string, Reasons>();
  const reasons = (event: CalendarEvent): Reasons => {
    const said = word.saidOf(event);
    if (said !== undefined) return { kind: said, group: word.groupOf(said), probability: 1, layer: 'event', band: 'auto', top3: [{ kind: said, probability: 1 }], words: [] };
    const seen = facts(event);
    const key = JSON.stringify(seen);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = classify(seen, knowledge);
    const made: Reasons = found.kind === undefined ? found : { ...found, group: word.groupOf(found.kind) };
    known.set(key, made);
    return made;
  };
  const label = (event: CalendarEvent): Label => {
    const { kind, group, probability, layer } = reasons(event);
    return { ...(kind === undefined ? {} : { kind }), ...(group === undefined ? {} : { group }), probability, layer, confirmed: SAID.has(layer) };
  };
  return { label, reasons, facts };
}

/** Guesses by structure and by the shipped model, for calendars whose owner said nothing. */
export function labelFor(events: readonly CalendarEvent[], company: readonly string[]): Labeller {
  const nothing = { memory: learnFrom([], company), rules: [], acquaintance: { relations: new Map(), engineeringManagers: new Set<string>() } };
  return labelling(events, company, { ...nothing, saidOf: () => undefined, groupOf: (kind) => kindNamed(kind).group }).label;
}
