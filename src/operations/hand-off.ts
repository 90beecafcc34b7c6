// Hand-offs: a brief from records, its words, the back-brief, and how it ended. Figures are frozen when a brief is made.
import type { GivenTo } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { mayAcknowledge } from '../domain/line/back-brief.ts';
import { briefHtml } from '../domain/line/brief-html.ts';
import { briefMarkdown } from '../domain/line/brief-markdown.ts';
import type { BriefTexts } from '../domain/line/brief.ts';
import { HAND_OFF_LEVEL } from '../domain/line/charter.ts';
import { counted, dayWords } from '../domain/line/words.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { asJson } from '../store/engine/parameters.ts';
import { insertHandOff, listHandOffs, lockLine, updateHandOff, type HandOffRow } from '../store/line.ts';
import { timeText } from '../store/schema.ts';
import type { Context, Handlers } from './context.ts';
import { evidenceOf } from './hand-off-evidence.ts';
import { briefOfRow, figuresNow, followOf, handedOn, kindOfRow, pageOf, showBrief, showHandOff } from './hand-off-view.ts';
import { charterOf, lineView, type LineView } from './line-view.ts';

const missing = (reference: string) => refused('not_found', { kind: 'hand-off', reference });

async function findHandOff({ tx, asker }: Context, id: string): Promise<HandOffRow | undefined> {
  return (await listHandOffs(tx, asker)).find((row) => row.id === id);
}

/** The weeks that `rows` are followed by: from the day of the earliest one that is not frozen. */
function viewFor(context: Context, rows: readonly HandOffRow[]): Promise<LineView> {
  return lineView(context, rows.filter(({ followed }) => followed === null).flatMap((row) => handedOn(row) ?? []).sort()[0]);
}

async function answer(context: Context, row: HandOffRow, undo: { operation: string; input: Record<string, unknown> }) {
  const handOff = showHandOff(row, await viewFor(context, [row]), context.today);
  return granted({ handOff, brief: showBrief(briefOfRow(row), handOff.state, row.id), undo });
}

const TEXTS = ['what', 'ifStopped', 'keep', 'plan', 'works', 'rate', 'currency'] as const;

function textsFrom(given: Pick<GivenTo<'line.edit_brief'>, (typeof TEXTS)[number]>): BriefTexts {
  return Object.fromEntries(TEXTS.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])));
}

/** The one that is under way for a kind, if any. */
async function openFor({ tx, asker }: Context, kind: Kind, but?: string): Promise<HandOffRow | undefined> {
  return (await listHandOffs(tx, asker)).find((row) => row.kind === kind && row.closed_on === null && row.id !== but);
}

type Names = 'line.brief' | 'line.hand_off' | 'line.edit_brief' | 'line.acknowledge' | 'line.hand_offs' | 'line.close';

