// Where things lie and what the environment asks for: flag, then environment, then default. All that is wrong is said at once.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Flags {
  readonly dataDir?: string;
  readonly port?: string;
  readonly host?: string;
  readonly publicUrl?: string;
}

export interface Settings {
  readonly dataDir: string;
  /** Absent for the embedded engine. */
  readonly databaseUrl?: string;
  readonly host: string;
  readonly port: number;
  /** True when somebody asked for this very port. */
  readonly portAsked: boolean;
  readonly publicUrl?: string;
  readonly logLevel: string;
  /** Sentences about names in the environment that look like ours and are not. */
  readonly warnings: readonly string[];
}

/** Something in flags or environment cannot be used; one line for each. */
export class UnusableSettings extends Error {
  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'UnusableSettings';
  }
}

export const DEFAULT_PORT = 4747;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const OURS = ['THROUGHLINE_DATA_DIR', 'THROUGHLINE_HOST', 'THROUGHLINE_PORT', 'THROUGHLINE_PUBLIC_URL', 'THROUGHLINE_SERVER', 'THROUGHLINE_TOKEN', 'THROUGHLINE_TOKEN_FILE'];

/** Throws UnusableSettings with everything that is wrong. */
export function readSettings(flags: Flags, env: Environment, platform: NodeJS.Platform = process.platform): Settings {
  const wrong: string[] = [];
  const portText = flags.port ?? env['THROUGHLINE_PORT'] ?? env['PORT'];
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) wrong.push(`The port is a number from 0 to 65535, not “${portText}”.`);
  // Some shells put the machine's name into HOST: only an address there can have been meant for us.
  const fromHost = env['HOST'] !== undefined && isIP(env['HOST']) !== 0 ? env['HOST'] : undefined;
  const host = flags.host ?? env['THROUGHLINE_HOST'] ?? fromHost ?? '127.0.0.1';
  const publicUrl = flags.publicUrl ?? env['THROUGHLINE_PUBLIC_URL'];
  if (publicUrl !== undefined && !isPlainOrigin(publicUrl)) wrong.push(`The public address is written like https://pm.example.com, not “${publicUrl}”.`);
  if (!isLoopback(host) && publicUrl === undefined) wrong.push(`Listening on ${host} lets other machines in. Say the address they will use with --public-url.`);
  const logLevel = env['LOG_LEVEL'] ?? 'warn';
  if (!LEVELS.includes(logLevel)) wrong.push(`LOG_LEVEL is one of ${LEVELS.join(', ')}, not “${logLevel}”.`);
  let databaseUrl: string | undefined;
  try {
    databaseUrl = secret(env, 'DATABASE_URL');
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error));
  }
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) wrong.push('DATABASE_URL begins with postgres:// or postgresql://.');
  if (wrong.length > 0) throw new UnusableSettings(wrong);
  return {
    dataDir: resolve(flags.dataDir ?? env['THROUGHLINE_DATA_DIR'] ?? defaultDataDir(env, platform)),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    host, port, portAsked: portText !== undefined, ...(publicUrl === undefined ? {} : { publicUrl }), logLevel,
    warnings: strangers(env),
  };
}

/** `NAME`, or the content of the file that `NAME_FILE` names, without the line end; undefined when neither is set or it is empty. */
export function secret(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (env[name]) return env[name];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (cause) {
    throw new Error(`${name}_FILE names ${file}, which cannot be read.`, { cause });
  }
}

export function defaultDataDir(env: Environment, platform: NodeJS.Platform): string {
  if (env['XDG_DATA_HOME']) return join(env['XDG_DATA_HOME'], 'throughline');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'throughline');
  return join(env['HOME'] ?? homedir(), '.local', 'share', 'throughline');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function isPlainOrigin(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.origin === url.replace(/\/$/, '');
}

function strangers(env: Environment): string[] {
  return Object.keys(env).filter((name) => name.startsWith('THROUGHLINE_') && !OURS.includes(name)).map((name) => {
    const near = OURS.map((ours) => ({ ours, distance: distance(ours, name) })).toSorted((a, b) => a.distance - b.distance)[0];
    return `${name} is not a name Throughline knows${near && near.distance <= 3 ? `; ${near.ours} is` : ''}.`;
  });
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
