// Generates backlog items with planted near-duplicates for the duplicate benchmark and the fit of its weights. Seeded: one seed, one backlog.
import { seededRandom, type Random } from '../src/domain/kernel/random.ts';
import type { Item } from '../src/domain/backlog/item.ts';

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

const OBJECTS = words(`cart total, shipping label, return form, size chart, gift voucher, loyalty balance, order history, invoice PDF, search results, product photo, stock level, delivery date, courier pickup,
 refund status, wish list, address book, payment page, discount code, tax rate, currency switch, login link, password reset, push message, weekly digest, supplier feed, barcode scanner, packing slip, store locator,
 opening hours, customer note, exchange request, damage report, price tag, bundle offer, gift wrap, pre-order, back-in-stock mail, review form, star rating, chat window, help article, cookie notice, consent log,
 audit trail, export file, import wizard, sales report, margin view, warehouse map, shelf label, pick list, batch print, kiosk mode, cash drawer, receipt printer, card reader, offline queue, sync job, role matrix, team calendar`);
const KINDS = words(`guest, bulk, express, seasonal, partner, legacy, printed, mobile, wholesale, franchise, daily, quarterly, internal, external, shared, private, frozen, fragile, oversized, digital, prepaid, split, combined, returned, damaged, reserved,
 scheduled, manual, automatic, regional, branded, sample, outlet, premium, trial, group, family, student, corporate, hidden, archived, draft, linked, nested, signed, scanned, voided, rounded, weighted, localised`);
const PLACES = words(`on the phone app, in the warehouse, at checkout, for guests, for wholesale accounts, in the Nordic shops, after midnight, during the sale, on slow networks, on tablets, for repeat orders, in split shipments,
 with two currencies, when the session ends, after a price change, for orders above the limit, in private mode, with long names, with umlauts, on the second page, from the mail link, after an upgrade, in the test shop, on Sundays,
 with a screen reader, with an empty basket, for deleted products, with several addresses, when stock is zero, when the courier is late`);
const FAULTS = words(`is empty, shows the wrong amount, loads for ever, loses the last entry, is cut off, appears twice, jumps back to the start, ignores the filter, forgets the selection, cannot be saved, prints in the wrong order, uses the old logo,
 mixes up languages, fails without a message, is off by one day, does not refresh, overlaps the footer, logs the user out, rejects valid input, sends two mails`);
const WISHES = words('remember the last choice of, sort, let staff correct, show who changed, warn before clearing, print several of, share a link to, compare, archive, copy, undo changes to, schedule, translate, group, hide');
const DETAIL = words(`Seen by three shops since the last release, Support gets a call about it nearly every day, We tried another browser and it was the same, The old version did not do this, Only happens with the large catalogue, A colleague can repeat it every time,
 It started after the hosting move, Staff work around it with a spreadsheet, The franchise in Malmo reported it first, Nobody has looked at the log yet, It blocks the month end closing, The screen recording is attached to the mail, Ask the returns desk for an example,
 The auditors noticed it in spring, Refreshing twice helps sometimes, Two customers gave up because of it, Training new people takes longer because of it, The partner asks for it in every meeting`);
const SYNONYMS: Readonly<Record<string, string>> = {
  'is empty': 'shows nothing', 'shows the wrong amount': 'has an incorrect amount', 'loads for ever': 'never finishes loading', 'is cut off': 'gets truncated', 'appears twice': 'is displayed two times', 'cannot be saved': 'will not save',
  'does not refresh': 'is not refreshed', 'fails without a message': 'fails silently', 'on the phone app': 'in the mobile app', 'at checkout': 'during checkout', 'for guests': 'for guest users', 'on tablets': 'on a tablet', 'after midnight': 'past midnight',
  'on slow networks': 'with a slow network', 'ignores the filter': 'does not respect the filter', 'forgets the selection': 'loses the selection', sort: 'allow sorting of', compare: 'allow comparing', copy: 'duplicate', hide: 'allow hiding',
};
const SYLLABLES = words('ka, lo, mer, tin, sa, vor, del, pri, nox, ul, bra, fen, gor, hal, jun, ki, lum, mar, nor, os, pel, qua, ren, sol, tar, ves, wil, yor, zan, eth, ic, ram');
/** Invented names of modules, partners and articles: a real backlog's long tail of rare words. */
const NAMES = Array.from({ length: 30_000 }, (_, i) => [i % 32, (i >> 5) % 32, (i * 7 + (i >> 10)) % 32].map((at) => SYLLABLES[at]!).join(''));
const SUFFIXES = ['(tysk: funkar inte)', '(ES: no funciona)', '- bitte pr\u00fcfen', '/ merci de corriger', '(FI: ei toimi)', '- por favor revisar'];
const COMPONENTS = ['checkout', 'warehouse', 'returns', 'catalogue', 'accounts', 'reports', 'mail', 'apps'];
const TEMPLATE = (detail: string, place: string) => `## Steps to reproduce\n1. Open the shop\n2. Sign in\n\n## What happened\n${detail}\n\n## Expected result\nIt works ${place}.\n\n- [x] I searched for existing issues\n\n## Environment\nShop 4, production`;

