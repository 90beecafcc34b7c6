// The words and phrases that count as cues, by tag. Data only; sources: docs/formulas/requirement.md,
// hypothetical-scale.md, tech-debt.md. Phrases are lower case, hyphens are blanks, one blank between words.

const list = (text: string): readonly string[] => text.split(',').map((phrase) => phrase.trim());

export const LEXICON = {
  build: list('add, build, create, implement, develop, introduce, integrate, migrate, make, show, display, allow, enable, support, provide, expose, redesign'),
  ui: list(
    'button, buttons, dropdown, dropdowns, drop down, modal, modals, toggle, toggles, checkbox, checkboxes, column, columns, filter, filters, tab, tabs, page, pages, screen, screens, field, fields, tooltip, tooltips, banner, banners, widget, widgets, dashboard, dashboards, icon, icons, popup, popups, pop up',
  ),
  tech: list(
    'endpoint, endpoints, api, apis, table, tables, cache, caches, queue, queues, cron, crons, schema, schemas, webhook, webhooks, microservice, microservices, micro service, micro services',
  ),
  must: list('must, shall, the system should'),
  struggle: list(
    "can't, cant, cannot, can not, unable, struggle, struggles, struggled, struggling, have to, has to, had to, forced to, workaround, workarounds, work around, give up, gives up, gave up, giving up, lose, loses, lost, losing, forget, forgets, forgot, forgetting, confuse, confuses, confused, confusing, wait, waits, waited, waiting, retype, retypes, retyped, retyping, miss, misses, missed, fail to, fails to, failed to",
  ),
  segment: list(
    'enterprise customers, new customers, existing customers, returning customers, small customers, large customers, business customers, retail customers, wholesale customers, paying customers, trial customers, free customers, enterprise users, new users, first time users, mobile users, trial users, free users, paying users, blind users, screen reader users, keyboard users, power users, returning users, premium users, shoppers, buyers, sellers, merchants, retailers, shop owners, store managers, warehouse staff, warehouse managers, returns managers, account managers, support agents, support staff, sales reps, recruiters, teachers, students, parents, nurses, doctors, patients, accountants, bookkeepers, auditors, cashiers, clerks, couriers, drivers, dispatchers, tenants, landlords, guests, travellers, travelers, subscribers, freelancers, translators, librarians, volunteers, donors, farmers, applicants, hiring managers, team leads, finance team, sales team, support team',
  ),
  because: list('because, which means, that means, as a result, resulting in, results in, leads to, otherwise, consequently, costs us, so we lose, so they'),
  scale: list(
    'at scale, web scale, webscale, internet scale, planet scale, hyperscale, millions of users, millions of requests, millions of records, millions of customers, billions of, future proof, futureproof, future proofing, futureproofing, when we grow, as we grow, once we grow, when we scale, as we scale, if we grow, multi region, multiregion, what if we, handle millions, scalability',
  ),
  scale_weak: list(
    'just in case, eventually, scale, scales, scaling, scalable, scaled, shard, shards, sharding, sharded, microservice, microservices, micro service, micro services',
  ),
  debt: list(
    'refactor, refactors, refactoring, refactored, clean up, cleans up, cleanup, cleaning up, tech debt, technical debt, duplicate code, duplicated code, code duplication, duplication of code, code smell, dead code, spaghetti code',
  ),
  debt_weak: list('workaround, workarounds, hack, hacks, hacky, legacy, deprecated, deprecation, flaky, flakiness, todo, todos, fixme, kludge, ugly'),
  future: list(
    "will, would, might, may, could, should, want, wants, need, needs, must, going to, gonna, let's, we'll, plan to, in the future, someday, one day, ready for, prepare, prepares, support, handle, design, architecture, rewrite, split, break up, extract, migrate, move, convert, introduce, adopt, use",
  ),
  bugword: list(
    "bug, bugs, crash, crashes, crashed, crashing, broken, breaks, error, errors, exception, exceptions, fails, failed, failing, failure, doesn't work, does not work, not working, don't work, isn't working, didn't work, no longer works, stopped working, regression, wrong, incorrect, incorrectly, segfault, panic, panics, ice, hang, hangs, freezes, leak, leaks, typo, steps to reproduce, actual result, actual results, expected behavior, expected behaviour, stack trace, traceback, undefined is not",
  ),
  request: list(
    'feature request, feature requests, feature proposal, enhancement request, new feature, rfe, user story, is your feature request related to a problem, describe the solution you, it would be nice, it would be great, it would be good, it would be useful, it would be helpful, would be nice to have, i would like to be able, i would love, we would like to be able, please add, please support',
  ),
  english: list(
    'the, a, an, to, of, and, is, for, that, with, it, as, we, i, be, should, not, when, this, are, can, from, by, or, if, on, in, so, our, they, their, have, has, but, there, into, which, you, your, will, was, would, could, at',
  ),
  foreign: list(
    'der, das, und, ist, nicht, eine, einen, einer, für, mit, auf, dem, des, wird, werden, sich, wir, zu, von, beim, el, la, los, las, una, de, que, en, por, para, con, del, se, al, su, le, les, et, est, du, dans, pour, une, au, aux, sur, avec, ne, pas, il, lo, di, che, per, della, un, nel, och, att, det, som, på, är, av, till, med, för, ett, ja, että, ei, ole, kun, myös, het, een, van, voor, niet, zijn, worden, op, te, os, não, em, uma, com, um, nie, na, się, jest, dla, oraz, ve, bir, için, и, в, не, на, с, что, для',
  ),
} as const satisfies Record<string, readonly string[]>;

export type CueTag = keyof typeof LEXICON;

/** Nouns of the solution score by their singular, so that `buttons` and `button` are one noun. */
export function singular(noun: string): string {
  if (noun === 'drop down' || noun === 'pop up') return noun.replace(' ', '');
  if (noun.startsWith('micro service')) return 'microservice';
  if (noun.endsWith('xes')) return noun.slice(0, -2);
  return noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;
}
