// Readouts of bets: computed from gathered inputs, frozen with their hash, sealed in the chain, and computed again on demand.
import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import { canonicalJson } from '../domain/bet/seal.ts';
import type { BetTerms, ReviewDay } from '../domain/bet/terms.ts';
import type { Day } from '../domain/kernel/instant.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { earlyWord, laterWord } from '../domain/outcome/verdict/review.ts';
import type { Judged } from '../domain/outcome/verdict/rule.ts';
import { reviewSentence } from '../domain/outcome/verdict/verdict-sentence.ts';
import { findBet, type BetRow } from '../store/bet.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findMetric } from '../store/metric.ts';
import { findReadout, findReviewReadout, insertReadout, listReadouts, type ReadoutRow } from '../store/readout.ts';
import { timeText } from '../store/schema.ts';
import { listSeals } from '../store/seal.ts';
import { findShipOfBet, type ShipRow } from '../store/ship.ts';
import { sealedTerms } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';
import { namedFiles, placeOf } from './import-files.ts';
import { seriesOfMetric } from './metric-view.ts';
import { computeReadout, ENGINE, type Computed } from './readout-compute.ts';
import { gatherInput, lastDay, type FrozenFile, type FrozenInput } from './readout-input.ts';
import { appendSeal, sha256 } from './seal.ts';

export type Readout = OutputOf<'readout.get'>['readout'];
type FileGiven = Pick<GivenTo<'readout.make'>, 'file' | 'columns'>;

/** A bet that shipped, with what it sealed. */
export interface ShippedBet {
  readonly row: BetRow;
  readonly terms: BetTerms;
  readonly ship: ShipRow;
}

/** The bet with its sealed terms and its ship, or why it cannot be read out. */
export async function shippedBet({ tx, asker }: Pick<Context, 'tx' | 'asker'>, reference: string) {
  const row = await findBet(tx, asker.workspaceId, reference);
  if (!row) return refused('not_found', { kind: 'bet', reference });
  const terms = sealedTerms(await listSeals(tx, asker.workspaceId, row.id));
  if (terms === undefined) return refused('bet_not_placed', { key: row.key });
  const ship = await findShipOfBet(tx, asker.workspaceId, row.id);
  return ship === undefined ? refused('bet_not_shipped', { key: row.key }) : granted<ShippedBet>({ row, terms, ship });
}

const DESIGN_WORDS = {
  experiment: ['a randomised test', 'one row a user, with columns for arm and outcome'], staggered: ['a staggered rollout', 'one row a unit and period, with the period from which it had the change'], 'before-after': ['before and after', ''],
} as const;
const LARGEST_FILE = 50_000_000;

/** The file of a test or a rollout as it is frozen; undefined for a reading before and after. */
async function frozenFile(context: Context, bet: ShippedBet, given: FileGiven) {
  const { design } = bet.terms;
  if (design === 'before-after') return granted(undefined);
  const [words, what] = DESIGN_WORDS[design];
  const needed = refused('readout_needs_file', { key: bet.row.key, design: words, what });
  if (given.file === undefined) return needed;
  const files = await namedFiles({ files: [given.file], kind: 'auto', map: undefined }, context);
  if (!files.ok) return files;
  const file = files.value[0]!;
  if (file.bytes > LARGEST_FILE) return refused('metric_unreadable', { sentence: `${file.name} is larger than 50 MB, too large to be kept with the readout. Leave out columns that are not needed.` });
  return granted<FrozenFile>({ name: file.name, gzip: gzipSync(await readFile(placeOf(file, context.services))).toString('base64'), columns: given.columns ?? {} });
}

/** The day up to which the bet's metric is known, and no later than asked for. */
async function knownTo({ tx, asker, today }: Context, { terms }: ShippedBet, asked: Day = today): Promise<Day> {
  const metric = terms.metric === undefined ? undefined : await findMetric(tx, asker.workspaceId, terms.metric);
  const series = metric && (await seriesOfMetric(tx, asker.workspaceId, metric, asked));
  return series === undefined ? asked : lastDay({ series });
}

/** Computes and keeps one readout. One that is too early is answered and not kept as the review's own. */
export async function makeReadout(context: Context, bet: ShippedBet, review: ReviewDay | undefined, asked: Day | undefined, given: FileGiven) {
  const { tx, asker, now } = context;
  const file = await frozenFile(context, bet, given);
  if (!file.ok) return file;
  const asOf = await knownTo(context, bet, asked);
  const input = await gatherInput(context, bet.terms, bet.ship, review ?? bet.terms.primaryReview, asOf, file.value);
  if (input.design === 'before-after' && input.metric === undefined) {
    const metric = bet.terms.metric === undefined ? undefined : await findMetric(tx, asker.workspaceId, bet.terms.metric);
    return refused('metric_empty', { metric: metric?.key ?? 'The metric' });
  }
  let computed: Computed;
  try {
    computed = await computeReadout(input);
  } catch (error) {
    if (error instanceof UnreadableMetric) return refused('metric_unreadable', { sentence: error.plain });
    throw error;
  }
  const frozen = canonicalJson(input);
  const row: ReadoutRow = {
    workspace_id: asker.workspaceId, id: context.newId('readout'), bet_id: bet.row.id, review: review ?? null, as_of: asOf, engine: ENGINE, input: JSON.parse(frozen) as unknown, input_sha256: sha256(frozen),
    result: computed, made_by: asker.memberId, made_at: timeText(now),
  };
  const kept = review === undefined || computed.report.verdict.status !== 'too-early';
  if (kept) {
    await insertReadout(tx, { ...row, input: frozen, result: asJson(computed) });
    await appendSeal(context, { bet: bet.row, kind: 'readout', content: { readout: row.id, review: row.review, asOf, engine: ENGINE, input: row.input_sha256, verdict: computed.report.verdict, effect: computed.report.effect } });
  }
  return granted({ row, kept });
}

