// A seeded tracker export for benchmarks: Jira REST issues, one JSON object a line, with bodies and comments whose word
// frequencies fall off as in real text. Knows no database.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { seededRandom, type Random } from '../src/domain/kernel/random.ts';

const SYLLABLES = ['ba', 'cor', 'del', 'fin', 'gra', 'hol', 'in', 'jun', 'kel', 'lor', 'mar', 'net', 'op', 'par', 'qui', 'ret', 'sta', 'tor', 'ul', 'ver', 'win', 'yar', 'zel', 'port', 'ing', 'er'];
const STATUSES = [['To Do', 'new'], ['In Progress', 'indeterminate'], ['Done', 'done'], ['Closed', 'done']] as const;
const TYPES = ['Story', 'Bug', 'Task', 'Improvement'];
const LABELS = ['carrier', 'label', 'returns', 'mobile', 'billing', 'api', 'ux', 'tech-debt', 'security', 'quick-win', 'customer', 'reporting'];
const VOCABULARY = 20_000;
const START = Date.UTC(2018, 0, 1);
const SPAN = 7 * 365 * 86_400_000;

export interface GeneratedComment { readonly id: string; readonly author: { name: string; displayName: string }; readonly body: string; readonly created: string }
export interface GeneratedIssue { readonly key: string; readonly fields: Record<string, unknown> & { comment: { comments: GeneratedComment[]; total: number } } }

function vocabulary(random: Random): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    let word = '';
    for (let n = 1 + Math.floor(random() * 4); n > 0; n--) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)]!;
    words.add(words.size > VOCABULARY / 2 ? `${word}${words.size % 97}` : word.length > 2 ? word : `${word}x`);
  }
  return [...words];
}

const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

/** Yields issues one by one. `share` of them (0-1) differ from what `version` 0 gives: a later export of the same project. */
export function* generatedIssues(items: number, seed = 1, changed = 0): Generator<GeneratedIssue> {
  const words = vocabulary(seededRandom(seed));
  const random = seededRandom(seed + 1);
  // Zipf-like: the rank is exponential in a uniform number, so common words are common and rare ones rare.
  const word = (): string => words[Math.floor(VOCABULARY ** random()) - 1]!;
  const text = (least: number, spread: number): string => Array.from({ length: least + Math.floor(random() * spread) }, word).join(' ');
  const person = (): { name: string; displayName: string } => {
    const n = Math.floor(random() ** 2 * 400);
    return { name: `person-${n}`, displayName: `Person ${n}` };
  };
  for (let i = 1; i <= items; i++) {
    const created = START + Math.floor(random() * SPAN);
    const updated = created + Math.floor(random() ** 3 * (START + SPAN - created));
    const [status, category] = STATUSES[Math.floor(random() ** 1.5 * 4)]!;
    const closed = category === 'done';
    const comments = Array.from({ length: Math.floor(random() * 6) }, (_, n) => ({
      id: `${i}${n}00`, author: person(), body: text(10, 50), created: stamp(created + Math.floor(random() * (updated - created + 1))),
    }));
    const labels = LABELS.filter(() => random() < 0.08);
    yield {
      key: `GEN-${i}`,
      fields: {
        summary: text(4, 8), description: `${text(40, 120)}${i % 100 < changed * 100 ? ' changed' : ''}`,
        issuetype: { name: TYPES[Math.floor(random() * 4)]! }, project: { key: 'GEN' },
        status: { name: status, statusCategory: { key: category } }, resolution: closed ? { name: status === 'Done' ? 'Fixed' : "Won't Fix" } : null,
        created: stamp(created), updated: stamp(updated), resolutiondate: closed ? stamp(updated) : null,
        reporter: person(), assignee: random() < 0.6 ? person() : null, labels, components: [], priority: { name: 'Medium' },
        comment: { comments, total: comments.length },
      },
    };
  }
}

/** Writes the export; returns its size in bytes and its comments. */
export async function writeExport(file: string, items: number, seed = 1, changed = 0): Promise<{ bytes: number; comments: number }> {
  const out = createWriteStream(file);
  let bytes = 0;
  let comments = 0;
  for (const issue of generatedIssues(items, seed, changed)) {
    const line = `${JSON.stringify(issue)}\n`;
    bytes += Buffer.byteLength(line);
    comments += issue.fields.comment.comments.length;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return { bytes, comments };
}
