// Corrections: what an event, its series or all that look alike are. Shown before it is applied, kept as said, taken back without a trace in
// what was learned. All that look alike are those with the title's words in a row, which becomes a rule of the member's own.
import type { GivenTo } from '../contract/index.ts';
import { ruleFor, type OwnRule } from '../domain/attention/classify/rules.ts';
import { wordsOf } from '../domain/attention/classify/words.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { tidy } from '../domain/attention/minutes/ledger.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { insertAttentionCorrection, insertAttentionRule, listAttentionCorrections, setCorrectionUndone, setRuleRemoved } from '../store/attention.ts';
import { timeText } from '../store/schema.ts';
import type { LedgerContext } from './attention-calendar.ts';
import { correctionRow, correctionShown } from './attention-correction.ts';
import { kindWritten } from './attention-entry-shown.ts';
import { betKeys, correctionRange, eventNamed, eventShown, type FoundEvent } from './attention-event.ts';
import { memberLedger, type MemberLedger } from './attention-ledger.ts';
import { noteTap } from './attention-questions.ts';
import { hourWords } from './attention-words.ts';
import type { Handlers } from './context.ts';

type Scope = GivenTo<'attention.correct'>['scope'];

const PREVIEWED = 20;
const OWN_ROLES: ReadonlySet<string> = new Set(['entry', 'activity', 'off']);

interface Change { readonly member: MemberLedger; readonly found: FoundEvent; readonly kind: Kind; readonly scope: Scope; readonly rule: OwnRule | undefined; readonly touched: readonly FoundEvent[]; readonly kept: number }

/** What a correction would change; refuses what has no kind to correct. */
async function changeOf(context: LedgerContext, given: GivenTo<'attention.preview'>) {
  const kind = kindWritten(given.kind);
  if (!kind.ok) return kind;
  const member = await memberLedger(context, correctionRange(context.today));
  const found = await eventNamed(context, given.event, member);
  if (found === undefined || found.counted.role === 'off') return refused('not_found', { kind: 'event', reference: given.event });
  if (found.counted.role === 'private') return refused('event_private');
  if (OWN_ROLES.has(found.counted.role)) return refused('attention_unfit', { sentence: found.counted.role === 'entry' ? 'This is an entry of yours; change it with attention.amend.' : 'This is activity in a tracker; what it is follows from what was done.' });
  const words = found.counted.event.summary.trim();
  if (given.scope === 'alike' && wordsOf(words).length === 0) return refused('attention_unfit', { sentence: 'Its title has no words that others could share. Correct the series instead.' });
  const rule: OwnRule | undefined = given.scope === 'alike' ? { kind: kind.value, words } : undefined;
  return granted({ member, found, kind: kind.value, scope: given.scope, rule, ...touchedBy(member, found, given.scope, rule) } satisfies Change);
}

/** Events of the last twelve weeks and the next two that the correction is about; `kept` look alike and were confirmed as something before. */
function touchedBy(member: MemberLedger, found: FoundEvent, scope: Scope, rule: OwnRule | undefined): Pick<Change, 'touched' | 'kept'> {
  const { series } = found.counted.event;
  const all = member.ledger.counted.flatMap((counted, at) => (counted.role === 'private' || OWN_ROLES.has(counted.role) ? [] : [{ member, at, counted }]));
  const own = scope === 'event' ? all.filter(({ counted }) => counted === found.counted) : all.filter(({ counted }) => counted.event.series === series);
  const touched = own.length === 0 ? [found] : own;
  if (rule === undefined) return { touched, kept: 0 };
  const alike = all.filter(({ counted }) => counted.event.series !== series && ruleFor(member.labelling.facts(counted.event), [rule]) !== undefined);
  const said = alike.filter(({ counted }) => counted.label.layer === 'event' || counted.label.layer === 'series');
  return { touched: [...touched, ...alike.filter((each) => !said.includes(each))], kept: said.length };
}

const pastMinutes = ({ touched }: Pick<Change, 'touched'>, now: number): number => tidy(touched.reduce((sum, { member, at, counted }) => (counted.event.start <= now ? sum + member.totals.byEvent[at]! : sum), 0));

function says({ scope, kind, touched, kept, rule }: Change, minutes: number): string {
  const name = kindNamed(kind).name;
  const many = `${touched.length} ${touched.length === 1 ? 'event' : 'events'} of these fourteen weeks, ${hourWords(minutes)} of them past`;
  const stay = kept === 0 ? '' : ` ${kept} more ${kept === 1 ? 'looks' : 'look'} alike and ${kept === 1 ? 'stays' : 'stay'}: you said what ${kept === 1 ? 'it is' : 'they are'}.`;
  if (scope === 'event') return `This event is ${name}.`;
  return scope === 'series' ? `Its series is ${name}: ${many}.` : `All with “${rule!.words}” in the title are ${name}: ${many}.${stay}`;
}

export const attentionCorrectHandlers: Pick<Handlers, 'attention.preview' | 'attention.correct' | 'attention.undo' | 'attention.corrections'> = {
  async 'attention.preview'(given, context) {
    const change = await changeOf(context, given);
    if (!change.ok) return change;
    const { member, kind, touched, kept, rule } = change.value;
    const minutes = pastMinutes(change.value, context.now);
    const bets = await betKeys(context, member);
    const latest = [...touched].sort((a, b) => b.counted.event.start - a.counted.event.start).slice(0, PREVIEWED);
    return granted({
      kind, says: says(change.value, minutes), ...(rule?.words === undefined ? {} : { words: rule.words }), count: touched.length, minutes, kept,
      events: latest.map((row) => eventShown(row, row.member.totals.byEvent[row.at]!, bets)),
    });
  },

  async 'attention.correct'(given, context) {
    const change = await changeOf(context, given);
    if (!change.ok) return change;
    const { tx, asker, now } = context;
    const { found, kind, scope, rule, touched } = change.value;
    const row = correctionRow(context, found, kind, scope);
    await insertAttentionCorrection(tx, row);
    if (rule?.words !== undefined) {
      await insertAttentionRule(tx, {
        workspace_id: asker.workspaceId, member_id: asker.memberId, id: context.newId('attentionRule'), kind, words: rule.words, domain: null, person: null, organiser: null, correction_id: row.id, made_at: timeText(now), removed_at: null,
      });
    }
    if (scope !== 'event') await noteTap(context, found, kind, row.id);
    const minutes = pastMinutes(change.value, now);
    return granted({ correction: correctionShown(row), changed: touched.length, minutes, says: says(change.value, minutes), undo: { operation: 'attention.undo', input: { correction: row.id } } });
  },

  async 'attention.undo'(given, { tx, asker, now }) {
    const row = (await listAttentionCorrections(tx, asker, true)).find(({ id }) => id === given.correction);
    if (row === undefined) return refused('not_found', { kind: 'correction', reference: given.correction });
    const undone = given.again ? undefined : row.undone_at === null ? now : Date.parse(row.undone_at);
    await setCorrectionUndone(tx, asker, row.id, undone);
    await setRuleRemoved(tx, asker, { correction: row.id }, undone);
    return granted({ correction: correctionShown({ ...row, undone_at: timeText(undone) }), undo: { operation: 'attention.undo', input: { correction: row.id, again: !given.again } } });
  },

  async 'attention.corrections'({ limit }, { tx, asker }) {
    const rows = (await listAttentionCorrections(tx, asker, true)).reverse();
    return granted({ corrections: rows.slice(0, limit).map(correctionShown), total: rows.length });
  },
};

