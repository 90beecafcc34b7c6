// `npm run reference -- DIR`: runs every reference case of a folder through the outcome engine and says where they differ.
import { resolve } from 'node:path';
import { runFolder } from './reference/areas.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder of the cases: npm run reference -- DIR\n');
  process.exitCode = 2;
} else {
  // npm changes to the root of the package; the folder is meant from where the command was typed.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  process.exitCode = await runFolder(resolve(from, folder), (line) => process.stdout.write(`${line}\n`));
}
