// Hand-offs as callers see them: the brief from its frozen figures and typed words, its state, and what became of it. Decides nothing itself.
import type { OutputOf } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { briefPage, type BriefPage, type BriefTexts } from '../domain/line/brief.ts';
import { briefFigures, BRIEF_WEEKS, type BriefFigures } from '../domain/line/brief-figures.ts';
import { REASON_WORDS } from '../domain/line/carry.ts';
import { levelWords, LINE_KINDS } from '../domain/line/charter.ts';
import { followUpOf, type FollowUp } from '../domain/line/follow-up.ts';
import { dayWords } from '../domain/line/words.ts';
import type { Day } from '../domain/kernel/instant.ts';
import type { HandOffRow } from '../store/line.ts';
import { carriesOf } from './carry-view.ts';
import type { Context } from './context.ts';
import { showCarried, showFinding, showWeek } from './line-shown.ts';
import { budgetsOf, charterOf, type LineView } from './line-view.ts';

export type HandOffShown = OutputOf<'line.hand_offs'>['handOffs'][number];
export type Brief = OutputOf<'line.brief'>['brief'];
type FollowShown = HandOffShown['followUp'];

export function kindOfRow({ kind }: Pick<HandOffRow, 'kind'>): Kind {
  return LINE_KINDS.find((each) => each === kind) ?? 'admin';
}

/** The day it was handed over: the one it was promised for, or that of the back-brief when that came later. Undefined before a back-brief. */
export function handedOn({ acknowledged_on: acknowledged, by_on: by }: HandOffRow): Day | undefined {
  if (acknowledged === null) return undefined;
  return by !== null && by > acknowledged ? by : acknowledged;
}

function showFollow({ weeks, cameBack, over, says, finding }: FollowUp): FollowShown {
  return { week: weeks.length, weeks: weeks.map((week) => ({ ...showWeek(week), share: week.share, over: week.over })), cameBack, over, says, ...(finding === undefined ? {} : { finding: showFinding(finding) }) };
}

/** What became of it; for a closed one as it stood when it was closed. */
export function followOf(row: HandOffRow, view: LineView, today: Day): FollowShown {
  if (row.followed !== null) return row.followed as FollowShown;
  const kind = kindOfRow(row);
  const on = handedOn(row);
  const meanBefore = (row.figures as BriefFigures).cost?.meanMinutes ?? 0;
  if (on === undefined) return { week: 0, weeks: [], cameBack: false, over: false, says: `${kindNamed(kind).name}: the brief is of ${dayWords(row.made_on)}; nobody has said it back in own words yet.` };
  return showFollow(followUpOf({ kind, to: row.to_name ?? undefined, on, meanBefore }, view.weeksOf(kind), today));
}

export function showHandOff(row: HandOffRow, view: LineView, today: Day): HandOffShown {
  const kind = kindOfRow(row);
  const follow = followOf(row, view, today);
  const state = row.closed_on !== null ? 'closed' : follow.cameBack ? 'came_back' : row.acknowledged_on !== null ? 'acknowledged' : 'open';
  return {
    id: row.id, kind, name: kindNamed(kind).name, state, to: row.to_name ?? undefined, level: row.level, by: row.by_on ?? undefined, madeOn: row.made_on, meanMinutesBefore: (row.figures as BriefFigures).cost?.meanMinutes ?? 0,
    acknowledgedOn: row.acknowledged_on ?? undefined, acknowledgedBy: row.acknowledged_by ?? undefined, closedOn: row.closed_on ?? undefined, closedReason: row.closed_reason ?? undefined, followUp: follow,
    says: row.closed_on === null ? follow.says : `Closed on ${dayWords(row.closed_on)}: ${row.closed_reason ?? ''}`,
  };
}

/** The figures of a kind as they are on record today. */
export async function figuresNow(context: Context, view: LineView, kind: Kind): Promise<BriefFigures> {
  const charter = await charterOf(context, view);
  const core = [...budgetsOf(charter.rows)].filter(([each]) => view.groupOf(each) === 'core').map(([, minutes]) => minutes);
  const budget = core.length === 0 ? undefined : core.reduce((sum, minutes) => sum + minutes, 0);
  return briefFigures(kind, view.weeksOf(kind).slice(-BRIEF_WEEKS), view.core, budget, await carriesOf(context, 366), context.today);
}

interface BriefOf { readonly figures: BriefFigures; readonly texts: BriefTexts; readonly proposed: { to?: string | undefined; level: number; by?: Day | undefined }; readonly acknowledgement?: BriefPage['acknowledgement'] }

export function pageOf({ figures, texts, proposed, acknowledgement }: BriefOf): BriefPage {
  return briefPage(figures, proposed, texts, acknowledgement);
}

export function briefOfRow(row: HandOffRow): BriefOf {
  const acknowledged = row.acknowledged_on !== null && row.acknowledged_by !== null && row.back_brief !== null;
  return {
    figures: row.figures as BriefFigures, texts: row.texts as BriefTexts, proposed: { to: row.to_name ?? undefined, level: row.level, by: row.by_on ?? undefined },
    ...(acknowledged ? { acknowledgement: { by: row.acknowledged_by!, on: row.acknowledged_on!, backBrief: row.back_brief! } } : {}),
  };
}

/** The document: the page, and the records it was made from. */
export function showBrief(of: BriefOf, state: Brief['state'], handOff?: string): Brief {
  const { figures, texts, proposed } = of;
  const page = pageOf(of);
  const { rate: _rate, currency: _currency, ...words } = texts;
  const { cost, displaced } = figures;
  return {
    schema: 'throughline.hand-off/1', ...(handOff === undefined ? {} : { handOff }), kind: figures.kind, name: kindNamed(figures.kind).name, title: page.title, sentence: page.sentence, madeOn: figures.madeOn, from: figures.from, to: figures.to, state,
    sections: page.sections.map((section) => ({ ...section, paragraphs: [...section.paragraphs] })),
    cost: cost === undefined ? null : { weeks: figures.weeks.map(showWeek), meanMinutes: cost.meanMinutes, hoursPerMonth: cost.hoursPerMonth, low: cost.low, high: cost.high, confirmedShare: cost.confirmedShare ?? null },
    count: { carries: figures.count.count, minutes: figures.count.minutes }, instances: figures.instances.map(({ on, minutes, what, askedBy }) => ({ on, minutes, what, askedBy })), displaced: displaced === undefined ? null : { ...displaced },
    ...(figures.evidence === undefined ? {} : { evidence: { ...figures.evidence, carries: figures.evidence.carries.map(showCarried) } }),
    reasons: figures.reasons.map(({ reason, count, minutes }) => ({ says: REASON_WORDS[reason], count, minutes })), chosenMinutes: figures.chosenMinutes, pressedMinutes: figures.pressedMinutes,
    askers: figures.askers.map((asker) => ({ ...asker })), ifStopped: [...figures.ifStopped], proposed: { ...proposed, levelSays: levelWords(proposed.level) }, texts: words, ...(page.money === undefined ? {} : { money: page.money }),
    instead: page.instead.map((each) => ({ ...each })), ...(page.acknowledgement === undefined ? {} : { acknowledgement: page.acknowledgement }), notClaimed: [...page.notClaimed],
  };
}
