// A correction as it is kept and as it is shown: with the facts it was made on, so that what it taught can be worked out again at any time.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import type { CorrectionRow } from '../store/attention.ts';
import { timeText } from '../store/schema.ts';
import type { FoundEvent } from './attention-event.ts';
import { instanceOf } from './attention-memory.ts';
import type { Context } from './context.ts';

type Scope = GivenTo<'attention.correct'>['scope'];
type Shown = OutputOf<'attention.undo'>['correction'];

/** The row of a correction, with the facts it was made on and what had been shown before. */
export function correctionRow(context: Pick<Context, 'asker' | 'now' | 'newId'>, { member, counted }: FoundEvent, kind: Kind, scope: Scope, bet: string | null = null): CorrectionRow {
  const { event, label } = counted;
  const { description: _long, ...facts } = member.labelling.facts(event);
  return {
    workspace_id: context.asker.workspaceId, member_id: context.asker.memberId, id: context.newId('correction'), scope, series: event.series, instance: instanceOf(event), kind, bet_id: bet,
    before: { ...(label.kind === undefined ? {} : { kind: label.kind }), ...(label.group === undefined ? {} : { group: label.group }), probability: label.probability, layer: label.layer }, facts,
    starts_at: timeText(event.start), said_at: timeText(context.now), undone_at: null,
  };
}

export function correctionShown(row: CorrectionRow): Shown {
  const before = (row.before as { kind?: string }).kind;
  return {
    id: row.id, scope: row.scope, series: row.series, title: (row.facts as { title?: string }).title ?? '', kind: row.kind as Kind, kindName: kindNamed(row.kind)?.name ?? row.kind,
    before: before === undefined ? 'Unsorted' : kindNamed(before)?.name ?? before, saidAt: row.said_at, undone: row.undone_at !== null, ...(row.bet_id === null ? {} : { bet: row.bet_id }),
  };
}
