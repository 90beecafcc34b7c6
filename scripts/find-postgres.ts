// Finds (or installs) a real PostgreSQL for tests. Knows nothing of how tests use it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const OLDEST = 15;

export type FoundPostgres =
  /** A server somebody else runs, from DATABASE_URL_TEST; its user must be allowed to create databases. */
  | { readonly kind: 'server'; readonly url: string }
  /** Binaries (initdb, postgres) to start one from. */
  | { readonly kind: 'binaries'; readonly folder: string; readonly version: number }
  | { readonly kind: 'none'; readonly reason: string };

/** DATABASE_URL_TEST first, else the newest binaries of at least version 15 from PG_BIN, PATH, Debian's, Homebrew's and Postgres.app's places. */
export function findPostgres(env: NodeJS.ProcessEnv = process.env): FoundPostgres {
  if (env['DATABASE_URL_TEST']) return { kind: 'server', url: env['DATABASE_URL_TEST'] };
  const found = candidates(env).flatMap((folder) => {
    const version = versionIn(folder);
    return version === undefined ? [] : [{ folder, version }];
  });
  const best = found.filter(({ version }) => version >= OLDEST).sort((a, b) => b.version - a.version)[0];
  if (best) return { kind: 'binaries', ...best };
  const old = found[0];
  return {
    kind: 'none',
    reason: old ? `PostgreSQL ${old.version} is installed, ${OLDEST} or later is needed` : 'no PostgreSQL is installed and DATABASE_URL_TEST is not set',
  };
}

/** Installs Debian's PostgreSQL where that is possible without asking. The sentence says what happened or what to do. */
export function installPostgres(): { readonly installed: boolean; readonly sentence: string } {
  if (findPostgres().kind !== 'none') return { installed: true, sentence: 'PostgreSQL is already here.' };
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) {
    return { installed: false, sentence: `Install PostgreSQL ${OLDEST} or later, or set DATABASE_URL_TEST to a server whose user may create databases.` };
  }
  if (process.getuid?.() !== 0) {
    return { installed: false, sentence: 'Run "sudo apt-get install postgresql", or set DATABASE_URL_TEST to a server whose user may create databases.' };
  }
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8', timeout: 300_000 } as const;
  const install = (): ReturnType<typeof spawnSync> => spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], quiet);
  if (install().status !== 0) {
    spawnSync('apt-get', ['update', '-q'], quiet);
    const again = install();
    if (again.status !== 0) {
      const why = String(again.stderr).trim().split('\n').at(-1) ?? '';
      return { installed: false, sentence: `apt-get could not install postgresql (${why}); set DATABASE_URL_TEST to a server instead.` };
    }
  }
  return findPostgres().kind === 'none'
    ? { installed: false, sentence: 'postgresql was installed, but its programs were not found; set PG_BIN to their folder.' }
    : { installed: true, sentence: 'PostgreSQL was installed with apt-get.' };
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const versioned = (root: string, inside: string): string[] =>
    existsSync(root) ? readdirSync(root).map((name) => join(root, name, inside)) : [];
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => existsSync(join(folder, 'pg_config')) || existsSync(join(folder, 'initdb')));
  const places = [
    env['PG_BIN'] ?? '',
    ...versioned('/usr/lib/postgresql', 'bin'),
    ...versioned('/Applications/Postgres.app/Contents/Versions', 'bin'),
    ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((root) => versioned(root, 'bin').filter((folder) => /postgresql/.test(dirname(folder)))),
    ...onPath.map(binariesOf),
  ];
  return [...new Set(places)].filter((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** pg_config knows where the programs really are, when the PATH holds links. */
function binariesOf(folder: string): string {
  const asked = spawnSync(join(folder, 'pg_config'), ['--bindir'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : folder;
}

function versionIn(folder: string): number | undefined {
  const asked = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /\b(\d+)(?:\.\d+|beta|rc|devel)/.exec(asked.stdout ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}
