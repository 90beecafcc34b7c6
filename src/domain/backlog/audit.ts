// The audit: items and comments in, one answer out. Streams: closed items leave a few numbers, open items what the rules need.
// The same input gives the same answer byte for byte, and the order of items changes nothing. Reads no file and no clock.
import { daysBetween, startOfDay, type Day, type Instant } from '../kernel/instant.ts';
import { auditDay, newestSecond, type AuditDay } from './audit-as-of.ts';
import { startHistogram } from './audit-histogram.ts';
import { countByRule, countRead, isAboutItem, silentAges } from './audit-counts.ts';
import { duplicateFindings, standingGroups } from './audit-duplicates.ts';
import { AuditLedger } from './audit-ledger.ts';
import { startAuditLineage, type KnownLineage } from './audit-lineage.ts';
import { judgeOpenItem, readOpenItem, type OpenItem } from './audit-open.ts';
import type { AuditFinding, AuditResult, AuditUnread, CannotTell, ItemHead } from './audit-result.ts';
import { startOpenTexts, wordsOnly, type OpenTexts } from './audit-texts.ts';
import { readTouches } from './audit-touches.ts';
import type { Finding } from './finding.ts';
import type { Comment, Item } from './item.ts';
import type { LineageState } from './lineage.ts';
import { outputGoalFinding } from './output-goal.ts';
import { worstFirst } from './report-order.ts';
import { defaultAuditSettings, type AuditSettings } from './rule.ts';
import { startSignoff } from './signoff.ts';
import { fitSurvival, type SurvivalRow } from './survival.ts';
import { NEVER, secondOf, type Second } from './touches.ts';
import { startVelocity } from './velocity.ts';

export interface AuditOptions {
  /** The day it is, in the workspace's zone. */
  readonly today: Day;
  /** Overrides the audit's day; events after it are not yet known. */
  readonly asOf?: Day;
  readonly settings?: AuditSettings;
  /** The Product Goal's statement; without it no path to a goal is looked for. Each line is read by `output_goal`. */
  readonly goal?: string;
  /** Links, rules, problems and bets where a workspace has them; then its graph's goal is the one that counts. */
  readonly lineage?: KnownLineage;
  /** Who reads the wording of open items; here and now unless another is named. It must be settled before `finish`. */
  readonly texts?: OpenTexts;
  /** Told of every open item while the audit finishes, in the order they were added: for a workspace that keeps it beside the item. */
  readonly onOpenItem?: (item: JudgedItem) => void;
  /** Handed, before that, the way to ask what any item leads to: the id of a problem or bet. */
  readonly onPaths?: (leadsTo: (key: string) => string | undefined) => void;
}

/** What the audit says of one open item beside its findings. */
export interface JudgedItem {
  readonly key: string;
  /** The last human touch and whole days since then, to the end of the audit's day; absent when no time is known. */
  readonly lastTouch?: Instant;
  readonly untouchedDays?: number;
  readonly agedOut: boolean;
  readonly lineage: LineageState;
}

export interface Audit {
  add(item: Item): void;
  /** A comment that came apart from its item; before or after it, or for an item that never comes (then it is only counted). */
  addComment(itemKey: string, comment: Comment): void;
  /** Something the reader counted and left out: `pull_request`, `blank`. */
  skip(what: string): void;
  unread(unread: AuditUnread): void;
  /** Does what needs no wording, while somebody else may still be reading it. Optional; nothing may be added after it. */
  prepare(): void;
  finish(): AuditResult;
}

interface Past {
  readonly day: AuditDay;
  readonly touches: ReturnType<typeof readTouches>;
  readonly survival: readonly SurvivalRow[];
}

const REASONS_KEPT = 10_000;

