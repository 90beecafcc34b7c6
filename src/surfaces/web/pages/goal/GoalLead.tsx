// The goal's sentence: what will be different, from where to where by when, the day, and how much of the open work leads to it.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { known } from '../../charts/outcome/day-series.ts';
import { said } from '../../charts/outcome/measure.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { count, dayShort, dayWords, timeWords } from '../../data/words.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { GoalChance } from './GoalChance.tsx';
import { amount, dayOfGoal, SHORT_STATEMENT, statementOf, type Goal } from './goal-words.ts';
import { byWeeks, goalMeasure, type Outlook } from './outlook-words.ts';

const STATE: Readonly<Record<Goal['state'], string>> = { draft: 'a draft', proposed: 'proposed', active: 'active', achieved: 'achieved', missed: 'missed', abandoned: 'abandoned' };

/** `outlook` only where the metric has values: the sentence then says how far it came, and the rest moves below it. */
export function GoalLead({ goal, today, tree, outlook }: { readonly goal: Goal; readonly today: string; readonly tree: OutputOf<'goal.tree'> | undefined; readonly outlook?: Outlook | undefined }): ReactNode {
  if (outlook !== undefined) return <MeasuredLead goal={goal} today={today} tree={tree} outlook={outlook} />;

  const facts = <><Path goal={goal} />{goal.state === 'active' && <Now goal={goal} today={today} tree={tree} />}</>;
  const statement = statementOf(goal);
  const short = statement.length <= SHORT_STATEMENT;
  return (
    <Lead>
      <Sentence lede={<>{!short && <span className="goal-facts">{facts}</span>} {goal.key}{goal.metric !== undefined && <>, measured by “{goal.metric}”</>}. <Standing goal={goal} /></>}>
        {statement}{short ? <Path goal={goal} joined /> : '.'}{short && goal.state === 'active' && <Now goal={goal} today={today} tree={tree} />}
      </Sentence>
      <Freshness>Written down {dayShort(goal.createdAt)}, last changed {timeWords(goal.updatedAt)}. No metric is read for it yet: it shows what was promised, not how far it came.</Freshness>
    </Lead>
  );
}

/** What opens the sentence of a measured goal is at most this long, so that the chance still fits into four lines. */
const SUBJECT = 60;

function MeasuredLead({ goal, today, tree, outlook }: { readonly goal: Goal; readonly today: string; readonly tree: OutputOf<'goal.tree'> | undefined; readonly outlook: Outlook }): ReactNode {
  const statement = statementOf(goal);
  const subject = [statement, goal.metric].find((words) => words !== undefined && words.length <= SUBJECT);
  const last = known(byWeeks(outlook)).at(-1);
  const now = last === undefined ? '' : said(last.value, goalMeasure(outlook.unit));
  const active = goal.state === 'active';
  const daily = outlook.series?.grain === 'day';
  return (
    <Lead>
      <Sentence lede={<>{subject !== statement && <><b>{statement}.</b> </>}{active && <span className="goal-facts"><Now goal={goal} today={today} tree={tree} /></span>} {goal.key}{goal.metric !== undefined && subject !== goal.metric && <>, measured by “{goal.metric}”</>}. <Standing goal={goal} /></>}>
        {subject === undefined ? '' : `${subject}: `}{last !== undefined && <NumberRef id="now" explain={<WhyBody number={now} of={`“${goal.metric ?? 'the metric'}” ${daily ? `over the seven days up to ${dayWords(last.day)}` : `in the week of ${dayWords(last.day)}`}`} formula={<p className="formula">{daily ? 'The sum of the values of those days divided by their number. Gaps count for nothing.' : 'As it was read; nothing is computed.'}</p>} computed="From the metric’s own values." />}>{now}</NumberRef>} {daily ? 'in the last seven days' : 'now'}, on the way <Path goal={goal} joined="plain" />
        {active && <GoalChance outlook={outlook} />}
      </Sentence>
      <Freshness>Written down {dayShort(goal.createdAt)}, last changed {timeWords(goal.updatedAt)}.{last !== undefined && <> Last value {dayShort(last.day)}.</>} <AppLink className="link link-small" href="/metrics">Metrics</AppLink></Freshness>
    </Lead>
  );
}

/** Baseline, target and end as numbers that open; what is not said yet is left out. */
function Path({ goal, joined = false }: { readonly goal: Goal; readonly joined?: boolean | 'plain' }): ReactNode {
  const { baseline, target, unit, endOn } = goal;
  const declared = (what: string, value: string): ReactNode => (
    <WhyBody number={value} of={`${what} of “${goal.metric ?? 'the metric'}”`} formula={<p className="formula">Declared in {goal.key}, not measured.</p>}
      range={goal.changes === 0 ? 'Not changed since the goal was proposed.' : `Metric, dates or not-goals changed ${goal.changes === 1 ? 'once' : `${goal.changes} times`} since the goal was proposed; each change voided what had been agreed.`}
      computed={`${timeWords(goal.updatedAt)}, as it was written down.`} />
  );
  const parts = [
    baseline !== undefined && <>from <NumberRef id="baseline" explain={declared('Baseline', amount(baseline, unit))}>{amount(baseline, unit)}</NumberRef></>,
    target !== undefined && <>to <NumberRef id="target" explain={declared('Target', amount(target, unit))}>{amount(target, unit)}</NumberRef></>,
    endOn !== undefined && <>by {dayWords(endOn)}</>,
  ].filter((part) => part !== false);
  if (parts.length === 0) return joined === 'plain' ? 'to nobody knows yet.' : joined ? '.' : null;
  return <>{joined === 'plain' ? '' : joined ? ', ' : 'It goes '}{parts.map((part, at) => <span key={at}>{at > 0 && ' '}{part}</span>)}.</>;
}

function Now({ goal, today, tree }: { readonly goal: Goal; readonly today: string; readonly tree: OutputOf<'goal.tree'> | undefined }): ReactNode {
  const at = dayOfGoal(goal, today);
  return (
    <>
      {at !== undefined && at.day >= 1 && at.day <= at.of && <> Day <NumberRef id="day" label={`day ${at.day} of ${at.of}`} explain={<WhyBody number={`${at.day} of ${at.of}`} of="days of the goal, both ends counted" formula={<p className="formula">{dayWords(today)} − {dayWords(goal.startOn ?? today)} + 1 = {at.day}</p>} computed={`Today is ${dayWords(today)} in the workspace’s time zone.`} />}>{at.day} of {at.of}</NumberRef></>}
      {at !== undefined && at.day < 1 && <> It begins {dayWords(goal.startOn ?? today)}</>}
      {at !== undefined && at.day > at.of && <> It ended {dayWords(goal.endOn ?? today)}</>}
      {tree === undefined ? (at === undefined ? '' : '.') : (
        <>{at === undefined ? ' ' : ', and '}
          <OpNumber name="backlog.goal">{count(tree.linked)}</OpNumber>
          {' of '}
          <OpNumber name="backlog.open">{count(tree.open)}</OpNumber> open items lead to it.
        </>
      )}
    </>
  );
}

function Standing({ goal }: { readonly goal: Goal }): ReactNode {
  if (goal.closedReason !== undefined) return <>It was {STATE[goal.state]}{goal.closedAt !== undefined && <> on {dayWords(goal.closedAt)}</>}: “{goal.closedReason}”</>;
  const changed = goal.changes === 0 ? '' : `; metric, dates or not-goals changed ${goal.changes === 1 ? 'once' : `${goal.changes} times`} since it was proposed`;
  return <>It is {STATE[goal.state]}{changed}.</>;
}
