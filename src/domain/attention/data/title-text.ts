// How the files of training titles are written; titles.ts reads them.
import type { Kind } from '../kinds.ts';

/** By kind, one title a line. */
export type TitleText = { readonly [kind in Kind]?: string };
