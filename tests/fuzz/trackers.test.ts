// A small, repeatable part of the fuzz run, so that every test run includes some damaged files.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { checkReading } from './check.ts';
import { MUTATIONS } from './mutations.ts';
import { DATA, subjects, type Subject } from './subjects.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sampleLines = Array.from({ length: 12 }, (_, i) => JSON.stringify({
  number: i + 1, html_url: `https://github.com/sample/app/issues/${i + 1}`, title: `Sample ${i + 1}`, state: i % 2 ? 'closed' : 'open', labels: [{ name: 'bug' }],
  user: { login: 'sample-user' }, created_at: '2024-01-02T03:04:05Z', updated_at: '2024-02-03T04:05:06Z', closed_at: null, body: 'Text, with a comma',
})).join('\n');
const sampleTable = ['Summary,Issue key,Status,Created,Comment,Comment', ...Array.from({ length: 12 }, (_, i) =>
  `"Sample, ${i}",SMP-${i},To Do,0${1 + (i % 9)}/Mar/24 1:00 PM,"01/Mar/24 1:00 PM;sample-user;Two\nlines",`)].join('\n');
const own: Subject[] = [
  { name: 'sample lines', family: 'github', form: 'lines', text: Buffer.from(`${sampleLines}\n`) },
  { name: 'sample table', family: 'jira-csv', form: 'table', text: Buffer.from(`${sampleTable}\n`) },
];

async function damage(subject: Subject, count: number): Promise<number> {
  const path = join(folder, 'mutated');
  const random = seededRandom(subject.text.length);
  const names = Object.keys(MUTATIONS);
  for (let i = 0; i < count; i++) {
    const step = names[(i + subject.text.length) % names.length]!;
    const text = MUTATIONS[step]!(subject.text, random);
    await checkReading(subject, text, path, 0).catch((error: unknown) => {
      throw new Error(`${subject.name}, mutation ${i} ${step}`, { cause: error });
    });
  }
  return count;
}

describe('damaged exports', () => {
  it.each(own.map((subject) => [subject.name, subject] as const))('a damaged %s neither crashes the reader nor loses a row unsaid', async (_, subject) => {
    expect(await damage(subject, 150)).toBe(150);
  });

  it.skipIf(!existsSync(DATA))('a damaged public export neither crashes the reader nor loses a row unsaid (skipped without ../shared/data)', { timeout: 120_000 }, async () => {
    for (const subject of subjects()) expect(await damage(subject, 5)).toBe(5);
  });
});
