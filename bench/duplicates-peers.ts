// The peers of the duplicate benchmark: the all-pairs cosine, written plainly, and PostgreSQL's trigram similarity join.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Texts as letters with one blank between words: title (counted three times) and the body's first letters. */
export interface PlainText { readonly title: string; readonly body: string }

/** TF-IDF cosine of groups of 3 to 5 letters for every pair; calls `pair` for each of n(n-1)/2. Memory and time are what all pairs cost. */
export function allPairsCosine(texts: readonly PlainText[], rarity: (size: number, df: number) => number, pair: (later: number, earlier: number, cosine: number) => void): void {
  const ids = new Map<string, number>();
  const df: number[] = [];
  const vectors = texts.map(({ title, body }) => {
    const counts = new Map<number, number>();
    for (const [text, weight] of [[title, 3], [body, 1]] as const) {
      for (let at = 0; at < text.length; at++) {
        for (let length = 3; length <= 5 && at + length <= text.length; length++) {
          const gram = text.slice(at, at + length);
          let id = ids.get(gram);
          if (id === undefined) ids.set(gram, (id = ids.size));
          counts.set(id, (counts.get(id) ?? 0) + weight);
        }
      }
    }
    for (const id of counts.keys()) df[id] = (df[id] ?? 0) + 1;
    return counts;
  });
  const sparse = vectors.map((counts) => {
    const slots = Int32Array.from(counts.keys());
    const weights = Float32Array.from(counts, ([id, count]) => count * rarity(texts.length, df[id]!));
    const norm = Math.sqrt(weights.reduce((sum, value) => sum + value * value, 0));
    return { slots, weights: weights.map((value) => value / (norm || 1)) };
  });
  const dense = new Float32Array(ids.size);
  for (let later = 0; later < sparse.length; later++) {
    const one = sparse[later]!;
    for (let k = 0; k < one.slots.length; k++) dense[one.slots[k]!] = one.weights[k]!;
    for (let earlier = 0; earlier < later; earlier++) {
      const other = sparse[earlier]!;
      let dot = 0;
      for (let k = 0; k < other.slots.length; k++) dot += dense[other.slots[k]!]! * other.weights[k]!;
      pair(later, earlier, dot);
    }
    for (let k = 0; k < one.slots.length; k++) dense[one.slots[k]!] = 0;
  }
}

export interface TrigramJoin { readonly engine: string; readonly seconds: number; readonly pairs: readonly (readonly [string, string])[] }

/** The join `a.title % b.title` with a GIN index, at `threshold`. Undefined when no PostgreSQL with pg_trgm can be started here. */
export async function postgresTrigramJoin(rows: readonly { key: string; title: string }[], threshold: number): Promise<TrigramJoin | { readonly skipped: string }> {
  const bin = postgresFolder();
  if (!bin) return pgliteTrigramJoin(rows, threshold);
  const folder = mkdtempSync(join(tmpdir(), 'duplicates-bench-'));
  const asPostgres = process.getuid?.() === 0;
  const run = (command: string, args: string[]): void => {
    const [file, rest] = asPostgres ? ['runuser', ['-u', 'postgres', '--', join(bin, command), ...args]] : [join(bin, command), args];
    execFileSync(file, rest, { cwd: folder, stdio: 'ignore' });
  };
  const data = join(folder, 'data');
  let started = false;
  try {
    if (asPostgres) execFileSync('chown', ['postgres', folder]);
    chmodSync(folder, 0o700);
    run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
    run('pg_ctl', ['-D', data, '-w', '-o', `-k ${folder} -c listen_addresses=127.0.0.1 -p 54987 -c shared_buffers=256MB -c work_mem=256MB -c fsync=off`, '-l', join(folder, 'log'), 'start']);
    started = true;
    const client = new pg.Client({ host: '127.0.0.1', port: 54987, user: 'postgres', database: 'postgres' });
    await client.connect();
    try {
      const version = ((await client.query('show server_version')).rows[0] as { server_version: string }).server_version;
      return { engine: `PostgreSQL ${version.split(' ')[0]}`, ...(await joinTitles((text, values) => client.query(text, values), rows, threshold)) };
    } finally {
      await client.end();
    }
  } catch (error) {
    if (!started) return pgliteTrigramJoin(rows, threshold);
    throw error;
  } finally {
    if (started) run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pgliteTrigramJoin(rows: readonly { key: string; title: string }[], threshold: number): Promise<TrigramJoin | { readonly skipped: string }> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm');
  const db = await PGlite.create({ extensions: { pg_trgm } });
  try {
    return { engine: 'PGlite (no PostgreSQL server found)', ...(await joinTitles((text, values) => db.query(text, values), rows, threshold)) };
  } finally {
    await db.close();
  }
}

async function joinTitles(
  query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>, rows: readonly { key: string; title: string }[], threshold: number,
): Promise<{ seconds: number; pairs: [string, string][] }> {
  await query('create extension if not exists pg_trgm');
  await query('create table t (key text, title text)');
  for (let from = 0; from < rows.length; from += 5_000) {
    const part = rows.slice(from, from + 5_000);
    await query('insert into t select * from unnest($1::text[], $2::text[])', [part.map((row) => row.key), part.map((row) => row.title)]);
  }
  const start = performance.now();
  await query('create index t_trgm on t using gin (title gin_trgm_ops)');
  await query('analyze t');
  await query(`select set_limit(${threshold})`);
  const { rows: pairs } = await query('select a.key as one, b.key as two from t a join t b on a.title % b.title and a.key < b.key');
  return { seconds: (performance.now() - start) / 1000, pairs: (pairs as { one: string; two: string }[]).map(({ one, two }) => [one, two]) };
}

/** Folder with `initdb` and `pg_ctl`: the newest under /usr/lib/postgresql, else that on PATH. */
function postgresFolder(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of versions) if (existsSync(join(root, version, 'bin/initdb'))) return join(root, version, 'bin');
  const found = spawnSync('which', ['initdb'], { encoding: 'utf8' }).stdout.trim();
  return found ? found.slice(0, found.lastIndexOf('/')) : undefined;
}
