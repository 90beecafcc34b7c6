import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { HABIT_RULES } from './architecture/habit-rules.ts';
import { IMPORT_RULES } from './architecture/import-rules.ts';
import { topicOrder } from './architecture/law.ts';
import { PURITY_RULES } from './architecture/purity-rules.ts';
import { printed } from './architecture/rule.ts';
import { hasSizeWaiver, SHAPE_RULES } from './architecture/shape-rules.ts';
import { parseSource, type Source } from './architecture/source.ts';
import { INNOCENT, PLANTED } from './architecture/violations.ts';
import { SIZE_WAIVERS } from './architecture/waivers.ts';

const FOLDERS = ['src', 'tests', 'scripts', 'bench'];
const RULES = [...IMPORT_RULES, ...PURITY_RULES, ...SHAPE_RULES, ...HABIT_RULES];

function filesOnDisk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOnDisk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** What git would commit: known files that still exist, and new ones it does not ignore. */
function filesInGit(folder: string): string[] {
  const git = (...kinds: string[]): string[] =>
    execFileSync('git', ['ls-files', '-z', ...kinds, '--', folder], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const gone = new Set(git('--deleted'));
  return [...new Set(git('--cached', '--others', '--exclude-standard'))].filter((file) => !gone.has(file));
}

const sources = FOLDERS.flatMap(filesOnDisk).map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
const setting = { topicOrder: topicOrder(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')) };

const parsed = (files: Readonly<Record<string, string>>): Source[] => Object.entries(files).map(([path, text]) => parseSource(path, text));

describe('the house', () => {
  it.each(FOLDERS)('has read every file of %s that git lists, and no other', (folder) => {
    const read = sources.map((source) => source.path).filter((path) => path.startsWith(`${folder}/`));
    expect(read.toSorted()).toEqual(filesInGit(folder).toSorted());
    expect(read.length).toBeGreaterThan(0);
  });

  it.each(RULES.map(({ says, check }) => [says, check] as const))('%s', (_says, check) => {
    const broken = printed(check(sources, setting));
    expect(broken, broken).toBe('');
  });

  it('has as many size waivers as are written down, so that the number can only fall', () => {
    expect(sources.filter(hasSizeWaiver)).toHaveLength(SIZE_WAIVERS);
  });
});

describe('the rules themselves', () => {
  it.each(PLANTED.map(({ rule, files }, at) => [rule, at + 1, files] as const))('%s alone catches planted violation %i', (rule, _at, files) => {
    const speaking = RULES.filter(({ check }) => check(parsed(files), setting).length > 0).map(({ id }) => id);
    expect(speaking).toEqual([rule]);
  });

  it('each have at least one planted violation', () => {
    expect([...new Set(PLANTED.map(({ rule }) => rule))].toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  });

  it('stay silent on files that only look guilty', () => {
    const accused = printed(RULES.flatMap(({ check }) => check(parsed(INNOCENT), setting)));
    expect(accused, accused).toBe('');
  });
});