/** Starts an audit. Feed it all items, then call `finish` once. Memory: about 60 bytes a closed item and 16 a touch, 400 an open item. */
export function startAudit(options: AuditOptions): Audit {
  const settings = options.settings ?? defaultAuditSettings;
  /** Rules raise all they see; what was disputed is taken out and counted in one place, at the end. */
  const seeing: AuditSettings = { ...settings, suppressed: new Set() };
  const ledger = new AuditLedger();
  const open: OpenItem[] = [];
  const skipped = new Map<string, number>();
  const unread = { rows: 0, values: 0, reasons: [] as Omit<AuditUnread, 'lost'>[] };
  const texts = options.texts ?? startOpenTexts(seeing);
  const lineage = startAuditLineage(options.goal, options.lineage, seeing);
  const signoff = startSignoff(settings);
  const velocity = startVelocity(settings);
  let known: Past | undefined;
  const past = (): Past => {
    if (known !== undefined) return known;
    const day = auditDay(options.today, options.asOf, newestSecond([ledger.created, ledger.updated, ledger.ended, ledger.touchAt], options.today));
    const touches = readTouches(ledger, day.until, settings.importDays);
    known = { day, touches, survival: fitSurvival(touches.tallies, touches.silent) };
    return known;
  };
  return {
    add(item) {
      const row = ledger.add(item);
      if (row === undefined) return;
      if (settings.rules.signoff.on) signoff.add(item);
      if (settings.rules.velocity.on) velocity.add(item);
      lineage.add(item);
      if (item.statusClass !== 'open') return;
      open.push(readOpenItem(item, row, seeing));
      texts.add(wordsOnly(item));
    },
    addComment(itemKey, comment) {
      ledger.addComment(itemKey, comment);
      if (settings.rules.velocity.on) velocity.addComment(comment);
    },
    skip(what) {
      skipped.set(what, (skipped.get(what) ?? 0) + 1);
    },
    unread({ lost, ...reason }) {
      if (lost) unread.rows++;
      else unread.values++;
      if (unread.reasons.length < REASONS_KEPT) unread.reasons.push(reason);
    },
    prepare: () => void past(),
    finish() {
      const { day, touches, survival } = past();
      const paths = lineage.finish();
      options.onPaths?.((key) => paths.leadsTo(key));
      const histogram = startHistogram();
      const cannotTell: CannotTell[] = [...paths.cannotTell];
      const silences = new Map<string, number>();
      const raised: Finding[] = [];
      const { findings: said, groups } = texts.finish();
      for (const [place, item] of open.entries()) {
        const lastTouch = latest(touches.lastTouch[item.row]!, settings.touchedOn?.get(item.key), day.until);
        const untouchedDays = lastTouch === undefined ? undefined : daysBetween(lastTouch, (day.until + 1) * 1000 - 1);
        const judged = judgeOpenItem(item, lastTouch, untouchedDays, day.asOf, survival, said.get(place), seeing);
        if (judged.silent !== undefined) silences.set(judged.silent, (silences.get(judged.silent) ?? 0) + 1);
        options.onOpenItem?.({
          key: item.key, ...(lastTouch === undefined ? {} : { lastTouch }), ...(untouchedDays === undefined ? {} : { untouchedDays }),
          agedOut: judged.isDinosaur, lineage: paths.stateOf(item.key),
        });
        histogram.add(untouchedDays, judged.isDinosaur ? 'aged_out' : paths.classOf(item.key));
        for (const finding of judged.findings) raised.push(finding);
      }
      if (settings.rules.dinosaur.on) cannotTell.push(...silentAges(silences));
      const rowOf = new Map(groups.length === 0 ? [] : open.map((item) => [item.key, item.row]));
      const createdOf = (key: string): number => ledger.created.values[rowOf.get(key) ?? 0]!;
      for (const finding of paths.findings) raised.push(finding);
      for (const finding of duplicateFindings(groups, createdOf)) raised.push(finding);
      if (settings.rules.output_goal.on) raised.push(...goalLines(options.goal, seeing));
      const gates = settings.rules.signoff.on ? signoff.finish(day.asOf) : undefined;
      const updates = settings.rules.velocity.on ? velocity.finish() : undefined;
      for (const [what, answer] of [['signoff', gates], ['velocity', updates]] as const) {
        if (answer?.finding !== undefined) raised.push(answer.finding);
        if (answer?.cannotTell !== undefined) cannotTell.push({ what, ...answer.cannotTell });
      }
      const silenced = (finding: Finding): boolean =>
        settings.suppressed.has(finding.suppressionKey) || (settings.snoozed.get(finding.suppressionKey) ?? '') >= day.asOf;
      const kept = raised.filter((finding) => !silenced(finding)).sort(worstFirst);
      const findings = withItems(kept, open);
      const standing = standingGroups(groups, createdOf, settings.suppressed);
      const { read, commentsWithoutItem } = countRead(ledger, skipped.get('pull_request') ?? 0);
      return {
        asOf: day.asOf, ...(day.reason === undefined ? {} : { asOfReason: day.reason }),
        read, unread, skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))),
        flagged: new Set(findings.flatMap((finding) => (finding.item === undefined ? [] : [finding.subject]))).size,
        byRule: countByRule(findings, read.open, settings), survival, untouched: histogram.finish(), findings,
        duplicates: standing, groupHeads: headsOf(new Set(standing.flatMap((group) => group.items)), open),
        ...(paths.orphans === undefined ? {} : { orphans: paths.orphans }),
        ...(gates === undefined ? {} : { signoff: gates.numbers }), cannotTell,
        leftOut: {
          ...touches.leftOut, commentsWithoutItem, repeatedKeys: ledger.repeatedKeys,
          suppressedFindings: raised.length - kept.length,
        },
      };
    },
  };
}

/** The later of the tracker's last touch and the PM's own evidence, not after `until`, in milliseconds; undefined when neither is known. */
function latest(touch: Second, evidenceOn: Day | undefined, until: Second): number | undefined {
  const evidence = evidenceOn === undefined ? NEVER : Math.min(secondOf(startOfDay(evidenceOn)), until);
  const known = [touch, evidence].filter((second) => second !== NEVER);
  return known.length === 0 ? undefined : Math.max(...known) * 1000;
}

/** The goal's lines, each judged on its own; the subject is the line's number when there are several. */
function goalLines(goal: string | undefined, settings: AuditSettings): Finding[] {
  const lines = (goal ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, i) => outputGoalFinding(line, settings, lines.length === 1 ? 'goal' : `goal line ${i + 1}`) ?? []);
}

function withItems(findings: readonly Finding[], open: readonly OpenItem[]): AuditFinding[] {
  const heads = headsOf(new Set(findings.map((finding) => finding.subject)), open);
  return findings.map((finding) => {
    const item = isAboutItem(finding.rule) ? heads.get(finding.subject) : undefined;
    return item === undefined ? finding : { ...finding, item };
  });
}

function headsOf(wanted: ReadonlySet<string>, open: readonly OpenItem[]): Map<string, ItemHead> {
  const heads = new Map<string, ItemHead>();
  for (const { key, title, url } of open) if (wanted.has(key)) heads.set(key, { key, title, ...(url === undefined ? {} : { url }) });
  return heads;
}
