// The CalDAV server that the calendar tests talk to: Debian's radicale, installed where that needs no question.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function works(): boolean {
  try {
    execFileSync('radicale', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Undefined when radicale is here or was installed; otherwise one sentence on how to get it. */
export function installRadicale(): string | undefined {
  if (works()) return undefined;
  const sentence = 'Without radicale the CalDAV tests are skipped: "sudo apt-get install radicale".';
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return sentence;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = (): void => { execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'radicale'], { env, stdio: 'ignore', timeout: 300_000 }); };
  try {
    try {
      install();
    } catch {
      execFileSync('apt-get', ['update', '-q'], { env, stdio: 'ignore', timeout: 300_000 });
      install();
    }
  } catch {
    return sentence;
  }
  return works() ? undefined : sentence;
}
