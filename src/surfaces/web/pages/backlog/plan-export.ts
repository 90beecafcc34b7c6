// Which files the plan can leave as: those that the imported trackers take, and a list to read, always.
import type { InputOf } from '../../../../contract/index.ts';

export type ExportFormat = InputOf<'cull.export'>['format'];

const FITS: readonly { readonly format: ExportFormat; readonly name: string; readonly kinds: RegExp; readonly how: string }[] = [
  { format: 'jira-csv', name: 'Jira CSV', kinds: /^jira/, how: 'In Jira: Filters, bulk change by CSV import. It closes, labels and comments.' },
  { format: 'github-sh', name: 'GitHub script', kinds: /^github/, how: 'Run it where the GitHub command line is signed in. It labels, comments and closes; it stops at the first failure.' },
  { format: 'linear-csv', name: 'Linear CSV', kinds: /^linear/, how: 'For Linear’s CSV import: state, label and comment.' },
  { format: 'markdown', name: 'Markdown list', kinds: /./, how: 'To read, or to paste where the work is talked about.' },
];

export interface FittingFormat { readonly format: ExportFormat; readonly name: string; readonly how: string }

/** In the order in which they are offered; the tracker's own first. */
export function fittingFormats(kinds: readonly string[]): FittingFormat[] {
  return FITS.filter((fit) => fit.format === 'markdown' || kinds.some((kind) => fit.kinds.test(kind))).map(({ format, name, how }) => ({ format, name, how }));
}

/** A format out of an address. */
export function formatIn(value: unknown): ExportFormat | undefined {
  return FITS.find(({ format }) => format === value)?.format;
}
