// Which locked packages refuse the oldest Node we promise. npm picks silently; this does not.
import semver from 'semver';

/** The oldest Node the program, its build and its tests run on. */
export const NODE_FLOOR = '20.19.0';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly engines?: { readonly node?: string }; readonly optional?: boolean }>>;
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
