// The rule of three: the same work for the same asker or about the same thing, three times or four hours in six weeks, asks for one
// decision. At most one a week, the one with most minutes first. The line is drawn on the pattern, never on the act.
import { weekStart } from '../kernel/calendar.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { kindNamed, type Kind } from '../attention/kinds.ts';
import { byDay, carriesWithin, minutesCarried, type Carry } from './carry.ts';
import type { LineFinding } from './finding.ts';
import { counted, dayWords, timeWords } from './words.ts';

export const PATTERN_DAYS = 42;
const PATTERN_TIMES = 3;
const PATTERN_MINUTES = 240;

export interface Pattern {
  /** `sales/asker/northwind`: kind, what is the same, and who or what, in small letters. */
  readonly decision: string;
  readonly kind: Kind;
  readonly by: 'asker' | 'topic';
  /** As it was last written. */
  readonly who: string;
  readonly carries: readonly Carry[];
  readonly minutes: number;
}

/** A decision that was taken on a pattern. */
export interface Decided {
  readonly decision: string;
  readonly on: Day;
  /** True for `keep`: silent for six weeks. */
  readonly kept: boolean;
}

const sameWords = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * The patterns that ask for a decision, most minutes first. Only carries after the last decision on the same pattern count, and one that
 * was kept is silent for 42 days. Example: three decks for sales since 10 October, 45 minutes each: one pattern of 135 minutes.
 */
export function patternsIn(all: readonly Carry[], decided: readonly Decided[], today: Day): Pattern[] {
  const found = new Map<string, { kind: Kind; by: 'asker' | 'topic'; who: string; carries: Carry[] }>();
  for (const carry of carriesWithin(all, today, PATTERN_DAYS)) {
    for (const [by, who] of [['asker', carry.askedBy], ['topic', carry.topic]] as const) {
      if (who === undefined || sameWords(who) === '') continue;
      const decision = `${carry.kind}/${by}/${sameWords(who)}`;
      const before = decided.filter((each) => each.decision === decision).map(({ on }) => on).sort().at(-1);
      if (before !== undefined && carry.on <= before) continue;
      const pattern = found.get(decision) ?? { kind: carry.kind, by, who, carries: [] };
      pattern.carries.push(carry);
      pattern.who = who;
      found.set(decision, pattern);
    }
  }
  const silent = new Set(decided.filter(({ kept, on }) => kept && today <= addDays(on, PATTERN_DAYS)).map(({ decision }) => decision));
  return [...found]
    .map(([decision, { kind, by, who, carries }]): Pattern => ({ decision, kind, by, who, carries: carries.sort(byDay), minutes: minutesCarried(carries) }))
    .filter(({ decision, carries, minutes }) => !silent.has(decision) && (carries.length >= PATTERN_TIMES || minutes >= PATTERN_MINUTES))
    .sort((a, b) => b.minutes - a.minutes || b.carries.length - a.carries.length || (a.decision < b.decision ? -1 : 1));
}

/** True when a decision was taken in the week of `today`: the next one waits until Monday. */
export function decidedThisWeek(decided: readonly Decided[], today: Day): boolean {
  return decided.some(({ on }) => weekStart(on) === weekStart(today));
}

/** What a pattern is, in words: `Sales, asked by sales: 3 times, 3 hours, all on 20 November.` */
export function patternWords({ kind, by, who, carries, minutes }: Pattern): string {
  const same = by === 'asker' ? `asked by ${who}` : `about ${who}`;
  return `${kindNamed(kind).name}, ${same}: ${counted(carries.length, 'time')}, ${timeWords(minutes)}, ${whenWords(carries[0]!.on, carries.at(-1)!.on)}.`;
}

export function patternFinding(pattern: Pattern): LineFinding {
  const { kind, carries } = pattern;
  return {
    rule: 'rule_of_three', kind, value: carries.length, unit: 'carries in six weeks', grade: 'Declared', weeks: [], carries,
    says: `${patternWords(pattern)} Should it be yours next time?`,
    notClaimed: 'That doing it was wrong, or that it was somebody else’s to do.',
    wouldChange: `Fewer than three carries and under ${timeWords(PATTERN_MINUTES)} within ${PATTERN_DAYS} days.`,
    next: 'Own it, share it, hand it off, decline it, or keep carrying it by choice.',
  };
}

function whenWords(first: Day, last: Day): string {
  return first === last ? `all on ${dayWords(first)}` : `between ${dayWords(first)} and ${dayWords(last)}`;
}
