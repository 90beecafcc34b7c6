import { expect, it } from 'vitest';
import { kindOfAct, type TrackerAct } from './activity-kind.ts';

const act = (change: Partial<TrackerAct>): TrackerAct => ({ did: 'commented', field: null, movedFrom: null, labels: [], type: 'Story', ...change });

it.each([
  ['a comment', act({}), 'backlog'], ['a comment on what customers reported', act({ labels: ['support'] }), 'customer_support'], ['an edit of it', act({ did: 'changed', field: 'title', labels: ['support'] }), 'backlog'],
  ['an item that is written', act({ did: 'wrote' }), 'backlog'], ['a move out of an approval', act({ did: 'changed', field: 'status', movedFrom: 'Waiting for PM approval' }), 'signoff'],
  ['any other move', act({ did: 'changed', field: 'status', movedFrom: 'In progress' }), 'backlog'], ['anything on an outage', act({ type: 'Incident' }), 'incident'],
] as const)('takes %s for its kind', (_what, given, kind) => expect(kindOfAct(given)).toBe(kind));
