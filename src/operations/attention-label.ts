// Labels events with nothing known of their owner but addresses: no confirmations, no rules of their own. Remembers nothing between calls.
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import { classify, type Knowledge } from '../domain/attention/classify/classify.ts';
import { factsOf } from '../domain/attention/classify/facts.ts';
import { learnFrom } from '../domain/attention/classify/learn.ts';
import { shippedModel } from '../domain/attention/classify/shipped-model.ts';
import type { Label, Labeller } from '../domain/attention/minutes/label.ts';

/** Guesses by structure and by the shipped model. Instances that look alike to them are asked about once. */
export function labelFor(events: readonly CalendarEvent[], company: readonly string[]): Labeller {
  const knowledge: Knowledge = { model: shippedModel(), memory: learnFrom([], company), rules: [], acquaintance: { relations: new Map(), engineeringManagers: new Set() } };
  const surroundings = { company, namesAttendees: events.some(({ attendees }) => attendees.length > 0) };
  const known = new Map<string, Label>();
  return (event) => {
    const facts = factsOf(event, surroundings);
    const key = JSON.stringify(facts);
    const before = known.get(key);
    if (before !== undefined) return before;
    const { kind, group, probability, layer } = classify(facts, knowledge);
    const label: Label = { ...(kind === undefined ? {} : { kind }), ...(group === undefined ? {} : { group }), probability, layer, confirmed: false };
    known.set(key, label);
    return label;
  };
}
