// The sample PM's line, carries and hand-offs: by the very operations a person uses, each at its own time. Runs at the end of the sample's job.
import { addDays } from '../domain/kernel/instant.ts';
import { SAMPLE_CARRIES, SAMPLE_DRAWN, SAMPLE_HAND_OFFS, SAMPLE_ROWS } from '../domain/sample/sample-line.ts';
import { listLineChanges } from '../store/line.ts';
import { carryHandlers } from './carry.ts';
import type { Context } from './context.ts';
import { handOffHandlers } from './hand-off.ts';
import { lineDrawHandlers } from './line-draw.ts';

/** A look now and then at what somebody else does, in minutes a week. */
const AFTER_HAND_OFF = 15;

/** `at` is the owner so many days before the sample's today. Does nothing where the member has drawn a line already. */
export async function liveSampleLine(at: (ago: number) => Context): Promise<void> {
  const now = at(1);
  if ((await listLineChanges(now.tx, now.asker, 1)).length > 0) return;
  for (const row of SAMPLE_ROWS) taken(await lineDrawHandlers['line.set'](row, at(SAMPLE_DRAWN)));
  for (const { ago, ...carry } of SAMPLE_CARRIES) taken(await carryHandlers['carry.add'](carry, at(ago)));
  for (const { kind, made, acknowledged, over, to, level, keep, plan, works, backBrief } of SAMPLE_HAND_OFFS) {
    const by = addDays(now.today, 1 - over);
    taken(await lineDrawHandlers['line.set']({ kind, stance: 'hand_off', to, by, level, budgetMinutes: AFTER_HAND_OFF }, at(made)));
    const answer = await handOffHandlers['line.hand_off']({ kind, to, level, by, keep, plan, works }, at(made));
    if (!('ok' in answer) || !answer.ok) return taken(answer);
    taken(await handOffHandlers['line.acknowledge']({ handOff: answer.value.handOff.id, by: to, backBrief }, at(acknowledged)));
  }
}

/** The sample's own words are never refused; a day on which they are is a fault of the sample. */
function taken(ruling: object): void {
  if ('ok' in ruling && ruling.ok === false) throw new Error(`the sample was refused: ${JSON.stringify(ruling)}`);
}
