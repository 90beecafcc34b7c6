// Whether dist/ still fits the sources: a digest of what went into the last build. Knows nothing of how a build is made.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../root.ts';

const INPUTS = ['src', 'migrations', 'scripts/building', 'package-lock.json', 'package.json', 'vite.config.ts'];
const OUTPUTS = ['dist/throughline.js', 'dist/kind-model.bin', 'dist/web/index.html'];
const STAMP = join(root, '.cache/build.stamp');

/** Every file under a path, tests left out: a changed test does not make the program older. */
export function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(path, entry.name)) : /\.test\.tsx?$/.test(entry.name) ? [] : [join(path, entry.name)],
  );
}

/** SHA-256 over names and contents of everything a build reads, in hex. Deleting or renaming a file changes it too. */
export function sourceDigest(): string {
  const digest = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => filesUnder(join(root, input))).toSorted()) {
    digest.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

/** True when every output exists and the sources are the ones it was made from. */
export function isFresh(): boolean {
  if (!OUTPUTS.every((output) => existsSync(join(root, output))) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === sourceDigest();
}

/** Remembers the digest taken before the build began, so that an edit during it makes the build stale. */
export function stampBuild(digest: string): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, digest);
}
