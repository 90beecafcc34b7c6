// How the sample's items are worded: by kind of item, from the vocabulary, with the diseases the audit looks for.
import type { Random } from '../kernel/random.ts';
import {
  BUILD_VERBS, CARRIERS, COLOURS, COSTS, FAILURES, MODULES, NOUNS, QUOTES, SHOPS, SITUATIONS, STRUGGLES, UI_NOUNS, type Component,
} from './sample-words.ts';

export type Disease = 'bug' | 'problem' | 'solution' | 'story' | 'debt' | 'scale' | 'speed' | 'lights_on' | 'security' | 'wish';

export interface Worded {
  readonly title: string;
  readonly body?: string;
  readonly type: string;
  readonly labels: readonly string[];
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Two different entries of a list. */
function pair(list: readonly string[], random: Random): [string, string] {
  const first = Math.floor(random() * list.length);
  const second = (first + 1 + Math.floor(random() * (list.length - 1))) % list.length;
  return [list[first]!, list[second]!];
}

type Writer = (component: Component, random: Random) => Worded;

const WRITERS: Readonly<Record<Disease, Writer>> = {
  bug(component, random) {
    const noun = pick(NOUNS[component], random);
    return {
      title: `${capital(noun)} ${pick(FAILURES, random)} ${pick(SITUATIONS, random)}`,
      body: `Seen by the desk. ${pick(COSTS, random)}`,
      type: 'Bug', labels: random() < 0.3 ? ['carrier'] : [],
    };
  },
  problem(component, random) {
    const [noun] = pair(NOUNS[component], random);
    const title = `${capital(pick(SHOPS, random))} ${pick(STRUGGLES, random)} the ${noun} ${pick(SITUATIONS, random)}`;
    const evidence = random() < 0.5 ? pick(QUOTES, random) : pick(COSTS, random);
    return { title, body: `${evidence} ${pick(COSTS, random)}`, type: 'Story', labels: ['shop-visit'] };
  },
  solution(component, random) {
    const [noun, other] = pair(NOUNS[component], random);
    const verb = pick(BUILD_VERBS, random);
    const title = random() < 0.5
      ? `${verb} a ${pick(UI_NOUNS, random)} with ${noun} ${pick(UI_NOUNS, random)} to the ${other}`
      : `${verb} ${pick(COLOURS, random)} ${pick(UI_NOUNS, random)} and ${pick(UI_NOUNS, random)} for the ${noun}`;
    return { title, ...(random() < 0.4 ? { body: `The system should offer it next to the ${other}.` } : {}), type: 'Story', labels: random() < 0.25 ? ['portal'] : [] };
  },
  story(component, random) {
    const [noun, other] = pair(NOUNS[component], random);
    const role = pick(['a shop owner', 'a product owner', 'a returns clerk', 'a user', 'an admin'], random);
    const means = `a ${pick(UI_NOUNS, random)} for the ${noun}`;
    const end = random() < 0.55 ? '' : ` so that I can find the ${random() < 0.4 ? noun : other} faster`;
    return { title: `As ${role}, I want ${means}${end}`, type: 'Story', labels: [] };
  },
  debt(component, random) {
    const module = `${pick(MODULES, random)} behind the ${pick(NOUNS[component], random)}`;
    const title = pick([`Refactor the ${module}`, `Clean up the ${module} before it grows`, `Remove the workaround in the ${module}`, `Replace legacy code in the ${module}`, `Flaky tests around the ${module}`], random);
    const body = random() < 0.35 ? 'It cost the team 11 hours last month and two support tickets a week come from it.' : 'The code is hard to read.';
    return { title, body, type: 'Task', labels: ['tech-debt'] };
  },
  scale(component, random) {
    const noun = pick(NOUNS[component], random);
    const title = pick([
      `Shard the ${noun} store so that we can handle 10x when we grow`, `Make the ${noun} service web-scale`, `Future-proof the ${noun} queue for millions of users`,
      `Multi-region set-up for the ${noun}, just in case`, `Split the ${noun} into microservices before it gets too big`,
    ], random);
    return { title, type: 'Task', labels: ['architecture'] };
  },
  speed(component, random) {
    const noun = pick(NOUNS[component], random);
    const from = pick([180, 150, 95, 60, 420, 2800], random);
    const to = Math.round(from * pick([0.83, 0.87, 0.9, 0.4], random));
    return { title: `Cut ${noun} rendering from ${from} ms to ${to} ms`, type: 'Task', labels: ['performance'] };
  },
  lights_on(_, random) {
    const carrier = pick(CARRIERS, random);
    const title = pick([
      `Renew the certificate of the ${carrier} gateway`, `Rotate keys for ${carrier}`, `Update the ${carrier} price file`, `Move ${carrier} to the new pick-up API version`,
      `Yearly archive of ${carrier} scans`, `Replace the end-of-life server of ${carrier}`,
    ], random);
    return { title, type: 'Chore', labels: ['lights-on', 'carrier'] };
  },
  security(component, random) {
    const noun = pick(NOUNS[component], random);
    return { title: `Close access to the ${noun} of other shops ${pick(SITUATIONS, random)}`, type: 'Bug', labels: ['security'] };
  },
  wish(component, random) {
    const [noun, other] = pair(NOUNS[component], random);
    const title = pick([
      `${capital(pick(COLOURS, random))} ${noun} for ${pick(SHOPS, random)}`, `${capital(noun)} in the format of ${pick(CARRIERS, random)}`, `Export the ${noun} to a second spreadsheet layout`,
      `Let ${pick(SHOPS, random)} rename the ${noun}`, `Carrier logo on the ${noun}`, `Fax confirmation for the ${noun}`, `Import the ${noun} from the old desk`,
      `${capital(other)} and ${noun} in one mail`, `${capital(noun)} in hours instead of days`,
    ], random);
    return { title, type: 'Story', labels: random() < 0.4 ? ['customer-request'] : [] };
  },
};

/** Words one item of a kind for a part of the product. */
export function wordItem(disease: Disease, component: Component, random: Random): Worded {
  return WRITERS[disease](component, random);
}

/** The same wish in other words: what a second reporter would have typed. */
export function reword(title: string, random: Random): string {
  const swapped = title
    .replace(/^(Add|Build|Create|Implement|Introduce|Show|Allow|Support|Provide|Integrate|Display|Enable) (an? )?/, () => pick(['Please add ', 'We need ', 'Missing: '], random))
    .replace(/\bcannot\b/, "can't").replace(/\bshows the wrong day\b/, 'has a wrong date').replace(/\btimes out\b/, 'runs into a timeout').replace(/ when /, ' if ');
  return swapped === title ? `${title} (asked again)` : swapped;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
