// vitest globalSetup: one throw-away PostgreSQL and one empty embedded cluster for the whole run. Suites make their own databases.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findPostgres } from '../scripts/find-postgres.ts';
import { startPostgres } from '../scripts/start-postgres.ts';
import { PgliteEngine } from '../src/store/engine/pglite-engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's connection string, or why there is none. */
    postgres: { readonly url: string } | { readonly reason: string };
    /** File with the tar of an empty embedded cluster. */
    pgliteTemplate: string;
  }
}

let undo: (() => Promise<void>)[] = [];

export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-tests-'));
  undo = [async () => rmSync(folder, { recursive: true, force: true })];
  const [, postgres] = await Promise.all([makeTemplate(join(folder, 'pglite.tar')), providePostgres()]);
  project.provide('pgliteTemplate', join(folder, 'pglite.tar'));
  project.provide('postgres', postgres);
}

export async function teardown(): Promise<void> {
  for (const step of undo) await step();
}

async function makeTemplate(file: string): Promise<void> {
  const engine = await PgliteEngine.open({ dataDir: undefined, queryLimitMs: 0 });
  writeFileSync(file, await engine.dump());
  await engine.close();
}

async function providePostgres(): Promise<{ url: string } | { reason: string }> {
  const found = findPostgres();
  if (found.kind === 'none') return { reason: found.reason };
  if (found.kind === 'server') return { url: found.url };
  try {
    const started = await startPostgres(found);
    undo.push(() => started.stop());
    return { url: started.url };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
