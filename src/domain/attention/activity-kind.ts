// The kind of work that an act in a tracker is: told by the act and by what the item says of itself, never by who the person is.
import type { Kind } from './kinds.ts';

/** Something somebody did on an item. */
export interface TrackerAct {
  readonly did: 'wrote' | 'commented' | 'changed';
  /** What was changed. */
  readonly field: string | null;
  /** The status it was moved out of. */
  readonly movedFrom: string | null;
  readonly labels: readonly string[];
  readonly type: string | null;
}

const SUPPORT = /\b(?:support|customer|ticket|escalation|kunde|kundin|zendesk|intercom)/iu;
const INCIDENT = /\b(?:incident|outage|sev[- ]?[0-3]|störung)/iu;
const GATE = /approv|sign[- ]?off|acceptance|abnahme|freigabe|\bpm review/iu;

/**
 * A comment on what customers reported is support, moving an item out of an approval is signing off, and any other act on an item
 * is work on the backlog. Example: a comment on an item labelled `support` is customer_support.
 */
export function kindOfAct({ did, field, movedFrom, labels, type }: TrackerAct): Kind {
  const about = [type ?? '', ...labels].join(' ');
  if (INCIDENT.test(about)) return 'incident';
  if (did === 'changed' && field === 'status' && movedFrom !== null && GATE.test(movedFrom)) return 'signoff';
  return did === 'commented' && SUPPORT.test(about) ? 'customer_support' : 'backlog';
}