export interface SampleBacklog {
  readonly items: Item[];
  /** Planted pairs by key. */
  readonly planted: readonly (readonly [string, string])[];
}

interface Draft { coded: boolean; name: string; named: 'before' | 'after' | 'no'; object: string; fault?: string; wish?: string; place: string; details: string[]; component: string; code: number }

/** About one item in eight is a near-duplicate: reworded, reordered, mistyped, or with a foreign suffix. */
export function sampleBacklog(size: number, seed: number): SampleBacklog {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const items: Item[] = [];
  const used = new Set<string>();
  const planted: [string, string][] = [];
  const key = () => `SHOP-${items.length + 1}`;
  while (items.length < size) {
    const draft: Draft = {
      coded: random() < 0.15, name: NAMES[Math.floor(random() ** 2 * NAMES.length)]!, named: random() < 0.4 ? 'before' : random() < 0.6 ? 'after' : 'no',
      object: random() < 0.7 ? `${pick(KINDS)} ${pick(OBJECTS)}` : pick(OBJECTS), place: pick(PLACES), component: random() < 0.5 ? '' : COMPONENTS[Math.floor(random() ** 2 * COMPONENTS.length)]!, code: Math.floor(random() * 9_000) + 1_000,
      details: [pick(DETAIL), pick(DETAIL), `Reported for ${pick(NAMES)} and ${pick(NAMES)} ${Math.floor(random() * 90_000)}`],
      ...(random() < 0.6 ? { fault: pick(FAULTS) } : { wish: pick(WISHES) }),
    };
    const first = key();
    if (used.has(titleOf(draft))) continue;
    used.add(titleOf(draft));
    items.push(itemOf(first, titleOf(draft), bodyOf(draft, random), draft.component));
    if (random() < 0.12 && items.length < size) {
      // The same sentence about something else: alike to the eye, and not a duplicate.
      const kind = random();
      const sibling = {
        ...draft,
        ...(draft.coded && kind < 0.7 ? { code: draft.code + 1 } : kind < 0.4 && draft.named !== 'no' ? { name: pick(NAMES) } : kind < 0.7 ? { object: pick(OBJECTS) } : { place: pick(PLACES) }),
      };
      if (used.has(titleOf(sibling))) continue;
      used.add(titleOf(sibling));
      items.push(itemOf(key(), titleOf(sibling), bodyOf({ ...sibling, details: [pick(DETAIL), `Reported for ${pick(NAMES)}`] }, random), draft.component));
      continue;
    }
    if (random() < 0.14 && items.length < size) {
      const second = key();
      planted.push([first, second]);
      items.push(itemOf(second, again(items.at(-1)!.title, draft, random), bodyOf({ ...draft, details: [...draft.details].reverse() }, random), random() < 0.8 ? draft.component : ''));
    }
  }
  return { items, planted };
}

function titleOf(draft: Draft): string {
  const subject = draft.object[0]!.toUpperCase() + draft.object.slice(1);
  const code = draft.coded ? ` ${draft.code}` : '';
  const before = draft.named === 'before' ? `${draft.name}: ` : '';
  const after = draft.named === 'after' ? ` of ${draft.name}` : '';
  return before + (draft.fault ? `${subject}${after}${code} ${draft.fault} ${draft.place}` : `Let me ${draft.wish} the ${draft.object}${after}${code} ${draft.place}`);
}

function bodyOf(draft: Draft, random: Random): string {
  const text = draft.details.map((line) => `${line}.`).join(' ');
  return random() < 0.5 ? TEMPLATE(text, draft.place) : random() < 0.5 ? text : '';
}

function again(title: string, draft: Draft, random: Random): string {
  const kind = random();
  if (kind < 0.35) {
    let reworded = title;
    for (const [from, to] of Object.entries(SYNONYMS)) reworded = reworded.replace(from, to);
    return reworded === title ? `${title.replace(/^Let me /, 'Please let me ')} again` : reworded;
  }
  if (kind < 0.6) return title.endsWith(draft.place) ? `${draft.place[0]!.toUpperCase()}${draft.place.slice(1)}: ${title.slice(0, -draft.place.length - 1)}` : title;
  if (kind < 0.85) return mistyped(mistyped(title, random), random);
  return `${title} ${SUFFIXES[Math.floor(random() * SUFFIXES.length)]}`;
}

function mistyped(title: string, random: Random): string {
  const at = 1 + Math.floor(random() * (title.length - 2));
  const kind = random();
  if (kind < 0.33) return title.slice(0, at) + title.slice(at + 1);
  if (kind < 0.66) return title.slice(0, at) + title[at + 1] + title[at] + title.slice(at + 2);
  return `${title.slice(0, at)}e${title.slice(at)}`;
}

function itemOf(key: string, title: string, body: string, component: string): Item {
  return { key, title, body, statusClass: 'open', labels: [], components: component === '' ? [] : [component], links: [], sprints: [], comments: [] };
}
