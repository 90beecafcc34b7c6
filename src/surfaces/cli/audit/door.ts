// What the audit command is handed: a way to audit files. Who reads them, and how, stays outside.
import type * as z from 'zod';
import type { AuditReport } from '../../../contract/audit-report.ts';
import type { importKind } from '../../../contract/import.ts';

export type ImportKind = z.output<typeof importKind>;

export interface AuditQuestion {
  /** The day it is for whoever asks, YYYY-MM-DD. */
  readonly today: string;
  readonly asOf?: string;
  readonly kind?: ImportKind;
  readonly map?: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly goal?: string;
  readonly rules?: readonly AuditReport['findings'][number]['rule'][];
  readonly signal?: AbortSignal;
}

export interface AuditReading {
  readonly phase: 'reading' | 'judging';
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly items: number;
}

export type AuditFiles = (paths: readonly string[], question: AuditQuestion, onProgress?: (progress: AuditReading) => void) => Promise<AuditReport>;
