// `npm run build`: makes dist/ from the sources, whatever its age, and prints what each part weighs.
import { build } from './building/build.ts';

await build({ report: true });
