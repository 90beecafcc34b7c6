// One build, in order: program, web, trained model, notices, stamp. Decides when a build is needed and what is said about it.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../root.ts';
import { buildKindModel } from './kind-model.ts';
import { thirdPartyNotices } from './notices.ts';
import { buildProgram } from './program.ts';
import { kilobytes } from './size.ts';
import { filesUnder, isFresh, sourceDigest, stampBuild } from './stamp.ts';
import { buildWeb, firstLoadScript, FIRST_LOAD_LIMIT } from './web.ts';

/** Makes dist/ anew. With `report`, prints the weight of each part on stdout. Throws on anything a build may not ship. */
export async function build(options: { readonly report: boolean }): Promise<void> {
  const digest = sourceDigest();
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const [program, web] = [await buildProgram(), await buildWeb()];
  buildKindModel(dist);
  writeFileSync(join(dist, 'THIRD_PARTY_NOTICES.md'), thirdPartyNotices([...Object.keys(program.inputs), ...web]));
  stampBuild(digest);
  if (options.report) process.stdout.write(sizeReport(dist));
}

/** Builds only when dist/ is missing or older than the sources. Returns whether it built. */
export async function buildIfStale(): Promise<boolean> {
  if (isFresh()) return false;
  process.stderr.write('Building: the sources are newer than dist/ (about half a minute).\n');
  await build({ report: false });
  return true;
}

function sizeReport(dist: string): string {
  const sizes = filesUnder(dist).map((file) => ({ name: relative(dist, file), bytes: statSync(file).size }));
  const groups = new Map<string, number>();
  for (const { name, bytes } of sizes) {
    const group = name.startsWith('web') ? 'web' : name.startsWith('migrations') ? 'migrations' : name.startsWith('chunk-') ? 'chunks' : name;
    groups.set(group, (groups.get(group) ?? 0) + bytes);
  }
  const lines = [...groups].map(([name, bytes]) => `  ${name.padEnd(32)} ${kilobytes(bytes).padStart(12)}`);
  const first = firstLoadScript();
  lines.push(`  first load, script, gzip         ${kilobytes(first.bytes).padStart(12)} of ${kilobytes(FIRST_LOAD_LIMIT)}`);
  return `dist/\n${lines.join('\n')}\n`;
}
