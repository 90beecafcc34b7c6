// Titles that were read lately, so that the same calendar looked at again is not read word by word each time. A reading depends on nothing
// but model, title, circumstances and masked words, so that what is remembered here can never be told from what is read anew.
import type { Circumstances } from './features.ts';
import { readTitle, type Model, type Reading } from './model.ts';

/** Two kilobytes each at most titles: some eight megabytes. */
const MOST = 4_000;

const known = new WeakMap<Model, Map<string, Reading>>();

/** As readTitle. Of the titles that were read the latest 4,000 are remembered while the program runs, and nothing of them is written anywhere. */
export function readingOf(model: Model, title: string, { external, attendees, minutes, recurring }: Circumstances, masked: ReadonlySet<string>): Reading {
  const readings = known.get(model) ?? new Map<string, Reading>();
  known.set(model, readings);
  const key = JSON.stringify([title, external, attendees, minutes, recurring, ...masked]);
  const before = readings.get(key);
  const reading = before ?? readTitle(model, title, { external, attendees, minutes, recurring }, masked);
  // Put last again: what goes first is what was not asked for the longest.
  readings.delete(key);
  readings.set(key, reading);
  if (readings.size > MOST) readings.delete(readings.keys().next().value!);
  return reading;
}
