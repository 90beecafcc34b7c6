// The third layer: what who meets, how and how often says about the kind before any word is weighed. Decides, or leans, and says why.
// Domains and roles are those the owner confirmed; nobody's role is guessed.
import type { Kind } from '../kinds.ts';
import { domainOf, isWithin, type EventFacts } from './facts.ts';

/** What an outside domain is to the owner, as the owner confirmed it. */
export type Relation = 'customer' | 'vendor' | 'agency' | 'recruiter' | 'analyst';

/** People and companies the owner has named. */
export interface Acquaintance {
  readonly relations: ReadonlyMap<string, Relation>;
  /** Addresses of engineering managers, lower case. */
  readonly engineeringManagers: ReadonlySet<string>;
}

export type StructureReason =
  | 'entry-type' | 'incident-number' | 'names-only' | 'alone' | 'everybody' | 'applicant' | 'manager-concern' | 'customer-domain' | 'vendor-domain' | 'agency-domain'
  | 'recruiter-domain' | 'analyst-domain' | 'sent-by-customer-team' | 'customer-conference';

export interface Lean {
  readonly kind: Kind;
  /** Added to the log-odds of the kind. */
  readonly points: number;
  readonly because: StructureReason;
}

export type Structure =
  | { readonly decided: true; readonly kind: Kind; readonly probability: number; readonly because: StructureReason }
  | { readonly decided: false; readonly leans: readonly Lean[] };

const ANALYSTS = ['gartner.com', 'forrester.com', 'idc.com'];
/** Mail hosts anybody may have an address with: such a domain is no company. */
export const FREE_MAIL: readonly string[] = [
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'gmx.de', 'gmx.net', 'web.de', 'aol.com',
  'mail.ru', 'yandex.ru', 'qq.com', '163.com', 'naver.com', 'orange.fr', 'free.fr', 'libero.it', 'wp.pl', 'o2.pl', 'seznam.cz', 'fastmail.com',
];
const APPLICANT_LINK = /\b(?:greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|teamtailor\.com|recruitee\.com|jobvite\.com|breezy\.hr|personio\.(?:de|com)|myworkdayjobs\.com)\b/iu;
const INCIDENT_NUMBER = /\bRUNBOOK\b|\bINC-?\d{2,}\b/u;
const CUSTOMER_TEAM = /^(?:sales|vertrieb|ventas|vendas|cs|csm|success|customer-?success|support|helpdesk|service-?desk)(?:[.+-]|@)/u;
const EVERYBODY_FROM = 60;
const NAME = '\\p{Lu}[\\p{L}\\p{M}.\'’-]*';
const NAMES_ONLY = new RegExp(`^\\s*${NAME}(?: ${NAME}){0,2}\\s*(?:/|\\||<>|<->|↔|&|\\+| x | X |,|–|—| - )\\s*${NAME}(?: ${NAME}){0,2}\\s*$`, 'u');

const RELATION_LEANS: Readonly<Record<Relation, { readonly because: StructureReason; readonly kinds: readonly (readonly [Kind, number])[] }>> = {
  customer: {
    because: 'customer-domain',
    kinds: [['customer_call', 2], ['customer_research', 1.3], ['customer_support', 1.3], ['sales', 1.3], ['implementation', 1.3], ['design_partner', 1.3]],
  },
  vendor: { because: 'vendor-domain', kinds: [['project_mgmt', 2]] },
  agency: { because: 'agency-domain', kinds: [['marketing', 2]] },
  recruiter: { because: 'recruiter-domain', kinds: [['recruiting', 3]] },
  analyst: { because: 'analyst-domain', kinds: [['market_analysis', 3]] },
};

function decided(kind: Kind, probability: number, because: StructureReason): Structure {
  return { decided: true, kind, probability, because };
}

/** Decisions that need no word, or one word of `cues`: the kinds for which a known phrase stands in the title. First that holds. */
function decision(facts: EventFacts, acquaintance: Acquaintance, cues: ReadonlySet<Kind>): Structure | undefined {
  const others = facts.others ?? [];
  const inside = facts.external === false;
  if (facts.eventType === 'out-of-office') return decided('ooo', 0.98, 'entry-type');
  if (facts.eventType === 'focus') return decided('focus', 0.95, 'entry-type');
  if (INCIDENT_NUMBER.test(`${facts.title}\n${facts.description ?? ''}`)) return decided('incident', 0.9, 'incident-number');
  const applicant = cues.has('recruiting') || APPLICANT_LINK.test(facts.description ?? '');
  if (applicant && others.some((address) => isWithin(domainOf(address), FREE_MAIL))) return decided('recruiting', 0.9, 'applicant');
  const withManager = facts.attendees === 2 && others.some((address) => acquaintance.engineeringManagers.has(address));
  if (withManager && facts.recurring === false && (facts.minutes ?? 60) <= 30 && cues.has('people_issue')) return decided('people_issue', 0.85, 'manager-concern');
  if (inside && facts.attendees === 2 && facts.recurring === true && cues.size === 0 && NAMES_ONLY.test(facts.title)) return decided('one_on_one', 0.92, 'names-only');
  if (inside && (facts.attendees ?? 0) >= EVERYBODY_FROM) return decided('company', 0.85, 'everybody');
  if (facts.attendees === 1 && facts.title.trim() === '') return decided('focus', 0.75, 'alone');
  return undefined;
}

function leansOf(facts: EventFacts, acquaintance: Acquaintance, cues: ReadonlySet<Kind>): Lean[] {
  const domains = new Set((facts.others ?? []).map(domainOf));
  const relations = new Set<Relation>();
  for (const domain of domains) {
    const relation = acquaintance.relations.get(domain);
    if (relation !== undefined) relations.add(relation);
    else if (isWithin(domain, ANALYSTS)) relations.add('analyst');
  }
  const leans = [...relations].flatMap((relation) => {
    const { because, kinds } = RELATION_LEANS[relation];
    return kinds.map(([kind, points]): Lean => ({ kind, points, because }));
  });
  if (facts.organiser !== undefined && CUSTOMER_TEAM.test(facts.organiser)) leans.push({ kind: 'liaison', points: 2, because: 'sent-by-customer-team' });
  if (facts.attendees === 1 && cues.size === 0) leans.push({ kind: 'focus', points: 1.5, because: 'alone' });
  const host = facts.conferenceHost;
  const hostsUs = host !== undefined && [...acquaintance.relations].some(([domain, relation]) => relation === 'customer' && isWithin(host, [domain]));
  if (hostsUs && !relations.has('customer')) leans.push({ kind: 'customer_call', points: 1, because: 'customer-conference' });
  return leans;
}

/**
 * What the structure of an event says. Example: two people from inside, every week, titled `Ana / Ben`: decided, one_on_one, 0.92.
 * The probabilities and points are the program's own settings, not measured ones.
 */
export function structureOf(facts: EventFacts, acquaintance: Acquaintance, cues: ReadonlySet<Kind>): Structure {
  return decision(facts, acquaintance, cues) ?? { decided: false, leans: leansOf(facts, acquaintance, cues) };
}
