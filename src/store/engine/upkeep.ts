// When the embedded engine is looked after: it has no checkpointer and no autovacuum of its own.
// Decides only the moments; what a checkpoint does is the engine's.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Upkeep } from './engine.ts';

const CHECKPOINT_EVERY_MS = 4 * 60_000;
const VACUUM_EVERY_MS = 24 * 3_600_000;
/** A start is not slowed down by an overdue vacuum. */
const SETTLE_MS = 2 * 60_000;

export interface UpkeepTimers {
  stop(): void;
}

/**
 * Checkpoints every 4 minutes and vacuums once a day, remembering the last vacuum in `upkeep.json` so that a laptop that is
 * never on for a day still gets one. Failures go to `report`; the next moment tries again.
 */
export function startUpkeep(
  dataDir: string,
  maintain: (work: Upkeep) => Promise<void>,
  report: (error: unknown) => void,
): UpkeepTimers {
  const record = join(dataDir, 'upkeep.json');
  const startedAt = Date.now();
  let busy = false;
  const look = async (): Promise<void> => {
    const now = Date.now();
    const vacuumDue = now - startedAt >= SETTLE_MS && now - (await lastVacuum(record)) >= VACUUM_EVERY_MS;
    await maintain(vacuumDue ? 'vacuum' : 'checkpoint');
    if (vacuumDue) {
      await writeFile(`${record}.new`, JSON.stringify({ vacuumedAt: new Date(now).toISOString() }));
      await rename(`${record}.new`, record);
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look().catch(report).finally(() => {
      busy = false;
    });
  }, CHECKPOINT_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Instant of the last vacuum; 0 when none is remembered. */
async function lastVacuum(record: string): Promise<number> {
  try {
    const at = Date.parse((JSON.parse(await readFile(record, 'utf8')) as { vacuumedAt: string }).vacuumedAt);
    return Number.isFinite(at) ? at : 0;
  } catch {
    return 0;
  }
}
