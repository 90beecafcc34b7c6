// What a member's corrections, rules and answers come to: the memory of series, what was said of single events, and how good the
// guesses were. All of it is worked out from the rows each time, so that taking one back restores everything.
import { ownAccuracy, type OwnAccuracy } from '../domain/attention/classify/accuracy.ts';
import type { CalendarEvent } from '../domain/attention/calendar-event.ts';
import { learnFrom, type Confirmation } from '../domain/attention/classify/learn.ts';
import type { OwnRule } from '../domain/attention/classify/rules.ts';
import { kindNamed, type Group } from '../domain/attention/kinds.ts';
import { localDay } from '../domain/attention/working-hours.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import type { Attended, AttendanceClass } from '../domain/attention/minutes/attendance.ts';
import { listAttentionCorrections, listAttentionRules, type CorrectionRow, type Owner, type RuleRow } from '../store/attention.ts';
import { listAttentionAnswers, listHeld, type AnswerRow, type HeldRow } from '../store/attention-said.ts';
import { instantOf, type Tx } from '../store/schema.ts';
import type { OwnersWord } from './attention-label.ts';
import type { LedgerSettings } from './attention-settings-kept.ts';

/** A rule with its row, so that what decided can be named. */
interface KeptRule extends OwnRule { readonly id: string }

export interface OwnersMemory extends Pick<OwnersWord, 'memory' | 'rules' | 'saidOf'> {
  readonly rules: readonly KeptRule[];
  readonly corrections: readonly CorrectionRow[];
  readonly answers: readonly AnswerRow[];
  readonly accuracy: OwnAccuracy;
  readonly attended: Attended;
  /** Undefined until it was said. */
  readonly heldOf: (event: CalendarEvent) => boolean | undefined;
  readonly betOf: (event: CalendarEvent) => string | undefined;
  /** True where anything was said of the series or of an instance of it. */
  readonly spokenOf: (series: string) => boolean;
}

/** Which instance of its series: where the rule had it, empty for an event that does not repeat. */
export function instanceOf({ recurrenceId }: Pick<CalendarEvent, 'recurrenceId'>): string {
  return recurrenceId === undefined ? '' : new Date(recurrenceId).toISOString();
}

const keyOf = (series: string, instance: string): string => `${series}\n${instance}`;

/** What is worked out of the series: a correction of one instance teaches nothing about the others. */
const ofSeries = ({ scope, instance }: CorrectionRow): boolean => scope !== 'event' || instance === '';

/** Everything a member has said. `before` leaves out the corrections and rules that were made from that instant on. */
export async function ownersMemory(tx: Tx, owner: Owner, company: readonly string[], settings: LedgerSettings, before = Infinity): Promise<OwnersMemory> {
  const standing = await listAttentionCorrections(tx, owner);
  const corrections = standing.filter(({ said_at }) => instantOf(said_at) < before);
  const rules = (await listAttentionRules(tx, owner)).filter(({ made_at }) => instantOf(made_at) < before).flatMap(ownRule);
  const answers = answersThatStand(await listAttentionAnswers(tx, owner), standing, settings);
  const held = await listHeld(tx, owner);
  const latest = new Map<string, CorrectionRow>();
  const latestOfSeries = new Map<string, number>();
  for (const row of corrections) {
    if (ofSeries(row)) latestOfSeries.set(row.series, instantOf(row.said_at));
    else latest.set(keyOf(row.series, row.instance), row);
  }
  const spoken = new Set([...corrections, ...held].map(({ series }) => series));
  const heldBy = new Map(held.map((row) => [keyOf(row.series, row.instance), row.held]));
  const ofEvent = (event: CalendarEvent): CorrectionRow | undefined => latest.get(keyOf(event.series, instanceOf(event)));
  const bets = new Map(corrections.flatMap((row) => (row.bet_id === null ? [] : [[keyOf(row.series, row.instance), row.bet_id] as const])));
  return {
    corrections, rules, answers, memory: learnFrom(corrections.filter(ofSeries).flatMap(confirmation), company), attended: attendedOf(held), accuracy: accuracyOf(answers),
    // Of what was said of an event and of its series the later holds; what defended a bet stays marked.
    saidOf: (event) => {
      const row = ofEvent(event);
      const known = row !== undefined && (row.bet_id !== null || instantOf(row.said_at) >= (latestOfSeries.get(event.series) ?? 0));
      return known ? kindNamed(row.kind)?.kind : undefined;
    },
    heldOf: (event) => heldBy.get(keyOf(event.series, instanceOf(event))),
    spokenOf: (series) => spoken.has(series),
    betOf: (event) => bets.get(keyOf(event.series, instanceOf(event))),
  };
}

function confirmation({ said_at, kind, facts, series }: CorrectionRow): Confirmation[] {
  const named = kindNamed(kind);
  return named === undefined ? [] : [{ at: instantOf(said_at), kind: named.kind, facts: { ...(facts as Confirmation['facts']), series } }];
}

function ownRule({ id, kind, words, domain, person, organiser }: RuleRow): KeptRule[] {
  const named = kindNamed(kind);
  if (named === undefined) return [];
  return [{ id, kind: named.kind, ...(words === null ? {} : { words }), ...(domain === null ? {} : { domain }), ...(person === null ? {} : { person }), ...(organiser === null ? {} : { organiser }) }];
}

function attendedOf(held: readonly HeldRow[]): Attended {
  const classes: Partial<Record<AttendanceClass, { held: number; of: number }>> = {};
  for (const row of held) {
    const count = classes[row.class] ?? { held: 0, of: 0 };
    classes[row.class] = { held: count.held + Number(row.held), of: count.of + 1 };
  }
  return classes;
}

/**
 * An answer stands as long as the correction it came with: taken back, it waits with the guess it was about and counts again when the correction
 * does. Where another correction of that week says what the series is, that one is the answer meanwhile. What was skipped stands by itself.
 */
function answersThatStand(answers: readonly AnswerRow[], standing: readonly CorrectionRow[], { clock, groupOf }: LedgerSettings): AnswerRow[] {
  return answers.flatMap((row) => {
    if (row.correction_id === null || standing.some(({ id }) => id === row.correction_id)) return [row];
    const other = standing.findLast(({ series, scope, said_at: said }) => series === row.series && scope !== 'event' && weekStart(localDay(instantOf(said), clock)) === row.week_on);
    const kind = other && kindNamed(other.kind)?.kind;
    return kind === undefined ? [] : [{ ...row, correction_id: other!.id, was_group: groupOf(kind), answered_at: other!.said_at }];
  });
}

/** Only taps drawn at random tell anything of the guesses; groups are those of the day they were answered. */
function accuracyOf(answers: readonly AnswerRow[]): OwnAccuracy {
  return ownAccuracy(answers.flatMap(({ drawn, guessed_group: guessed, was_group: was }) => (drawn !== 'random' || was === null ? [] : [{ ...(guessed === null ? {} : { guessed: guessed as Group }), was: was as Group }])));
}
