// What the web benchmark looks at: the built program on a fresh embedded workspace with a made export of 100,000 items, a goal, links
// and a finished audit; and words to search for, by how often they occur.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { audited, startServer, type JourneyServer } from '../tests/journeys/journey-server.ts';
import { exportLines, writeAuditExport } from './audit-export.ts';

/** Fills the folder once; a folder that is filled already is opened as it is. */
export async function openFilled(folder: string, items: number, say: (words: string) => void): Promise<JourneyServer> {
  const data = join(folder, 'data');
  if (existsSync(data)) {
    const server = await startServer({ folder: data, sample: false });
    await audited(server);
    return server;
  }
  const file = join(folder, 'export.ndjson');
  const bytes = await writeAuditExport(file, items);
  const server = await startServer({ folder: data, sample: false });
  const begun = performance.now();
  const { goal } = await server.ask('goal.draft', {
    statement: 'Sample shops know the same day why a parcel came back', metric: 'Share explained within a day', baseline: 31, target: 60, startOn: '2024-07-01', endOn: '2025-06-30', notGoals: ['No portal for couriers'],
  });
  await server.ask('goal.propose', { goal: goal.id });
  await server.ask('goal.activate', { goal: goal.id });
  const { problem } = await server.ask('problem.add', { title: 'A shop cannot tell a customer why the parcel came back' });
  const { import: started } = await server.ask('import.start', { files: [{ path: file }] });
  for (;;) {
    const { import: now } = await server.ask('import.get', { import: started.id });
    if (now.state === 'done') break;
    if (now.state !== 'running' && now.state !== 'waiting') throw new Error(`the import is ${now.state}`);
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
  for (const value of ['area-1', 'area-2', 'area-3', 'area-4']) await server.ask('lineage.rule_add', { field: 'label', value, problem: problem.id });
  const read = performance.now();
  await audited(server);
  await server.ask('audit.run', {});
  await audited(server);
  say(`imported ${(bytes / 1e6).toFixed(0)} MB in ${((read - begun) / 1000).toFixed(0)} s, audited twice in ${((performance.now() - read) / 1000).toFixed(0)} s`);
  return server;
}

export interface SearchWords {
  readonly rare: readonly string[];
  readonly common: readonly string[];
  readonly two: readonly string[];
  readonly prefix: readonly string[];
}

/** Words of the export's titles: in one to three of them, in the most, two of one title, the first four letters of a middling one. */
export function searchWords(items: number, count: number): SearchWords {
  const often = new Map<string, number>();
  const titles: string[][] = [];
  for (const line of exportLines(Math.min(items, 20_000))) {
    const words = (/"summary":"([^"]*)"/.exec(line)?.[1] ?? '').toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 3);
    titles.push(words);
    for (const word of new Set(words)) often.set(word, (often.get(word) ?? 0) + 1);
  }
  const known = [...often].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
  const spread = (words: readonly string[]): string[] => Array.from({ length: count }, (_, n) => words[Math.floor((n * words.length) / count)] ?? '').filter((word) => word !== '');
  const rare = known.filter((word) => (often.get(word) ?? 0) <= 3 && word.length > 6);
  const pairs = titles.filter((words) => words.length > 3).map((words) => `${words.at(1)} ${words.at(-1)}`);
  return { rare: spread(rare), common: known.slice(0, count), two: spread([...new Set(pairs)]), prefix: [...new Set(known.slice(100, 2_000).map((word) => word.slice(0, 4)))].slice(0, count) };
}
