// How far an audit is: one line on standard error that rewrites itself, with rate and remaining time. Silent where nobody watches.
import type { Terminal } from '../door.ts';
import { fitted } from '../table.ts';
import { bytesText, durationText, numberText } from '../words.ts';
import type { AuditReading } from './door.ts';

const EVERY_MS = 120;
/** Before this, a rate is a guess. */
const SETTLED_MS = 700;

export function auditProgress(terminal: Terminal, quiet: boolean): { show(reading: AuditReading): void; end(): void } {
  if (quiet || !terminal.noteIsTerminal || terminal.env['TERM'] === 'dumb') return { show: () => undefined, end: () => undefined };
  const began = terminal.now();
  let last = -EVERY_MS;
  let drawn = false;
  return {
    show(reading) {
      const passed = terminal.now() - began;
      if (reading.phase === 'reading' && passed - last < EVERY_MS) return;
      last = passed;
      drawn = true;
      terminal.note(`\r\u001b[K${fitted(progressLine(reading, passed), terminal.columns - 1, '...')}`);
    },
    end() {
      if (drawn) terminal.note('\r\u001b[K');
    },
  };
}

/** `34%, 12,345 items, 4,100 items a second, about 20 seconds left`. */
export function progressLine(reading: AuditReading, passedMs: number): string {
  if (reading.phase === 'judging') return `${numberText(reading.items)} items read, judging them`;
  const share = reading.bytesTotal === 0 ? 0 : reading.bytesRead / reading.bytesTotal;
  const parts = [`${Math.floor(share * 100)}% of ${bytesText(reading.bytesTotal)}`, `${numberText(reading.items)} items`];
  if (passedMs >= SETTLED_MS && share > 0) {
    parts.push(`${numberText(Math.round(reading.items / (passedMs / 1000)))} items a second`);
    if (share < 1) parts.push(`${durationText((passedMs / 1000) * (1 - share) / share)} left`);
  }
  return parts.join(', ');
}
