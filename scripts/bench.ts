// `npm run bench`: lists the benchmarks with the line each one opens with. Runs none of them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

for (const [name, command] of Object.entries(manifest.scripts)) {
  if (!name.startsWith('bench:')) continue;
  const file = join(root, command.split(' ').at(-1) ?? '');
  const opening = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0]?.replace(/^\/\/\s*/, '') : 'not written yet';
  process.stdout.write(`npm run ${name.padEnd(18)} ${opening}\n`);
}
