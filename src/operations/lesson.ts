// Lessons: what a settled bet taught, what that speaks for or against, and which of them a new bet should hear of.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { lessonReasons } from '../domain/bet/lesson.ts';
import type { BetTerms } from '../domain/bet/terms.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet, listBets, type BetRow } from '../store/bet.ts';
import { nextNumber } from '../store/counter.ts';
import { findMetric } from '../store/metric.ts';
import { findProblem, listProblems } from '../store/problem.ts';
import { deleteLesson, findLesson, insertLesson, listLessonLinks, listLessons, replaceLessonLinks, updateLesson, type LessonLinkRow, type LessonRow } from '../store/readout.ts';
import { timeText } from '../store/schema.ts';
import { draftTerms } from './bet-view.ts';
import type { Context, Handlers } from './context.ts';

type Lesson = OutputOf<'lesson.list'>['lessons'][number];
type Stance = Omit<LessonLinkRow, 'workspace_id' | 'lesson_id'>;

/** All lessons as callers see them, newest first. */
async function showLessons({ tx, asker }: Pick<Context, 'tx' | 'asker'>): Promise<Lesson[]> {
  const { workspaceId } = asker;
  const bets = new Map((await listBets(tx, workspaceId)).map((bet) => [bet.id, bet]));
  const problems = new Map((await listProblems(tx, workspaceId)).map((problem) => [problem.id, problem]));
  const links = await listLessonLinks(tx, workspaceId);
  const named = (link: LessonLinkRow): Lesson['links'][number][] => {
    const found = link.target === 'bet' ? bets.get(link.target_id) : problems.get(link.target_id);
    return found === undefined ? [] : [{ target: link.target, id: found.id, key: found.key, title: 'claim' in found ? found.claim : found.title, stance: link.stance }];
  };
  return (await listLessons(tx, workspaceId)).flatMap((row) => {
    const bet = bets.get(row.bet_id);
    if (bet === undefined) return [];
    return [{
      id: row.id, key: row.key, words: row.words, bet: { id: bet.id, key: bet.key, claim: bet.claim, status: (bet.outcome as { status?: string } | null)?.status },
      links: links.filter(({ lesson_id: of }) => of === row.id).flatMap(named), createdAt: row.created_at, updatedAt: row.updated_at,
    }];
  });
}

async function one(context: Context, id: string): Promise<Lesson> {
  return (await showLessons(context)).find((lesson) => lesson.id === id)!;
}

async function targets({ tx, asker }: Context, links: GivenTo<'lesson.add'>['links']) {
  const found = new Map<string, Stance>();
  for (const { target, reference, stance } of links) {
    const row = target === 'bet' ? await findBet(tx, asker.workspaceId, reference) : await findProblem(tx, asker.workspaceId, reference);
    if (!row) return refused('not_found', { kind: target, reference });
    found.set(row.id, { target, target_id: row.id, stance });
  }
  return granted([...found.values()]);
}

const linksOf = (lesson: Lesson) => lesson.links.map(({ target, id, stance }) => ({ target, reference: id, stance }));

export const lessonHandlers: Pick<Handlers, 'lesson.add' | 'lesson.change' | 'lesson.list' | 'lesson.offer'> = {
  async 'lesson.add'(given, context) {
    const { tx, asker, now } = context;
    const bet = await findBet(tx, asker.workspaceId, given.bet);
    if (!bet) return refused('not_found', { kind: 'bet', reference: given.bet });
    if (bet.settled_at === null) return refused('bet_not_settled', { key: bet.key });
    const links = await targets(context, given.links);
    if (!links.ok) return links;
    const at = timeText(now);
    const row: LessonRow = { workspace_id: asker.workspaceId, id: context.newId('lesson'), key: `L-${await nextNumber(tx, asker.workspaceId, 'lesson')}`, bet_id: bet.id, words: given.words, created_at: at, updated_at: at };
    await insertLesson(tx, row);
    await replaceLessonLinks(tx, asker.workspaceId, row.id, links.value);
    return granted({ lesson: await one(context, row.id), undo: { operation: 'lesson.change', input: { lesson: row.id, remove: true } } });
  },

  async 'lesson.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findLesson(tx, asker.workspaceId, given.lesson);
    if (!row) return refused('not_found', { kind: 'lesson', reference: given.lesson });
    const before = await one(context, row.id);
    if (given.remove) {
      await deleteLesson(tx, asker.workspaceId, row.id);
      return granted({ undo: { operation: 'lesson.add', input: { bet: row.bet_id, words: row.words, links: linksOf(before) } } });
    }
    const links = given.links === undefined ? undefined : await targets(context, given.links);
    if (links && !links.ok) return links;
    await updateLesson(tx, asker.workspaceId, row.id, given.words ?? row.words, timeText(now));
    if (links) await replaceLessonLinks(tx, asker.workspaceId, row.id, links.value);
    return granted({ lesson: await one(context, row.id), undo: { operation: 'lesson.change', input: { lesson: row.id, words: row.words, links: linksOf(before) } } });
  },

  async 'lesson.list'(given, context) {
    const { tx, asker } = context;
    const lessons = await showLessons(context);
    if (given.about === undefined) return granted({ lessons });
    const about = (await findBet(tx, asker.workspaceId, given.about)) ?? (await findProblem(tx, asker.workspaceId, given.about));
    if (!about) return refused('not_found', { kind: 'bet or problem', reference: given.about });
    return granted({ lessons: lessons.filter(({ bet, links }) => bet.id === about.id || links.some(({ id }) => id === about.id)) });
  },

  async 'lesson.offer'(given, context) {
    const { tx, asker } = context;
    const bet = given.bet === undefined ? undefined : await findBet(tx, asker.workspaceId, given.bet);
    if (given.bet !== undefined && bet === undefined) return refused('not_found', { kind: 'bet', reference: given.bet });
    const problem = given.problem === undefined ? undefined : await findProblem(tx, asker.workspaceId, given.problem);
    if (given.problem !== undefined && problem === undefined) return refused('not_found', { kind: 'problem', reference: given.problem });
    const metric = given.metric === undefined ? undefined : await findMetric(tx, asker.workspaceId, given.metric);
    if (given.metric !== undefined && metric === undefined) return refused('not_found', { kind: 'metric', reference: given.metric });
    const draft = bet && draftTerms(bet);
    const writing = { claim: given.claim ?? draft?.claim ?? '', problem: problem?.id ?? draft?.problem, metric: metric?.id ?? draft?.metric, kind: given.kind ?? draft?.kind, bet: bet?.id };
    const bets = new Map<string, BetRow>((await listBets(tx, asker.workspaceId)).map((row) => [row.id, row]));
    const offered = (await showLessons(context)).filter((lesson) => lesson.bet.id !== bet?.id).flatMap((lesson) => {
      const from = bets.get(lesson.bet.id)!;
      const terms = from.terms as Partial<BetTerms>;
      const reason = lessonReasons(writing, { words: `${lesson.words} ${from.claim}`, problem: from.problem_id ?? undefined, metric: terms.metric, kind: terms.kind, links: lesson.links });
      return reason === undefined ? [] : [{ lesson: { ...lesson, why: reason.why }, weight: reason.weight }];
    });
    return granted({ lessons: offered.sort((a, b) => b.weight - a.weight).slice(0, 10).map(({ lesson }) => lesson) });
  },
};
