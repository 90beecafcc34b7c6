// Feeds COPY ... FROM STDIN of a server, one chunk in flight, so that neither side's failure leaves the connection unusable.
// Knows nothing of rows or of error classes.
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/**
 * Resolves with the rows the server took. When the server refuses, no further chunk is sent (the stream has let go of its
 * connection and would crash); when the chunks themselves throw, the server is told, which undoes the COPY.
 */
export async function copyToServer(client: PoolClient, target: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  let refused = false;
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.on('error', (error) => {
      refused = true;
      reject(error);
    });
  });
  done.catch(() => undefined);
  const written = (chunk: Uint8Array): Promise<void> => new Promise((resolve) => stream.write(chunk, () => resolve()));
  try {
    for await (const chunk of chunks) {
      if (refused) break;
      await Promise.race([written(chunk), done]);
    }
  } catch (error) {
    if (!refused) {
      stream.destroy(error as Error);
      await done.catch(() => undefined);
    }
    throw error;
  }
  if (!refused) stream.end();
  await done;
  return stream.rowCount;
}
