// Whether the lock file keeps two promises: every package admits the oldest Node, and `npm ci` finds an entry for each package
// any platform may need. npm picks and leaves out silently; this does not.
import semver from 'semver';

/** The oldest Node the program, its build and its tests run on. */
export const NODE_FLOOR = '20.19.0';

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * One line per locked package whose `engines.node` excludes `floor`, or cannot be read as a range; empty when all admit it.
 * Throws when the lock lists no packages, since then nothing was checked.
 */
export function packagesThatExclude(lock: Lock, floor: string = NODE_FLOOR): string[] {
  const entries = Object.entries(lock.packages);
  if (entries.length < 2) throw new Error('the lock file lists no packages');
  return entries.flatMap(([path, { version, engines }]) => {
    const range = engines?.node;
    if (range === undefined || (semver.validRange(range) !== null && semver.satisfies(floor, range))) return [];
    return [`${path.replace(/^.*node_modules\//, '') || 'throughline'}@${version} wants Node ${range}`];
  });
}

/**
 * One line per package that a locked package needs, on whatever platform, and that has no entry of its own. npm leaves such
 * holes when a platform's binary cannot be fetched, installs happily, and then refuses `npm ci` everywhere.
 */
export function packagesLeftOut(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !foldersAbove(path).some((folder) => lock.packages[`${folder}node_modules/${name}`]))
      .map((name) => `${name}, needed by ${path.replace(/^.*node_modules\//, '') || 'throughline'}`),
  );
}

/** Where Node looks for a package's dependencies: its own folder, then each one that holds it; the root is empty. */
function foldersAbove(path: string): string[] {
  const at = path.lastIndexOf('node_modules/');
  const own = path === '' ? '' : `${path}/`;
  return at < 0 ? [own] : [own, ...foldersAbove(path.slice(0, at).replace(/\/$/, ''))];
}
