import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { packedSource } from '../domain/attention/classify/packed-source.ts';
import { keepModelAt, MODEL_FILE, modelBytes, modelIn } from './model-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-model-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const model = { text: 'name\n1\nwgröße\n顧客', weights: Int16Array.of(0, 1, -1, 255, 256, -256, 32_767, -32_768) };

describe('the file of the trained model', () => {
  it('gives back what was written, on both sides of zero', () => {
    expect(modelIn(modelBytes(model))).toEqual(model);
  });

  it('is as good as none when it is cut short, longer than it says, or not there', () => {
    const bytes = modelBytes(model);
    for (const broken of [bytes.subarray(0, 3), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])]) expect(modelIn(broken)).toBeUndefined();
    keepModelAt(pathToFileURL(join(folder, 'nothing.bin')));
    expect(packedSource.read()).toBeUndefined();
  });

  it('is found where the program was told to look, once it is there', () => {
    keepModelAt(pathToFileURL(join(folder, MODEL_FILE)));
    writeFileSync(join(folder, MODEL_FILE), modelBytes(model));
    expect(packedSource.read()).toEqual(model);
  });
});
