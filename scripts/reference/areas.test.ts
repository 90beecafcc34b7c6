import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapterOf, runFolder, type RunCase } from './areas.ts';

const doubling: RunCase = (input, see) => {
  const { x, see: other } = input as { x: number; see?: string };
  if (x < 0) throw new Error('x is below 0');
  return { y: 2 * (other === undefined ? x : (see(other) as { x: number }).x) };
};
const adapters = (area: string) => (area === 'doubling' ? Promise.resolve(doubling) : adapterOf(area));

const aCase = (id: string, input: unknown, y: number, area = 'doubling') => JSON.stringify({ id, area, input, expected: { y }, tolerance: { '*': { abs: 0.01 } } });

describe('the run of a folder of reference cases', () => {
  let place = '';
  beforeAll(() => { place = mkdtempSync(join(tmpdir(), 'reference-')); });
  afterAll(() => rmSync(place, { recursive: true }));

  const folder = (name: string, files: Readonly<Record<string, string>>): string => {
    const path = join(place, name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(path, file, '..'), { recursive: true });
      writeFileSync(join(path, file), text);
    }
    return path;
  };
  const run = async (path: string): Promise<{ code: number; lines: string[] }> => {
    const lines: string[] = [];
    return { code: await runFolder(path, (line) => lines.push(line), adapters), lines: lines.map((line) => line.replace(/ +/g, ' ')) };
  };

  it('prints a line per case of the folder and the folders in it, and ends well when all agree', async () => {
    const path = folder('good', { 'a.json': aCase('a', { x: 1 }, 2), 'inner/b.json': aCase('b', { x: 0, see: 'a' }, 2), 'manifest.json': '{"cases": []}', 'index.json': '{}', 'notes.txt': '' });
    expect(await run(path)).toEqual({ code: 0, lines: ['left out: index.json is not a case', 'doubling a ok 1 value', 'doubling b ok 1 value', '2 passed, 0 failed'] });
  });

  it('names the worst value of a case that differs, and lets an adapter that throws fail its own case only', async () => {
    const path = folder('bad', { 'a.json': aCase('a', { x: 1 }, 3), 'b.json': aCase('b', { x: -1 }, 0), 'c.json': aCase('c', { x: 2 }, 4) });
    expect(await run(path)).toEqual({
      code: 1,
      lines: ['doubling a failed y: expected 3, got 2 (1 of 1 values off)', 'doubling b failed x is below 0', 'doubling c ok 1 value', '1 passed, 2 failed'],
    });
  });

  it('fails a case whose area has no adapter, whatever the area is called', async () => {
    const path = folder('strange', { 'a.json': aCase('a', {}, 1, 'astrology'), 'b.json': aCase('b', {}, 1, '../root'), 'c.json': aCase('c', {}, 1, 'judge') });
    const { code, lines } = await run(path);
    expect(code).toBe(1);
    expect(lines.slice(0, 2).every((line) => line.includes('no adapter: ') && line.includes('is not there'))).toBe(true);
    expect(lines.slice(2)).toEqual(['judge c failed no adapter: scripts/reference/judge.ts exports no runCase', '0 passed, 3 failed']);
  });

  it('counts a damaged or incomplete case file as failed', async () => {
    const path = folder('damaged', { 'a.json': '{"id": ', 'b.json': '{"id": "b", "area": "doubling", "expected": {}}', 'c.json': aCase('c', { x: 1 }, 2) });
    const { code, lines } = await run(path);
    expect(code).toBe(1);
    expect(lines[2]).toBe('unreadable b.json failed has no input, no tolerance');
    expect(lines.at(-1)).toBe('1 passed, 2 failed');
  });

  it('shows a case the inputs of sibling folders, and says when there is none of that name', async () => {
    folder('around/stats', { 'far.json': aCase('far', { x: 4 }, 8) });
    const path = folder('around/more', { 'a.json': aCase('a', { x: 0, see: 'far' }, 8), 'b.json': aCase('b', { x: 0, see: 'nowhere' }, 8) });
    const { lines } = await run(path);
    expect(lines).toEqual(['doubling a ok 1 value', 'doubling b failed no case is named nowhere', '1 passed, 1 failed']);
  });

  it('says that a folder cannot be read or holds no case', async () => {
    const missing = await run(join(place, 'missing'));
    expect(missing.code).toBe(2);
    expect(missing.lines[0]).toContain('cannot be read as a folder of cases');
    const empty = await run(folder('empty', { 'manifest.json': '{}' }));
    expect(empty).toEqual({ code: 2, lines: [`${join(place, 'empty')} holds no case.`] });
  });
});
