// Imports, exports of everything, background jobs, and the explanation behind any number.
import * as z from 'zod';
import { managers, owners, readers } from '../domain/access/role.ts';
import { command, query } from './operation.ts';
import { nextCursor, page, share, time, unread } from './shapes.ts';

export const importKind = z.enum(['auto', 'jira-csv', 'jira-json', 'github', 'github-backup', 'linear-csv', 'linear-json', 'gitlab', 'trello', 'csv']);
export const fileRef = z.object({ upload: z.string().optional().describe('Id that an upload answered'), path: z.string().max(4096).optional().describe('A file on this machine; only for the person at it') });
export const importRecord = z.object({
  id: z.string(), state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted']), kind: z.string().optional(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string().optional() })),
  read: z.number(), created: z.number(), updated: z.number(), unchanged: z.number(), comments: z.number(), newComments: z.number(), pullRequestsSkipped: z.number(), skipped: z.number(), unread: z.number(),
  progress: z.object({ share: share.optional(), itemsPerSecond: z.number().optional(), secondsLeft: z.number().optional(), phase: z.string() }).optional(),
  refusal: z.object({ code: z.string(), sentence: z.string() }).optional(), startedAt: time, finishedAt: time.optional(),
});
const files = z.array(fileRef).min(1).max(50);
const map = z.record(z.string(), z.string()).optional().describe('For a CSV without known columns: our field to your column header');

const importPreview = command({
  name: 'import.preview', summary: 'Looks at files without importing: what they are, the columns, the first items, and a suggested mapping for a plain CSV.', roles: managers, untrusted: true,
  input: z.object({ files, kind: importKind.default('auto'), map }),
  output: z.object({
    kind: z.string().optional(), why: z.string(), needsMapping: z.boolean(), header: z.array(z.string()).optional(), suggestedMap: z.record(z.string(), z.string()).optional(), fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
    sample: z.array(z.object({ key: z.string(), title: z.string(), status: z.string().optional(), statusClass: z.string(), created: time.optional() })), unread: z.array(unread),
  }),
  refusals: ['not_found', 'not_an_export', 'file_unreadable', 'path_not_allowed'], agent: { destructive: false, idempotent: true },
  example: { input: { files: [{ upload: 'upl_none' }] }, refusal: 'not_found' },
});
const importStart = command({
  name: 'import.start', summary: 'Imports tracker exports, or an archive of this program. The same file twice changes nothing. A later export updates.', roles: managers,
  input: z.object({ files, kind: importKind.default('auto'), map, timeZone: z.string().max(60).optional(), wait: z.boolean().default(false).describe('Answer only when it has ended') }),
  output: z.object({ import: importRecord }), refusals: ['not_found', 'not_an_export', 'mapping_needed', 'file_unreadable', 'path_not_allowed', 'archive_newer', 'archive_damaged', 'workspace_not_empty'],
  agent: { destructive: false, idempotent: true }, example: { input: { files: [{ upload: 'upl_none' }] }, refusal: 'not_found' },
});
const importGet = query({
  name: 'import.get', summary: 'Gives one import with its counts and, while it runs, its progress.', roles: readers, input: z.object({ import: z.string() }), output: z.object({ import: importRecord }), refusals: ['not_found'],
  example: { input: { import: 'imp_none' }, refusal: 'not_found' },
});
const importList = query({
  name: 'import.list', summary: 'Lists imports, newest first.', roles: readers, input: z.object({ ...page }), output: z.object({ imports: z.array(importRecord), nextCursor }), refusals: ['bad_cursor'], example: { input: {}, output: {} },
});
const importUnread = query({
  name: 'import.unread', summary: 'Lists what an import could not read: where, the value, and why.', roles: readers, untrusted: true,
  input: z.object({ import: z.string(), code: z.string().max(60).optional().describe('Only what could not be read for this reason'), ...page }), output: z.object({ unread: z.array(unread), total: z.number(), byCode: z.array(z.object({ code: z.string(), count: z.number() })), nextCursor }), refusals: ['not_found', 'bad_cursor'],
  example: { input: { import: 'imp_none' }, refusal: 'not_found' },
});
const importCancel = command({
  name: 'import.cancel', summary: 'Stops an import; what was read so far stays.', roles: managers, input: z.object({ import: z.string() }), output: z.object({ import: importRecord }), refusals: ['not_found', 'import_finished'],
  agent: { destructive: false, idempotent: true }, example: { input: { import: 'imp_none' }, refusal: 'not_found' },
});
const importResume = command({
  name: 'import.resume', summary: 'Goes on with an import that was cancelled, failed or interrupted, without doubling anything.', roles: managers, input: z.object({ import: z.string(), wait: z.boolean().default(false) }), output: z.object({ import: importRecord }),
  refusals: ['not_found', 'import_finished', 'file_unreadable'], agent: { destructive: false, idempotent: true }, example: { input: { import: 'imp_none' }, refusal: 'not_found' },
});
const exportCreate = command({
  name: 'export.create', summary: 'Writes everything in the workspace to one archive (JSON and CSV) that this program imports back without loss.', roles: owners, input: z.object({}),
  output: z.object({ archive: z.object({ id: z.string(), fileName: z.string(), bytes: z.number(), sha256: z.string(), items: z.number() }), download: z.string().describe('Path to fetch it from') }), refusals: [], agent: { destructive: false, idempotent: false },
  example: { input: {}, output: {} },
});
const numberExplain = query({
  name: 'number.explain', summary: 'Opens a number: the formula with its values, the rows behind it, what was left out, and when it was computed.', roles: readers, untrusted: true,
  input: z.object({ number: z.string().max(100).describe('Its name, such as backlog.open'), of: z.string().max(300).optional().describe('What it is about: an item, a bucket, a rule, an import') }),
  output: z.object({
    number: z.string(), title: z.string(), value: z.string(), sentence: z.string(),
    formula: z.object({ words: z.string(), filledIn: z.string(), page: z.string().optional() }),
    rows: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().optional() })), moreRows: z.number(), allRows: z.string().optional().describe('Address of the full list'),
    leftOut: z.array(z.object({ what: z.string(), count: z.number().optional() })), computedAt: time, from: z.string(), notClaimed: z.string().optional(),
  }),
  refusals: ['number_unknown', 'not_found', 'nothing_to_audit'], example: { input: { number: 'backlog.open' }, output: { number: 'backlog.open' } },
});
export const importOperations = [importPreview, importStart, importGet, importList, importUnread, importCancel, importResume] as const;
export const exportOperations = [exportCreate] as const;
export const numberOperations = [numberExplain] as const;
