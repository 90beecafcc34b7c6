// An archive with some of its files replaced and its manifest's checksums made anew: what somebody would hand over who knows the format.
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { ArchiveReader, type ArchiveManifest } from '../src/operations/archive-file.ts';

export async function rewritten(path: string, replaced: Readonly<Record<string, string>>): Promise<Buffer> {
  const reader = await ArchiveReader.open(path);
  const zip = new ZipFile();
  const manifest = JSON.parse(await reader.text('manifest.json')) as ArchiveManifest;
  const files: ArchiveManifest['files'][number][] = [];
  for (const file of manifest.files) {
    const text = replaced[file.name] ?? (await reader.text(file.name));
    zip.addBuffer(Buffer.from(text), file.name);
    files.push({ ...file, sha256: createHash('sha256').update(text).digest('hex') });
  }
  zip.addBuffer(Buffer.from(JSON.stringify({ ...manifest, files })), 'manifest.json');
  zip.end();
  reader.close();
  return buffer(zip.outputStream as Readable);
}
