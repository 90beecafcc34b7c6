// The whole contract in reading order: the product's table of contents.
import type { z } from 'zod';
import { auditOperations, findingOperations, ruleOperations } from './audit.ts';
import { attentionOperations } from './attention.ts';
import { attentionEntryOperations } from './attention-entry.ts';
import { attentionFileOperations } from './attention-file.ts';
import { attentionSayOperations } from './attention-say.ts';
import { betOperations } from './bet.ts';
import { calendarOperations } from './calendar.ts';
import { carryOperations } from './carry.ts';
import { cullOperations } from './cull.ts';
import { forecastOperations } from './forecast.ts';
import { goalOperations } from './goal.ts';
import { exportOperations, importOperations, numberOperations } from './import.ts';
import { itemOperations, lineageOperations } from './item.ts';
import { handOffOperations } from './hand-off.ts';
import { lessonOperations, recordOperations } from './lesson.ts';
import { lineOperations } from './line.ts';
import { metricOperations } from './metric.ts';
import type { Outcome } from './operation.ts';
import { problemOperations } from './problem.ts';
import { proposalOperations } from './proposal.ts';
import { readoutAheadOperations } from './readout-ahead.ts';
import { readoutFileOperations } from './readout-file.ts';
import { readoutOperations, reviewOperations } from './readout.ts';
import { shipOperations } from './ship.ts';
import { workspaceOperations } from './workspace.ts';

export const OPERATIONS = [
  ...workspaceOperations,
  ...importOperations,
  ...goalOperations,
  ...problemOperations,
  ...metricOperations,
  ...betOperations,
  ...forecastOperations,
  ...shipOperations,
  ...readoutOperations,
  ...readoutFileOperations,
  ...readoutAheadOperations,
  ...reviewOperations,
  ...lessonOperations,
  ...recordOperations,
  ...calendarOperations,
  ...attentionFileOperations,
  ...attentionOperations,
  ...attentionSayOperations,
  ...attentionEntryOperations,
  ...lineOperations,
  ...handOffOperations,
  ...carryOperations,
  ...proposalOperations,
  ...itemOperations,
  ...lineageOperations,
  ...auditOperations,
  ...findingOperations,
  ...ruleOperations,
  ...cullOperations,
  ...numberOperations,
  ...exportOperations,
] as const;

type Contract = (typeof OPERATIONS)[number];
export type OperationName = Contract['name'];
export type OperationOf<N extends OperationName> = Extract<Contract, { readonly name: N }>;
/** What a caller writes: defaults may be left out. */
export type InputOf<N extends OperationName> = z.input<OperationOf<N>['input']>;
/** What a handler receives: defaults are filled in. */
export type GivenTo<N extends OperationName> = z.output<OperationOf<N>['input']>;
export type OutputOf<N extends OperationName> = z.output<OperationOf<N>['output']>;
export type CodeOf<N extends OperationName> = OperationOf<N>['refusals'][number];

/** Asks for an operation, wherever it is carried out. A refusal is a value; a fault is thrown. */
export type Caller = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<Outcome<OutputOf<N>>>;

export const operationNamed: ReadonlyMap<string, Contract> = new Map(OPERATIONS.map((operation) => [operation.name, operation]));
