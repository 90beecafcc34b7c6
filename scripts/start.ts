// `npm start`: builds when the sources are newer than dist/, then runs the program a user would run.
// Further arguments go to `throughline start`: `npm start -- --port 7000`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './building/build.ts';
import { root } from './root.ts';

await buildIfStale();

const program = spawn(process.execPath, [join(root, 'bin/throughline.js'), 'start', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});

// A terminal sends Ctrl+C to the whole group by itself; passing it on would make it two.
process.on('SIGINT', () => void (process.stdin.isTTY || program.kill('SIGINT')));
process.on('SIGTERM', () => void program.kill('SIGTERM'));
process.on('SIGHUP', () => void program.kill('SIGHUP'));
program.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 70);
});
