// What a Linear state means. Its type is asked first, then the dates Linear sets itself, then the state's words.
import type { StatusClass } from '../../domain/backlog/item.ts';
import { classOfWord } from '../status-class.ts';

const BY_TYPE: Readonly<Record<string, StatusClass>> = {
  triage: 'open', backlog: 'open', unstarted: 'open', started: 'open', completed: 'done', canceled: 'closed_unfinished', cancelled: 'closed_unfinished',
  duplicate: 'closed_unfinished',
};

export interface LinearState {
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly canceled: boolean;
  readonly completed: boolean;
  readonly archived: boolean;
}

/** An issue archived while still open was closed without being done. */
export function linearClass(state: LinearState): StatusClass {
  const byType = state.type === undefined ? undefined : BY_TYPE[state.type.toLowerCase()];
  const found = byType ?? (state.canceled ? 'closed_unfinished' : state.completed ? 'done' : undefined)
    ?? (state.name === undefined ? undefined : classOfWord(state.name)) ?? 'open';
  return found === 'open' && state.archived ? 'closed_unfinished' : found;
}

/** The team's key in an identifier: `ENG` of `ENG-12`. */
export function teamOf(identifier: string): string | undefined {
  return /^([A-Za-z][A-Za-z0-9_]*)-\d+$/.exec(identifier)?.[1];
}
