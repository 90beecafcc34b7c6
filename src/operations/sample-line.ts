// The sample PM's line, carries and hand-off: by the very operations a person uses, each at its own time. Runs at the end of the sample's job.
import { addDays } from '../domain/kernel/instant.ts';
import { SAMPLE_CARRIES, SAMPLE_DRAWN, SAMPLE_HAND_OFF } from '../domain/sample/sample-line.ts';
import { listLineChanges } from '../store/line.ts';
import { carryHandlers } from './carry.ts';
import type { Context } from './context.ts';
import { handOffHandlers } from './hand-off.ts';
import { lineDrawHandlers } from './line-draw.ts';

/** `at` is the owner so many days before the sample's today. Does nothing where the member has drawn a line already. */
export async function liveSampleLine(at: (ago: number) => Context): Promise<void> {
  const now = at(1);
  if ((await listLineChanges(now.tx, now.asker, 1)).length > 0) return;
  const { ago: drawn, ...set } = SAMPLE_DRAWN;
  taken(await lineDrawHandlers['line.set']({ ...set, stance: 'share' }, at(drawn)));
  for (const { ago, ...carry } of SAMPLE_CARRIES) taken(await carryHandlers['carry.add'](carry, at(ago)));
  const { kind, made, acknowledged, over, to, level, keep, plan, works, backBrief } = SAMPLE_HAND_OFF;
  const answer = await handOffHandlers['line.hand_off']({ kind, to, level, by: addDays(now.today, 1 - over), keep, plan, works }, at(made));
  if (!('ok' in answer) || !answer.ok) return taken(answer);
  taken(await handOffHandlers['line.acknowledge']({ handOff: answer.value.handOff.id, by: to, backBrief }, at(acknowledged)));
}

/** The sample's own words are never refused; a day on which they are is a fault of the sample. */
function taken(ruling: object): void {
  if ('ok' in ruling && ruling.ok === false) throw new Error(`the sample was refused: ${JSON.stringify(ruling)}`);
}
