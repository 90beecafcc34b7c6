// How long the audit's rules take beside JSON.parse of the same items as lines, and how much memory they hold.
// Items are made one at a time from a seed and never kept, as a reader would hand them over.
// Run: npx tsx bench/audit-finish.ts [sizes, comma separated]; the default is 10000,100000. --without-duplicates leaves R8 out.
import { seededRandom } from '../src/domain/kernel/random.ts';
import { startAudit } from '../src/domain/backlog/audit.ts';
import { defaultAuditSettings } from '../src/domain/backlog/rule.ts';
import type { Item } from '../src/domain/backlog/item.ts';

const SYLLABLES = 'par cel lab el ret urn fund scan dep ot cour ier voice car pick add cust ware ship track rec lock bar man vou bel tor min kar lo'.split(' ');
/** 6,000 words of two or three syllables, picked as words are in real text: a few often, most seldom. */
const WORDS = Array.from({ length: 6_000 }, (_, i) => SYLLABLES[i % 31]! + SYLLABLES[Math.floor(i / 31) % 31]! + (i >= 961 ? SYLLABLES[Math.floor(i / 961)]! : ''));
const START = Date.UTC(2019, 0, 1) / 1000;
const DAYS = 5 * 365;

function makeItem(i: number, random: () => number): Item {
  const iso = (day: number): number => (START + Math.floor(day * 86_400)) * 1000;
  const created = random() * DAYS;
  const parked = random() < 0.4;
  const end = created - Math.log(1 - random()) * (parked ? 4_000 : 80);
  const open = end > DAYS;
  const text = (words: number): string => Array.from({ length: words }, () => WORDS[Math.floor(WORDS.length * random() ** 3)]!).join(' ');
  return {
    key: `RET-${i}`, title: text(7), body: text(120), type: i % 3 ? 'Story' : 'Bug',
    status: open ? 'To Do' : 'Done', statusClass: open ? 'open' : random() < 0.8 ? 'done' : 'closed_unfinished', created: iso(created), updated: iso(Math.min(end, DAYS)),
    ...(open ? {} : { resolved: iso(end) }), author: { id: `person-${i % 800}` }, labels: [`area-${i % 40}`, `team-${i % 9}`], components: [`part-${i % 25}`], links: [], sprints: [],
    comments: Array.from({ length: Math.floor(random() * 7) }, () => ({ author: { id: `person-${Math.floor(random() * 800)}` }, at: iso(created + random() * Math.min(200, end - created)), text: text(25) })),
  };
}

const sizes = (process.argv[2] ?? '10000,100000').split(',').map(Number);
for (const size of sizes) {
  const random = seededRandom(42);
  const audit = startAudit({ today: '2024-01-15', goal: 'Nine of ten returns are refunded within two days, from 61% to 90%', ...(process.argv.includes('--without-duplicates') ? { settings: { ...defaultAuditSettings, rules: { ...defaultAuditSettings.rules, duplicate: { on: false } } } } : {}) });
  let parse = 0;
  let add = 0;
  for (let i = 0; i < size; i++) {
    const line = JSON.stringify(makeItem(i, random));
    const before = performance.now();
    const item = JSON.parse(line) as Item;
    const between = performance.now();
    audit.add(item);
    add += performance.now() - between;
    parse += between - before;
  }
  const before = performance.now();
  const result = audit.finish();
  const finish = performance.now() - before;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  console.log(
    `${size.toLocaleString('en').padStart(9)} items (${result.read.open} open, ${result.read.comments} comments): parse ${seconds(parse)}, add ${seconds(add)}, finish ${seconds(finish)}; ` +
      `finish / parse ${(finish / parse).toFixed(2)}, (parse + add + finish) / parse ${((parse + add + finish) / parse).toFixed(2)} (limit 4); ` +
      `resident ${(process.memoryUsage().rss / 2 ** 30).toFixed(2)} GiB; flagged ${result.flagged}, groups ${result.duplicates.length}`,
  );
}
