// The files in a tar stream that may hold issues. A project's repository and uploads are passed over unread.
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { PeekableBytes, type Bytes } from './byte-stream.ts';
import { ArchiveDamaged } from './inflate.ts';
import type { SourceText } from './source-text.ts';

const WORTH_READING = /\.(ndjson|json|csv|tsv|txt)$/i;
/** Of a project export only these lists hold anything that is read or counted. */
const PROJECT_PART = /(^|\/)tree\//;
const PROJECT_LIST = /(^|\/)tree\/project\/(issues|merge_requests|labels|milestones)\.ndjson$/;

function isWanted(name: string, size: number): boolean {
  return size > 0 && (PROJECT_PART.test(name) ? PROJECT_LIST.test(name) : WORTH_READING.test(name));
}

/** One text per file, named by its path in the archive. The stream must be read in order. */
export async function* tarEntries(archive: string, source: Bytes): AsyncGenerator<SourceText> {
  const tar = extract();
  const input = Readable.from(source);
  input.on('error', (error) => tar.destroy(error));
  input.pipe(tar);
  try {
    for await (const entry of tar) {
      if (entry.header.type === 'file' && isWanted(entry.header.name, entry.header.size ?? 0)) {
        const name = entry.header.name.replace(/^\.\//, '');
        const bytes = new PeekableBytes(entry as unknown as Bytes);
        yield { entry: archive === '' ? name : `${archive}/${name}`, bytes };
      }
      entry.resume();
    }
  } catch (error) {
    throw error instanceof ArchiveDamaged ? error : new ArchiveDamaged('the archive is damaged', error);
  } finally {
    input.destroy();
    tar.destroy();
  }
}