/** A kept readout as callers see it, with the word that its place beside the deciding review allows. */
export async function showReadout({ tx, asker }: Pick<Context, 'tx' | 'asker'>, row: ReadoutRow): Promise<Readout> {
  const bet = (await findBet(tx, asker.workspaceId, row.bet_id))!;
  const terms = sealedTerms(await listSeals(tx, asker.workspaceId, row.bet_id))!;
  const input = row.input as FrozenInput;
  const { report, good, guardrails, kill, atAPrice } = row.result as Computed;
  const decides = row.review === terms.primaryReview;
  const primary = decides ? undefined : await findReviewReadout(tx, asker.workspaceId, row.bet_id, terms.primaryReview);
  const word = wordOf(row, terms, report, primary);
  const judged = report.sentences[0] ?? '';
  const to = report.picture?.case === 'before-after' ? report.picture.window.to : undefined;
  return {
    id: row.id, bet: row.bet_id, key: bet.key, claim: terms.claim, review: row.review ?? undefined, asOf: row.as_of, madeAt: row.made_at, engine: row.engine, inputSha256: row.input_sha256, report, unit: input.metric?.unit, metric: input.metric?.name,
    decides, word, sentence: word === undefined ? judged : `${reviewSentence(word)} ${judged}`, good, minEffect: input.claim.minEffect, scale: input.claim.scale,
    otherShips: input.otherShips.map((ship) => ({ ...ship, inWindow: to !== undefined && ship.on >= input.ship && ship.on <= to })), guardrails: [...guardrails], kill, atAPrice,
  };
}

function wordOf(row: ReadoutRow, terms: BetTerms, report: Computed['report'], primary: ReadoutRow | undefined): Readout['word'] {
  const judged = { status: report.verdict.status } as Judged;
  if (row.review === terms.primaryReview) return undefined;
  const isLater = row.review !== null ? row.review > terms.primaryReview : primary !== undefined;
  if (!isLater || primary === undefined) return earlyWord(judged);
  return laterWord({ status: (primary.result as Computed).report.verdict.status } as Judged, judged) ?? 'cannot-tell';
}

export const readoutHandlers: Pick<Handlers, 'readout.make' | 'readout.get' | 'readout.list' | 'readout.recompute'> = {
  async 'readout.make'(given, context) {
    const bet = await shippedBet(context, given.bet);
    if (!bet.ok) return bet;
    const made = await makeReadout(context, bet.value, undefined, given.asOf, given);
    return made.ok ? granted({ readout: await showReadout(context, made.value.row) }) : made;
  },

  async 'readout.get'(given, context) {
    const row = await findReadout(context.tx, context.asker.workspaceId, given.readout);
    return row ? granted({ readout: await showReadout(context, row) }) : refused('not_found', { kind: 'readout', reference: given.readout });
  },

  async 'readout.list'(given, context) {
    const { tx, asker } = context;
    const bet = given.bet === undefined ? undefined : await findBet(tx, asker.workspaceId, given.bet);
    if (given.bet !== undefined && bet === undefined) return refused('not_found', { kind: 'bet', reference: given.bet });
    const readouts = [];
    for (const row of await listReadouts(tx, asker.workspaceId, bet?.id)) {
      const { report: { picture: _, unread: __, ...report }, ...readout } = await showReadout(context, row);
      readouts.push({ ...readout, report });
    }
    return granted({ readouts });
  },

  async 'readout.recompute'(given, { tx, asker }) {
    const row = await findReadout(tx, asker.workspaceId, given.readout);
    if (!row) return refused('not_found', { kind: 'readout', reference: given.readout });
    const computed = JSON.parse(JSON.stringify(await computeReadout(row.input as FrozenInput))) as unknown;
    const differences = differencesOf(row.result, computed, '').slice(0, 50);
    return granted({ same: differences.length === 0, inputIntact: sha256(canonicalJson(row.input)) === row.input_sha256, engine: ENGINE, differences });
  },
};

/** Where two documents differ, value by value. */
function differencesOf(was: unknown, is: unknown, path: string): { path: string; was: string; is: string }[] {
  if (typeof was === 'object' && was !== null && typeof is === 'object' && is !== null) {
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return names.flatMap((name) => differencesOf((was as Record<string, unknown>)[name], (is as Record<string, unknown>)[name], path === '' ? name : `${path}.${name}`));
  }
  return Object.is(was, is) ? [] : [{ path, was: String(JSON.stringify(was)), is: String(JSON.stringify(is)) }];
}
