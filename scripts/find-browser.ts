// Where a Chromium is that tests can drive: CHROME_PATH, then PATH, then, for root on a system with apt, freshly installed.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const USUAL_PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium'];

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a browser that is already here; undefined when there is none. A CHROME_PATH that cannot run counts as none. */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return canRun(chosen) ? chosen : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...USUAL_PLACES].find(canRun);
}

/** As `findBrowser`, installing Debian's chromium first when that is possible. Throws one sentence saying what to do. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  if (!process.env['CHROME_PATH'] && process.getuid?.() === 0 && installChromium()) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error('No browser to test with: install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one.');
}

function installChromium(): boolean {
  try {
    process.stdout.write('  installing chromium with apt-get\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', 'chromium']]) {
      execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
    }
    return true;
  } catch {
    return false;
  }
}
