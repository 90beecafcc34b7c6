// Bytes that are no JSON: files coming in as a stream, archives going out. The disk is the only limit to their size.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import type { Env, HttpDoor, StoredUpload } from './door.ts';
import { attachment, cleanFileName } from './file-names.ts';
import { mediaType } from './json-body.ts';
import { refusalResponse } from './problem.ts';

export function mountBytes(app: Hono<Env>, door: HttpDoor): void {
  app.post('/api/v1/uploads', async (c) => {
    c.set('route', 'uploads');
    const sent = mediaType(c.req.header('content-type'));
    if (sent !== 'application/octet-stream') {
      return refusalResponse(c, { code: 'wrong_media_type', details: { wanted: 'application/octet-stream', sent: sent === '' ? 'nothing in particular' : sent } });
    }
    if (c.get('asker').role === 'viewer') return refusalResponse(c, { code: 'not_allowed', details: { role: 'viewer' } });
    const { id, path } = door.desk.placeUpload();
    try {
      const { bytes, sha256 } = await receive(c.req.raw.body, path);
      const upload: StoredUpload = { id, name: nameOf(c), bytes, sha256 };
      await door.desk.addUpload(c.get('asker'), upload);
      return c.json({ upload: id, name: upload.name, bytes, sha256 });
    } catch (error) {
      await rm(path, { force: true });
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return refusalResponse(c, { code: 'too_large', details: { limit: 'this disk has room for' } });
      throw error;
    }
  });

  app.get('/api/v1/archives/:id', async (c) => {
    c.set('route', 'archives');
    const id = c.req.param('id');
    const missing = () => refusalResponse(c, { code: 'not_found', details: { kind: 'archive', reference: id } });
    if (c.get('asker').role !== 'owner') return refusalResponse(c, { code: 'not_allowed', details: { role: c.get('asker').role } });
    // Ids are ours; nothing of another form is looked for, on disk or in the database.
    if (!/^arc_[0-9A-Z]{26}$/.test(id)) return missing();
    const archive = await door.desk.findArchive(c.get('asker'), id);
    const facts = archive && (await stat(archive.path).catch(() => undefined));
    if (!archive || !facts) return missing();
    c.header('content-type', 'application/zip');
    c.header('content-length', String(facts.size));
    c.header('content-disposition', attachment(archive.fileName));
    return c.body(Readable.toWeb(createReadStream(archive.path)) as ReadableStream);
  });
}

/** Writes beside the place first and takes the name only when every byte is on disk. */
async function receive(body: ReadableStream<Uint8Array> | null, path: string): Promise<{ bytes: number; sha256: string }> {
  const part = `${path}.part`;
  const digest = createHash('sha256');
  let bytes = 0;
  const file = await open(part, 'w', 0o600);
  try {
    for await (const piece of body ?? []) {
      digest.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
  await file.close();
  await rename(part, path);
  return { bytes, sha256: digest.digest('hex') };
}

/** The name in `?name=`, or percent-encoded in `X-File-Name`. */
function nameOf(c: Context<Env>): string {
  const asked = c.req.query('name') ?? c.req.header('x-file-name') ?? '';
  if (c.req.query('name') !== undefined) return cleanFileName(asked);
  try {
    return cleanFileName(decodeURIComponent(asked));
  } catch {
    return cleanFileName(asked);
  }
}
