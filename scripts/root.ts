// Where the checkout begins. Every script works from here, whatever folder it was called from.
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
