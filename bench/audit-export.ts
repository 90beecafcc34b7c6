// A seeded Jira REST export for `npm run bench:audit`: one issue a line with embedded comments, about 2.7 kB, a quarter still open.
// Word frequencies fall off as in real text, titles begin with the verbs real titles begin with, and some repeat each other.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { seededRandom, type Random } from '../src/domain/kernel/random.ts';

const VERBS = ['Add', 'Fix', 'Support', 'Allow', 'Show', 'Cannot', 'Error when', 'Crash on', 'Improve', 'Remove', 'Update', 'Document', 'Slow', 'Wrong', 'Missing', 'Refactor', 'Unable to', 'Investigate'];
const COMMON = 'the to a of in and is for on with when not it that this from be we are as if by user page file error test can should after which has will label status export api field button version config server request data list view report return order'.split(' ');
const SYLLABLES = ['ba', 'cor', 'del', 'fin', 'gra', 'hol', 'in', 'jun', 'kel', 'lor', 'mar', 'net', 'op', 'par', 'qui', 'ret', 'sta', 'tor', 'ul', 'ver', 'win', 'yar', 'zel', 'port', 'ing', 'er'];
const TYPES = ['Bug', 'Bug', 'Story', 'Story', 'Task', 'Improvement'];
const COMPONENTS = ['Checkout', 'Labels', 'Returns', 'Search', 'Accounts', 'Billing', 'Mobile', 'Reports'];
const VOCABULARY = 20_000;
const START = Date.UTC(2018, 0, 1);
const SPAN = 7 * 365 * 86_400_000;
/** The day the made history ends. */
export const LAST_DAY = '2024-12-29';

function vocabulary(random: Random): string[] {
  const words = new Set(COMMON);
  while (words.size < VOCABULARY) {
    let word = '';
    for (let n = 1 + Math.floor(random() * 4); n > 0; n--) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)]!;
    words.add(words.size % 40 === 39 ? String(words.size % 977) : word);
  }
  return [...words];
}

const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

/** Lines without their newline, the same for the same seed. */
export function* exportLines(items: number, seed = 1): Generator<string> {
  const words = vocabulary(seededRandom(seed));
  const random = seededRandom(seed + 1);
  // Zipf-like: the rank is exponential in a uniform number, so common words are common and rare ones rare.
  const text = (least: number, spread: number): string => Array.from({ length: least + Math.floor(random() * spread) }, () => words[Math.floor(VOCABULARY ** random()) - 1]!).join(' ');
  const person = (): Record<string, unknown> => {
    const n = Math.floor(random() ** 2 * 800);
    return { self: `https://tracker.example/rest/api/2/user?accountId=${n}`, accountId: `5b10a2844c20165700ede${n}`, displayName: `Person ${n}`, active: true, timeZone: 'Etc/UTC' };
  };
  const titles: string[] = [];
  for (let i = 1; i <= items; i++) {
    const created = START + Math.floor(random() * SPAN);
    const parked = random() < 0.28;
    const ends = created - Math.log(1 - random()) * (parked ? 4_000 : 45) * 86_400_000;
    const open = ends > START + SPAN;
    const touched = Math.min(open ? created + random() ** 3 * (START + SPAN - created) : ends, START + SPAN);
    const again = random() < 0.01 ? titles[Math.floor(random() * titles.length)] : undefined;
    const title = again ?? `${VERBS[Math.floor(random() * VERBS.length)]} ${text(3, 7)}`;
    if (titles.length < 5_000) titles.push(title);
    const finished = random() < 0.7;
    const comments = Array.from({ length: Math.floor(random() * 5) }, (_, n) => ({
      id: `${i}${n}00`, author: person(), body: text(12, 40), created: stamp(created + random() * (touched - created)), updated: stamp(touched),
    }));
    const status = open ? ['Open', 'new'] : [finished ? 'Done' : 'Closed', 'done'];
    yield JSON.stringify({
      id: String(100_000 + i), self: `https://tracker.example/rest/api/2/issue/${100_000 + i}`, key: `BENCH-${i}`,
      fields: {
        summary: title, description: text(40, 110), issuetype: { id: '1', name: TYPES[Math.floor(random() * TYPES.length)]!, subtask: false },
        project: { id: '10000', key: 'BENCH', name: 'Sample Parcel' }, status: { id: '3', name: status[0], statusCategory: { id: 2, key: status[1] } },
        resolution: open ? null : { id: '1', name: finished ? 'Fixed' : 'Won’t Fix' }, created: stamp(created), updated: stamp(touched), resolutiondate: open ? null : stamp(ends),
        reporter: person(), assignee: random() < 0.6 ? person() : null, priority: { id: '3', name: 'Medium' }, duedate: null, issuelinks: [], subtasks: [],
        labels: random() < 0.3 ? [`area-${Math.floor(random() * 40)}`] : [], components: random() < 0.5 ? [{ id: '1', name: COMPONENTS[Math.floor(random() * COMPONENTS.length)]! }] : [],
        comment: { comments, total: comments.length, maxResults: comments.length, startAt: 0 },
      },
    });
  }
}

/** Writes the export; returns its bytes. */
export async function writeAuditExport(file: string, items: number, seed = 1): Promise<number> {
  const out = createWriteStream(file);
  let bytes = 0;
  for (const line of exportLines(items, seed)) {
    bytes += Buffer.byteLength(line) + 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return bytes;
}
