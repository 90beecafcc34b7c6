// Where a readout's numbers come from: a file on disk, or a text with the name that sentences call it. No behaviour.

export type ReadoutSource = ({ readonly path: string } | { readonly name: string; readonly text: string }) & {
  /** Path of a list of holidays. */
  readonly holidays?: string | undefined;
};
