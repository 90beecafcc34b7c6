// The goal's sentence: what will be different, from where to where by when, the day, and how much of the open work leads to it.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { count, dayShort, dayWords, timeWords } from '../../data/words.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { amount, dayOfGoal, SHORT_STATEMENT, statementOf, type Goal } from './goal-words.ts';

const STATE: Readonly<Record<Goal['state'], string>> = { draft: 'a draft', proposed: 'proposed', active: 'active', achieved: 'achieved', missed: 'missed', abandoned: 'abandoned' };

export function GoalLead({ goal, today, tree }: { readonly goal: Goal; readonly today: string; readonly tree: OutputOf<'goal.tree'> | undefined }): ReactNode {
  const facts = <><Path goal={goal} />{goal.state === 'active' && <Now goal={goal} today={today} tree={tree} />}</>;
  const statement = statementOf(goal);
  const short = statement.length <= SHORT_STATEMENT;
  return (
    <Lead>
      <Sentence lede={<>{!short && <span className="goal-facts">{facts}</span>} {goal.key}{goal.metric !== undefined && <>, measured by “{goal.metric}”</>}. <Standing goal={goal} /></>}>
        {statement}{short ? <Path goal={goal} joined /> : '.'}{short && goal.state === 'active' && <Now goal={goal} today={today} tree={tree} />}
      </Sentence>
      <Freshness>Written down {dayShort(goal.createdAt)}, last changed {timeWords(goal.updatedAt)}. No measurement is read in this version: the goal shows what was promised, not how far it came.</Freshness>
    </Lead>
  );
}

/** Baseline, target and end as numbers that open; what is not said yet is left out. */
function Path({ goal, joined = false }: { readonly goal: Goal; readonly joined?: boolean }): ReactNode {
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
  if (parts.length === 0) return joined ? '.' : null;
  return <>{joined ? ', ' : 'It goes '}{parts.map((part, at) => <span key={at}>{at > 0 && ' '}{part}</span>)}.</>;
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
