// What every journey stands on: the built program on a folder of its own, and a browser; taken down after the file's last story.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildOnce, newFolder, removeFolder, startServer, type JourneyServer } from './journey-server.ts';
import { startBrowser } from './static-web.ts';

export interface Stage {
  readonly server: JourneyServer;
  readonly browser: Browser;
}

/** Before the file's stories `ready` is handed the stage and may prepare what they need. Answers a folder for the person's files. */
export function setStage(options: { readonly sample: boolean }, ready: (stage: Stage) => void | Promise<void>): string {
  const folder = newFolder();
  let browser: Browser | undefined;
  let server: JourneyServer | undefined;
  beforeAll(async () => {
    buildOnce();
    browser = await startBrowser();
    server = await startServer({ folder: join(folder, 'data'), ...options });
    await ready({ server, browser });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolder(folder);
  });
  return folder;
}
