// What the Sources pages call kinds, states and reasons; how an import's figures become sentences. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import { count, counted } from '../../data/words.ts';

export type ImportRecord = OutputOf<'import.get'>['import'];
export type Preview = OutputOf<'import.preview'>;
/** Our field to the column's header as the file writes it. */
export type Columns = Readonly<Record<string, string>>;

const KINDS: Readonly<Record<string, string>> = {
  'jira-csv': 'Jira CSV', 'jira-json': 'Jira JSON', github: 'GitHub JSON', 'github-backup': 'GitHub backup', 'linear-csv': 'Linear CSV', 'linear-json': 'Linear JSON',
  gitlab: 'GitLab', trello: 'Trello board', csv: 'CSV by your mapping', archive: 'Throughline archive',
};
export const KIND_CHOICES = Object.entries(KINDS).filter(([id]) => id !== 'archive').map(([id, name]) => ({ id, name }));

export function kindWords(kind: string | undefined): string {
  return kind === undefined ? 'not told yet' : KINDS[kind] ?? kind;
}

const STATES: Readonly<Record<ImportRecord['state'], string>> = { waiting: 'waits', running: 'is being read', done: 'read', cancelled: 'stopped', failed: 'failed', interrupted: 'interrupted' };
export const stateWords = (state: ImportRecord['state']): string => STATES[state];

const REASONS: Readonly<Record<string, string>> = {
  date_unreadable: 'A date that cannot be read', date_ambiguous: 'A date that could be two days', json_malformed: 'Broken JSON', key_missing: 'No key', title_missing: 'No title',
  duplicate_key: 'A key that is there already; the row updated last counts, else the first', duplicate_comment: 'A comment that is there already', row_too_wide: 'More cells than columns', not_an_issue: 'Not an item',
  item_missing: 'A comment whose item is not here', wrong_type: 'A value of another type', comment_unreadable: 'A comment that cannot be read', event_without_time: 'A change without a time',
  event_unreadable: 'A change that cannot be read', quote_unclosed: 'A quote that is never closed', status_unknown: 'A status in no list of words; taken as open', archive_damaged: 'A damaged archive', not_an_export: 'Not an export',
};

/** `A date that cannot be read`; an unknown code as its own words. */
export function reasonWords(code: string): string {
  const plain = code.replaceAll('_', ' ');
  return REASONS[code] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** `export.csv`, `a.csv and b.csv`, `a.csv and 4 others`. */
export function fileWords(files: readonly { readonly name: string }[]): string {
  const [first, second] = files;
  if (first === undefined) return 'no file';
  if (second === undefined) return first.name;
  return files.length === 2 ? `${first.name} and ${second.name}` : `${first.name} and ${count(files.length - 1)} others`;
}

/** Pace and time left as the importer tells them; `cannot tell yet` before it can. */
export function paceWords(progress: ImportRecord['progress']): string {
  if (progress?.itemsPerSecond === undefined) return 'Cannot tell yet how long it takes';
  const left = progress.secondsLeft;
  return `${count(progress.itemsPerSecond)} items a second${left === undefined ? '' : `, ${leftWords(left)} left`}`;
}

function leftWords(seconds: number): string {
  if (seconds < 2) return 'a moment';
  if (seconds < 55) return `about ${counted(Math.max(2, seconds < 10 ? Math.round(seconds) : Math.round(seconds / 5) * 5), 'second')}`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `about ${counted(Math.max(1, minutes), 'minute')}` : `about ${counted(Math.round(minutes / 60), 'hour')}`;
}

export const isGoing = (state: ImportRecord['state']): boolean => state === 'waiting' || state === 'running';
export const mayResume = (state: ImportRecord['state']): boolean => state === 'cancelled' || state === 'failed' || state === 'interrupted';
