// Where the migrations come from: the folder beside the bundle when built, migrations/ in a checkout.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Migration } from './migrate.ts';

/** All migrations of this program, sorted by name. Built: the folder beside the bundle, which is part of the package. */
export function loadMigrations(here: string = import.meta.url): readonly Migration[] {
  return readMigrations(fileURLToPath(new URL(here.endsWith('.ts') ? '../../migrations' : './migrations', here)));
}

const NAME = /^(\d{4}_[a-z0-9_]+)\.sql$/;

/** Every `0001_name.sql` of a folder, sorted by name; throws on a `.sql` file that is named otherwise. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().map((file) => {
    const name = NAME.exec(file)?.[1];
    if (name === undefined) throw new Error(`${file}: a migration is named like 0001_what_it_does.sql`);
    return { name, sql: readFileSync(join(folder, file), 'utf8') };
  });
}
