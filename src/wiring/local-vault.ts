// Encrypts credentials with a key that lies beside the data, not in it: a copied database or an export tells nothing.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '../operations/services.ts';

const VERSION = 'v1';

/** AES-256-GCM under `secret.key` of the folder, made at the first use. Losing the file loses the credentials and nothing else. */
export function localVault(folder: string): Vault {
  const key = (): Buffer => {
    const path = join(folder, 'secret.key');
    if (existsSync(path)) {
      const found = readFileSync(path);
      if (found.length === 32) return found;
      throw new Error('secret.key is not 32 bytes; put the right file back, or remove it and connect the sources again');
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = randomBytes(32);
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
    return made;
  };
  return {
    lock(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, iv.toString('base64'), cipher.getAuthTag().toString('base64'), body.toString('base64')].join('.');
    },
    unlock(locked) {
      const [version, iv, tag, body] = locked.split('.');
      if (version !== VERSION || iv === undefined || tag === undefined || body === undefined) throw new Error('a credential is not in a form this version knows');
      const decipher = createDecipheriv('aes-256-gcm', key(), Buffer.from(iv, 'base64'));
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString('utf8');
    },
  };
}
