// Uploads, archives and answers by key for doors that move bytes or repeat requests: each call is one transaction.
import type { Outcome } from '../contract/operation.ts';
import { newId } from '../domain/kernel/ids.ts';
import { claimIdempotencyKey, deleteArchivesBefore, findArchiveById, insertUploadedFile, keepIdempotentAnswer, releaseIdempotencyKey, type UploadedFile } from '../store/desk.ts';
import { deleteUploadsBefore } from '../store/upload.ts';
import type { Asker } from './context.ts';
import type { Services } from './services.ts';

/** A request that got no answer in ten minutes has lost its process: the next one may try. */
const ABANDONED_MS = 600_000;
const DAY_MS = 86_400_000;
/** Long enough that an import which was cut short can be resumed after a holiday. */
const UPLOAD_DAYS = 30;
const ARCHIVE_DAYS = 7;

export function desk(services: Services) {
  const { store, files, clock } = services;
  return {
    placeUpload(): { readonly id: string; readonly path: string } {
      const id = newId('upload', clock(), services.random);
      return { id, path: files.pathOf(id) };
    },
    addUpload: (asker: Asker, upload: UploadedFile) => store.transaction((tx) => insertUploadedFile(tx, asker.workspaceId, upload, clock())),
    async findArchive(asker: Asker, id: string): Promise<{ readonly fileName: string; readonly path: string } | undefined> {
      const row = await store.transaction((tx) => findArchiveById(tx, asker.workspaceId, id));
      return row && { fileName: row.file_name, path: files.pathOf(id) };
    },
    async claimKey(asker: Asker, key: string, requestHash: string): Promise<Claim> {
      const known = await store.transaction((tx) => claimIdempotencyKey(tx, asker.workspaceId, key, requestHash, clock(), ABANDONED_MS));
      if (known.state === 'claimed') return { state: 'claimed' };
      if (known.requestHash !== requestHash) return { state: 'other_request' };
      return known.answer === undefined ? { state: 'in_flight' } : { state: 'answered', answer: JSON.parse(known.answer) as Outcome<unknown> };
    },
    keepAnswer: (asker: Asker, key: string, answer: Outcome<unknown>) => store.transaction((tx) => keepIdempotentAnswer(tx, asker.workspaceId, key, JSON.stringify(answer))),
    /** Removes uploads and archives that have had their time, first from the list and then from the disk. Returns how many. */
    async sweep(asker: Asker): Promise<number> {
      const gone = await store.transaction(async (tx) => [
        ...await deleteUploadsBefore(tx, asker.workspaceId, clock() - UPLOAD_DAYS * DAY_MS),
        ...await deleteArchivesBefore(tx, asker.workspaceId, clock() - ARCHIVE_DAYS * DAY_MS),
      ]);
      for (const id of gone) await files.remove(id);
      return gone.length;
    },
    releaseKey: (asker: Asker, key: string) => store.transaction((tx) => releaseIdempotencyKey(tx, asker.workspaceId, key)),
  };
}

export type Claim =
  | { readonly state: 'claimed' }
  | { readonly state: 'answered'; readonly answer: Outcome<unknown> }
  | { readonly state: 'in_flight' }
  | { readonly state: 'other_request' };
