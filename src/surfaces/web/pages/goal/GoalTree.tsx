// From the goal down to the work: problems, the bets that answer them, and the items that hang on each; and what hangs nowhere.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { byKey } from '../../parts/by-key.ts';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { count, dayShort } from '../../data/words.ts';
import { Section } from '../../ui/Section.tsx';
import { amount, type Goal } from './goal-words.ts';

type Tree = OutputOf<'goal.tree'>;
type Bet = Tree['betsWithoutProblem'][number];

export function GoalTree({ goal, tree }: { readonly goal: Goal; readonly tree: Tree }): ReactNode {
  const { baseline, target, unit, endOn } = goal;
  const empty = tree.problems.length === 0 && tree.betsWithoutProblem.length === 0;
  return (
    <Section finding="From the goal down to the work" wide sub={<>
      {tree.unexplained === 0 ? 'Every open item is on this tree or keeps the lights on. ' : <><Unexplained tree={tree} /> of <OpNumber name="backlog.open">{count(tree.open)}</OpNumber> open items hang nowhere on this tree. Not bad: unexplained. </>}
      {tree.keepsLightsOn > 0 && <><OpNumber name="backlog.lights_on">{count(tree.keepsLightsOn)}</OpNumber> keep the lights on and need no goal.</>}
    </>}>
      <ul className="tree">
        <li>
          <Node keyWords={goal.key} words={<b>{shortened(goal.statement)}</b>} aside={baseline !== undefined && target !== undefined ? <>{amount(baseline, unit)} → {amount(target, unit)}{endOn !== undefined && <> by {dayShort(endOn)}</>}</> : undefined} />
          {empty ? <p className="tree-empty muted">No problem leads here yet. <AppLink className="link link-small" href="/problems?add=1">Write down the first one</AppLink></p> : (
            <ul>
              {tree.problems.toSorted(byKey).map((problem) => (
                <li key={problem.id}>
                  <Node keyWords={problem.key} words={<AppLink className="tree-link" href={`/problems/${problem.key}`}>{problem.title}</AppLink>} aside={<Hanging of={problem} words={problem.key} />} />
                  {problem.bets.length > 0 && <ul>{problem.bets.toSorted(byKey).map((bet) => <BetNode key={bet.id} bet={bet} />)}</ul>}
                </li>
              ))}
              {tree.betsWithoutProblem.toSorted(byKey).map((bet) => <BetNode key={bet.id} bet={bet} lone />)}
            </ul>
          )}
        </li>
      </ul>
    </Section>
  );
}

function Unexplained({ tree }: { readonly tree: Tree }): ReactNode {
  return <ItemsNumber id="unexplained" of="open items without a path to the goal" rule={`${count(tree.open)} open − ${count(tree.linked)} that lead to the goal − ${count(tree.keepsLightsOn)} that keep the lights on = ${count(tree.unexplained)}. The rows below are those without even a suggestion.`} filter={{ lineage: 'none' }} notClaimed="It does not say that they are worthless.">{count(tree.unexplained)}</ItemsNumber>;
}

function BetNode({ bet, lone = false }: { readonly bet: Bet; readonly lone?: boolean }): ReactNode {
  return <li><Node keyWords={bet.key} words={<AppLink className="tree-link" href={`/bets/${bet.key}`}>{bet.claim}</AppLink>} aside={<>{bet.state === 'closed' ? 'closed; ' : ''}{lone ? 'answers no problem yet; ' : ''}<Hanging of={bet} words={bet.key} /></>} /></li>;
}

function Node({ keyWords, words, aside }: { readonly keyWords: string; readonly words: ReactNode; readonly aside?: ReactNode }): ReactNode {
  return <div className="tree-node"><span className="tree-words"><span className="tree-key">{keyWords}</span>{words}</span>{aside !== undefined && <span className="tree-aside">{aside}</span>}</div>;
}

function Hanging({ of, words }: { readonly of: { readonly id: string; readonly items: number; readonly itemsDone: number }; readonly words: string }): ReactNode {
  if (of.items === 0) return 'no item yet';
  return (
    <><ItemsNumber id={`items-${words}`} of={`items that lead to ${words}`} rule="An item counts when it is linked by hand, by a rule, or through its parent." filter={{ leadsTo: of.id, statusClass: 'all' }}>{count(of.items)} {of.items === 1 ? 'item' : 'items'}</ItemsNumber>
      {of.itemsDone > 0 && <>, <ItemsNumber id={`done-${words}`} of={`items that lead to ${words} and are done`} rule="As above, and the tracker says done." filter={{ leadsTo: of.id, statusClass: 'done' }}>{count(of.itemsDone)} done</ItemsNumber></>}</>
  );
}

function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).trimEnd()}…`;
}
