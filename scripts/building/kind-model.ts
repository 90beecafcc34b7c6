// Trains the model of kinds of work for a build, so that no start of the program has to. Knows nothing of how it is trained.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packShippedModel } from '../../src/domain/attention/classify/shipped-model.ts';
import { MODEL_FILE, modelBytes } from '../../src/wiring/model-file.ts';

/** Writes the trained model into the folder of the built program. */
export function buildKindModel(folder: string): void {
  writeFileSync(join(folder, MODEL_FILE), modelBytes(packShippedModel()));
}
