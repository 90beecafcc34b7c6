// A house for operation tests: one workspace with its owner on a store of the harness, real jobs in real threads, a clock that only
// goes forward and dice that are thrown the same way each time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { InputOf, OperationName, OutputOf } from '../src/contract/index.ts';
import { newId } from '../src/domain/kernel/ids.ts';
import { seededRandom } from '../src/domain/kernel/random.ts';
import type { Asker } from '../src/operations/context.ts';
import { handlers, jobWorks } from '../src/operations/index.ts';
import { startJobs, type JobOptions, type Jobs } from '../src/operations/jobs.ts';
import { operationRunner, type Run } from '../src/operations/run.ts';
import { ensureLocalOwner } from '../src/store/first-run.ts';
import { localVault } from '../src/wiring/local-vault.ts';
import type { Schema, Store } from '../src/store/schema.ts';
import type { TestEngine } from './store-harness.ts';

export const START = Date.UTC(2026, 10, 20, 9, 0, 0);

export interface House {
  readonly asker: Asker;
  readonly folder: string;
  readonly faults: string[];
  /** The outcome, refusal or value. */
  run: Run;
  /** The value; fails the test on a refusal. */
  ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** The code of the refusal; fails the test on a value. */
  refusal<N extends OperationName>(name: N, input: InputOf<N>): Promise<string>;
  /** Writes a file into the house's folder and answers its path. */
  file(name: string, content: string): string;
  /** Imports files by path and waits for the import, and for the audit that follows when one does. */
  imported(...paths: string[]): Promise<OutputOf<'import.start'>['import']>;
  /** Ends the runner as a process that stops would, and begins another. */
  restart(): Promise<void>;
  /** Lets days pass. */
  later(days: number): void;
  /** Fails when anything was logged as a fault. */
  close(): Promise<void>;
}

/** `works` replaces what a kind of job does, such as by one that a test lets go on step by step. */
export async function openHouse(store: Store, seed = 1, works: Partial<JobOptions['works']> = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-house-'));
  const begun = Date.now();
  let ahead = 0;
  const clock = (): number => START + (Date.now() - begun) + ahead;
  const random = seededRandom(seed);
  const faults: string[] = [];
  const log = { info: () => undefined, error: (fields: object, words: string) => void faults.push(`${words} ${JSON.stringify(fields)}`) };
  const base = { store, files: { pathOf: (id: string) => join(folder, id), remove: () => Promise.resolve() }, clock, random, log, version: '1.2.3', vault: localVault(folder), fetch };
  const owner = await store.transaction((tx) => ensureLocalOwner(tx, { now: clock(), timeZone: 'UTC', newId: (kind) => newId(kind, clock(), random) }));
  const asker: Asker = { workspaceId: owner.workspaceId, memberId: owner.memberId, role: 'owner', local: true };
  const start = (): Jobs => startJobs(base, { works: { ...jobWorks, ...works }, pollMs: 50 });
  let jobs = start();
  const runner = (): Run => operationRunner({ handlers, services: jobs.services, checkOutput: true });
  let request = 0;
  const house: House = {
    asker, folder, faults, run: runner(),
    async ask(name, input) {
      const outcome = await house.run(name, input, asker, `req_${++request}`);
      expect(outcome, `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: true });
      return (outcome as { value: OutputOf<typeof name> }).value;
    },
    async refusal(name, input) {
      const outcome = await house.run(name, input, asker, `req_${++request}`);
      expect(outcome, `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: false });
      return (outcome as { refusal: { code: string } }).refusal.code;
    },
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async imported(...paths) {
      const { import: done } = await house.ask('import.start', { files: paths.map((path) => ({ path })), wait: true });
      await house.run('audit.run', { wait: true }, asker, 'req_audit');
      return done;
    },
    async restart() {
      await jobs.stop();
      jobs = start();
      house.run = runner();
    },
    later: (days) => { ahead += days * 86_400_000; },
    async close() {
      await jobs.stop();
      rmSync(folder, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
  return house;
}

/** A house of its own for each test, on an emptied store: `houseForEach(engine, (opened) => { house = opened; })`. */
export function houseForEach(engine: TestEngine<Schema>, opened: (house: House) => void): void {
  let house: House | undefined;
  beforeEach(async () => {
    await engine.empty();
    house = await openHouse(engine.store);
    opened(house);
  }, 120_000);
  afterEach(() => house?.close());
}

export interface IssueFacts {
  readonly number: number;
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  readonly labels?: readonly string[];
  readonly created?: string;
  readonly updated?: string;
  readonly closed?: string;
  readonly author?: string;
}

/** One GitHub REST issue as a line of NDJSON. */
export function issueLine(issue: IssueFacts, repository = 'sample/parcel'): string {
  const { number, title = `Issue ${number}`, body = null, state = 'open', labels = [], created = '2026-01-01T00:00:00Z', updated = '2026-02-01T00:00:00Z', closed = null, author = 'ada' } = issue;
  return JSON.stringify({
    url: `https://api.github.com/repos/${repository}/issues/${number}`, html_url: `https://github.com/${repository}/issues/${number}`,
    repository_url: `https://api.github.com/repos/${repository}`, id: 1000 + number, number, title, body, state, state_reason: state === 'closed' ? 'completed' : null,
    user: { login: author, type: 'User' }, labels: labels.map((name) => ({ name })), assignee: null, assignees: [], milestone: null, comments: 0,
    created_at: created, updated_at: updated, closed_at: closed ?? (state === 'closed' ? updated : null),
  });
}

/** One GitHub REST comment as a line of NDJSON. */
export function commentLine(id: number, issue: number, body: string, at = '2026-01-15T00:00:00Z', repository = 'sample/parcel'): string {
  return JSON.stringify({
    url: `https://api.github.com/repos/${repository}/issues/comments/${id}`, html_url: `https://github.com/${repository}/issues/${issue}#issuecomment-${id}`,
    issue_url: `https://api.github.com/repos/${repository}/issues/${issue}`, id, user: { login: 'bo', type: 'User' }, created_at: at, updated_at: at, body,
  });
}
export const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;
