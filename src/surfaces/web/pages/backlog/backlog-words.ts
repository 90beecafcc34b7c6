// What the Backlog says first, decided from the audit and the lineage: one sentence for each state the backlog can be in.
// Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import { count } from '../../data/words.ts';
import type { NumberPart, Phrase } from '../../parts/phrase.ts';

export type AuditTold = NonNullable<OutputOf<'audit.get'>['audit']>;
export type LineageShare = OutputOf<'lineage.share'>;

export interface BacklogFacts {
  readonly items: number;
  readonly goalSet: boolean;
  readonly share: Pick<LineageShare, 'open' | 'linked' | 'unexplained'>;
  /** Open items that aged out, and how many of them have no path; undefined while that is not known. */
  readonly agedOut: number;
  readonly agedWithoutPath: number | undefined;
  /** Whether the rule is on, and whether the history can carry it. */
  readonly ageJudged: 'yes' | 'off' | 'cannot_tell';
}

export const numberPart = (number: string, value: number, of?: string): NumberPart => ({ number, of, text: count(value) });
const verb = (value: number, one: string, many: string): string => (value === 1 ? one : many);

/** The sentence at the head of the page. Example: `157 of 412 open items lead to the goal. 191 have no path to it yet, and 40 of those have aged out.` */
export function backlogSentence(facts: BacklogFacts): Phrase {
  const { share: { open, linked, unexplained } } = facts;
  if (open === 0) return [numberPart('read.items', facts.items), ` ${verb(facts.items, 'item was', 'items were')} read, and none of them is open.`];
  const openPart = numberPart('backlog.open', open);
  if (!facts.goalSet) {
    return [openPart, ` ${verb(open, 'item is', 'items are')} open. No goal is set, so nothing can lead to it.`, ...agedOut(facts, ' ', '.')];
  }
  const head: Phrase = [numberPart('backlog.goal', linked), ' of ', openPart, ` open ${verb(open, 'item', 'items')} ${verb(linked, 'leads', 'lead')} to the goal`];
  if (unexplained === 0) return [...head, ', and the others keep the lights on or may lead there by their wording.', ...agedOut(facts, ' ', '.')];
  const path: Phrase = [...head, '. ', numberPart('backlog.none', unexplained), ` ${verb(unexplained, 'has', 'have')} no path to it yet`];
  if (facts.ageJudged === 'yes' && facts.agedOut > 0 && facts.agedWithoutPath === facts.agedOut) {
    return [...path, ', and ', numberPart('rule.count', facts.agedOut, 'dinosaur'), ` of those ${verb(facts.agedOut, 'has', 'have')} aged out.`];
  }
  if (facts.ageJudged === 'yes' && facts.agedOut === 0) return [...path, ', and nothing has aged out.'];
  return [...path, '.', ...agedOut(facts, ' ', '.')];
}

function agedOut({ ageJudged: judged, agedOut: many }: BacklogFacts, before: string, after: string): Phrase {
  if (judged === 'off') return [];
  if (judged === 'cannot_tell') return [`${before}Whether any has aged out cannot be told from this history${after}`];
  if (many === 0) return [`${before}Nothing has aged out${after}`];
  return [before, numberPart('rule.count', many, 'dinosaur'), ` ${verb(many, 'has', 'have')} aged out${after}`];
}

/** Whether the rule on age can speak at all. */
export function ageJudged(audit: Pick<AuditTold, 'byRule' | 'cannotTell' | 'survival'>): BacklogFacts['ageJudged'] {
  const rule = audit.byRule.find((one) => one.rule === 'dinosaur');
  if (rule?.on !== true) return 'off';
  if (rule.count > 0) return 'yes';
  return audit.survival.length === 0 || audit.cannotTell.some(({ what }) => what === 'dinosaur') ? 'cannot_tell' : 'yes';
}

const ORIGINS: Readonly<Record<string, string>> = { exec: 'from above', sales: 'from sales', support: 'from support', team: 'from the team', pm: 'from you', unknown: 'from people whose place nobody has named' };

/** Where wishes come from, in words. `exec` is `from above`; an origin of your own is `from` it. */
export function originWords(origin: string): string {
  return ORIGINS[origin] ?? `from ${origin}`;
}

/** The same for a column: `above`, `sales`, `you`. Undefined while nobody has named it. */
export function originShort(origin: string | undefined): string | undefined {
  if (origin === undefined || origin === 'unknown') return undefined;
  return origin === 'exec' ? 'from above' : origin === 'pm' ? 'you' : origin;
}

/** The margin's note on who asked for what has no path. Undefined when there is nothing to say. */
export function cameFrom(share: Pick<LineageShare, 'unexplained' | 'byOrigin'>): Phrase | undefined {
  const named = share.byOrigin.filter(({ unexplained }) => unexplained > 0);
  if (share.unexplained === 0 || named.length === 0) return undefined;
  if (named.every(({ origin }) => origin === 'unknown')) return undefined;
  const shown = named.slice(0, 7);
  const parts = shown.flatMap(({ origin, unexplained }, at): Phrase => [at === 0 ? '' : ', ', numberPart('origin', unexplained, origin), ` ${originWords(origin)}`]);
  return ['Without a confirmed path: ', ...parts, named.length > shown.length ? ', and some from others. Not bad: unexplained.' : '. Not bad: unexplained.'];
}