export const handOffHandlers: Pick<Handlers, Names> = {
  async 'line.brief'(given, context) {
    const row = given.handOff === undefined ? undefined : await findHandOff(context, given.handOff);
    if (given.handOff !== undefined && row === undefined) return missing(given.handOff);
    const kind = row === undefined ? given.kind : kindOfRow(row);
    if (kind === undefined) return refused('line_needs', { what: 'Say which hand-off, or of which kind of work the brief is to be.', fields: ['handOff', 'kind'] });
    const view = await viewFor(context, row === undefined ? [] : [row]);
    const of = row === undefined ? await lookAhead(context, view, kind) : briefOfRow(row);
    const brief = showBrief(of, row === undefined ? 'draft' : showHandOff(row, view, context.today).state, row?.id);
    const page = pageOf(of);
    const text = given.format === 'markdown' ? briefMarkdown(page) : given.format === 'html' ? briefHtml(page) : undefined;
    const ending = given.format === 'markdown' ? 'md' : given.format;
    return granted({ brief, ...(text === undefined ? {} : { text }), fileName: `hand-off-${kind.replaceAll('_', '-')}.${ending}` });
  },

  async 'line.hand_off'(given, context) {
    const { tx, asker, now, today } = context;
    await lockLine(tx, asker);
    const from = given.decision === undefined ? undefined : await evidenceOf(context, given.decision);
    if (given.decision !== undefined && from === undefined) return refused('line_no_decision', { decision: given.decision, why: 'None was taken on it either.' });
    const kind = given.kind ?? from?.kind;
    if (kind === undefined) return refused('line_needs', { what: 'Say which kind of work is handed off, or from which decision.', fields: ['kind', 'decision'] });
    if (from !== undefined && from.kind !== kind) return refused('line_needs', { what: `That decision is about ${kindNamed(from.kind).name}. Leave the kind out, or the decision.`, fields: ['kind', 'decision'] });
    const open = await openFor(context, kind);
    if (open !== undefined) return refused('hand_off_open', { name: kindNamed(kind).name, handOff: open.id });
    const view = await lineView(context);
    const { figures: known, proposed } = await lookAhead(context, view, kind);
    const figures = from === undefined ? known : { ...known, evidence: from.evidence };
    const at = timeText(now);
    const row: HandOffRow = {
      workspace_id: asker.workspaceId, member_id: asker.memberId, id: context.newId('handOff'), kind, figures, texts: textsFrom(given), to_name: given.to ?? proposed.to ?? null, level: given.level ?? proposed.level,
      by_on: given.by ?? proposed.by ?? null, made_on: today, acknowledged_on: null, acknowledged_by: null, back_brief: null, closed_on: null, closed_reason: null, followed: null, created_at: at, updated_at: at,
    };
    await insertHandOff(tx, row);
    return answer(context, row, { operation: 'line.close', input: { handOff: row.id, reason: 'Made by mistake' } });
  },

  async 'line.edit_brief'(given, context) {
    const { tx, asker, now } = context;
    const row = await findHandOff(context, given.handOff);
    if (row === undefined) return missing(given.handOff);
    if (row.closed_on !== null) return refused('hand_off_closed', { on: dayWords(row.closed_on) });
    const gone = new Set<string>(given.clear);
    const before = row.texts as Record<string, unknown>;
    const texts = { ...Object.fromEntries(Object.entries(before).filter(([field]) => !gone.has(field))), ...textsFrom(given) };
    const change = {
      to_name: given.to ?? (gone.has('to') ? null : row.to_name), level: given.level ?? row.level, by_on: given.by ?? (gone.has('by') ? null : row.by_on),
      ...(gone.has('acknowledgement') ? { acknowledged_on: null, acknowledged_by: null, back_brief: null } : {}), updated_at: timeText(now),
    };
    await updateHandOff(tx, asker, row.id, { ...change, texts: asJson(texts) });
    const clear = [...TEXTS.filter((field) => before[field] === undefined), ...(row.to_name === null ? ['to'] : []), ...(row.by_on === null ? ['by'] : [])];
    const undo = gone.has('acknowledgement') && row.acknowledged_by !== null
      ? { operation: 'line.acknowledge', input: { handOff: row.id, by: row.acknowledged_by, backBrief: row.back_brief, on: row.acknowledged_on } }
      : { operation: 'line.edit_brief', input: { handOff: row.id, ...before, ...(row.to_name === null ? {} : { to: row.to_name }), level: row.level, ...(row.by_on === null ? {} : { by: row.by_on }), ...(clear.length > 0 ? { clear } : {}) } };
    return answer(context, { ...row, ...change, texts }, undo);
  },

  async 'line.acknowledge'(given, context) {
    const { tx, asker, now, today } = context;
    const row = await findHandOff(context, given.handOff);
    if (row === undefined) return missing(given.handOff);
    if (row.closed_on !== null) return refused('hand_off_closed', { on: dayWords(row.closed_on) });
    const { sections, sentence } = pageOf(briefOfRow(row));
    const may = mayAcknowledge([sentence, ...sections.flatMap(({ paragraphs }) => [...paragraphs, paragraphs.join(' ')])], given.backBrief);
    if (!may.ok) return may;
    const change = { acknowledged_on: given.on ?? today, acknowledged_by: given.by, back_brief: given.backBrief, updated_at: timeText(now) };
    await updateHandOff(tx, asker, row.id, change);
    const undo = row.acknowledged_by === null
      ? { operation: 'line.edit_brief', input: { handOff: row.id, clear: ['acknowledgement'] } }
      : { operation: 'line.acknowledge', input: { handOff: row.id, by: row.acknowledged_by, backBrief: row.back_brief, on: row.acknowledged_on } };
    return answer(context, { ...row, ...change }, undo);
  },

  async 'line.hand_offs'(given, context) {
    const rows = (await listHandOffs(context.tx, context.asker)).filter(({ closed_on }) => given.state === 'all' || (closed_on !== null) === (given.state === 'closed'));
    const view = await viewFor(context, rows);
    const handOffs = rows.map((row) => showHandOff(row, view, context.today));
    const back = handOffs.filter(({ state }) => state === 'came_back').length;
    const says = handOffs.length === 0 ? 'Nothing was handed off yet.' : `${counted(handOffs.length, 'hand-off')}${back === 0 ? '; none came back' : `; ${back} came back`}.`;
    return granted({ says, handOffs });
  },

  async 'line.close'(given, context) {
    const { tx, asker, now, today } = context;
    const row = await findHandOff(context, given.handOff);
    if (row === undefined) return missing(given.handOff);
    const view = await viewFor(context, [row]);
    if (given.reopen) {
      const open = await openFor(context, kindOfRow(row), row.id);
      if (open !== undefined) return refused('hand_off_open', { name: kindNamed(kindOfRow(row)).name, handOff: open.id });
      await updateHandOff(tx, asker, row.id, { closed_on: null, closed_reason: null, followed: null, updated_at: timeText(now) });
      const again = { ...row, closed_on: null, closed_reason: null, followed: null };
      return granted({ handOff: showHandOff(again, await viewFor(context, [again]), today), undo: { operation: 'line.close', input: { handOff: row.id, reason: row.closed_reason ?? 'Closed again' } } });
    }
    if (row.closed_on !== null) return refused('hand_off_closed', { on: dayWords(row.closed_on) });
    if (given.reason === undefined) return refused('line_needs', { what: 'Say in a sentence how it ended.', fields: ['reason'] });
    const closed = { closed_on: today, closed_reason: given.reason, followed: followOf(row, view, today) };
    await updateHandOff(tx, asker, row.id, { ...closed, followed: asJson(closed.followed), updated_at: timeText(now) });
    return granted({ handOff: showHandOff({ ...row, ...closed }, view, today), undo: { operation: 'line.close', input: { handOff: row.id, reopen: true } } });
  },
};

/** What a brief of this kind would say today; owner, level and day as the line has them where it hands the work off. */
async function lookAhead(context: Context, view: LineView, kind: Kind) {
  const row = (await charterOf(context, view)).rows.get(kind);
  const handed = row?.stance === 'hand_off' ? row : undefined;
  return { figures: await figuresNow(context, view, kind), texts: {} as BriefTexts, proposed: { to: handed?.counterpart, level: handed?.level ?? HAND_OFF_LEVEL, by: handed?.by } };
}
