// `npm run build`: makes dist/ from the sources, whatever its age, and prints what each part weighs.
import { build } from './building/build.ts';

try {
  await build({ report: true });
} catch (error) {
  // esbuild and vite have already shown where; their stacks are about themselves.
  process.stderr.write(`The build stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
