// Problems worth solving: what leads to each, what may lead there by its wording, the rules that link many at once, and what is unexplained.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { byKey } from '../../parts/by-key.ts';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { useAsk } from '../../data/ask.ts';
import { count, counted, percent } from '../../data/words.ts';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LinkRules } from './LinkRules.tsx';
import { ProblemForm } from './ProblemForm.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Unexplained } from './Unexplained.tsx';
import '../../parts/parts.css';
import './problem.css';

type Problem = OutputOf<'problem.list'>['problems'][number];
type Share = OutputOf<'lineage.share'>;

const read = (raw: RawSearch): { readonly state: 'open' | 'closed'; readonly add: boolean } => ({ state: raw['state'] === 'closed' ? 'closed' : 'open', add: raw['add'] === '1' });

export function ProblemsPage(): ReactNode {
  const [{ state, add }, setSearch] = usePageSearch(read);
  const problems = useAsk('problem.list', { state: 'all' });
  const share = useAsk('lineage.share', {});
  const adding = (on: boolean): void => setSearch({ add: on });
  useCommands([{ id: 'problem.add', title: 'Write a problem down', group: 'Problems', keys: 'c', when: () => !add, run: () => adding(true) }]);
  useAnchor(share.data !== undefined);
  return (
    <Answered asked={problems} shape="page" words="Reading the problems" kept="Problems and links are as they were.">
      {({ problems: all }) => (
        <>
          <Head problems={all} share={share.data} />
          {add
            ? <ProblemForm problem={undefined} onDone={() => adding(false)} />
            : <NextAction proposal={all.length === 0 ? 'Write the first one down in the words of who has it.' : 'Write down what hurts, before what to build.'} action={<Button kind="primary" command="problem.add" onPress={() => adding(true)}>Write a problem down</Button>}>{all.length === 0 ? 'Who is stuck, what they try to do, how often, how many. Items, bets and evidence then hang on it.' : 'A problem without items is a plan; items without a problem are a habit.'}</NextAction>}
          {all.length > 0 && (
            <Section wide>
              <Tabs label="Problems by state" selected={state} onSelect={(id) => setSearch({ state: id === 'closed' ? 'closed' : 'open' })}
                items={[{ id: 'open', name: 'Open', count: all.filter((one) => one.state === 'open').length }, { id: 'closed', name: 'Closed', count: all.filter((one) => one.state === 'closed').length }]}>
                <ProblemRows problems={all.filter((one) => one.state === state).toSorted(byKey)} state={state} />
              </Tabs>
            </Section>
          )}
          <Suggestions />
          <LinkRules />
          <Answered asked={share} shape="figure" words="Counting what is unexplained">{(value) => <Unexplained share={value} />}</Answered>
        </>
      )}
    </Answered>
  );
}

/** The page grows while it loads; the part the address names is shown once it stands. */
function useAnchor(ready: boolean): void {
  const hash = useRouterState({ select: (state) => state.location.hash });
  useEffect(() => { if (ready && hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'start' }); }, [ready, hash]);
}

function Head({ problems, share }: { readonly problems: readonly Problem[]; readonly share: Share | undefined }): ReactNode {
  const open = problems.filter((one) => one.state === 'open');
  const bare = open.filter((one) => one.items === 0).length;
  return (
    <Lead>
      <Sentence>
        {open.length === 0 ? 'No problem is written down. Items reach the goal through somebody’s problem or through a bet.' : (
          <>{counted(open.length, 'problem is', 'problems are')} open{share === undefined ? '.' : <>; <OpNumber name="backlog.goal">{count(share.linked)}</OpNumber> of <OpNumber name="backlog.open">{count(share.open)}</OpNumber> open items lead through them or a bet to the goal.</>}</>
        )}
      </Sentence>
      <Freshness>{share === undefined || share.open === 0 ? 'No backlog has been read yet.' : <>{count(share.unexplained)} open {share.unexplained === 1 ? 'item has' : 'items have'} no path yet{share.unexplainedShare !== undefined && <>, {percent(share.unexplainedShare)}</>}. Not bad: unexplained.</>}{bare > 0 && <> {counted(bare, 'open problem has', 'open problems have')} no item yet.</>} <AppLink className="link link-small" href="/goal">The goal</AppLink></Freshness>
    </Lead>
  );
}

function ProblemRows({ problems, state }: { readonly problems: readonly Problem[]; readonly state: 'open' | 'closed' }): ReactNode {
  const navigate = useNavigate();
  const open = (at: number): void => { const problem = problems[at]; if (problem) void navigate({ to: `/problems/${problem.key}` }); };
  const keys = useRowKeys({ name: 'problems', group: 'Problems', count: problems.length, actions: [{ keys: 'Enter', title: 'Open the problem', run: open }] });
  if (problems.length === 0) return <p className="muted problem-none">{state === 'closed' ? 'No problem has been closed.' : 'Every problem is closed.'}</p>;
  return (
    <Rows items={problems} itemKey={(problem) => problem.id} keys={keys} label={state === 'open' ? 'Open problems' : 'Closed problems'} className="problem-row" rowLabel={(problem) => `${problem.key}, ${problem.title}`} onRow={open}
      head={<><span /><span>Problem</span><span>{state === 'open' ? 'Who has it' : 'Why it is closed'}</span><span className="right">Items</span></>}>
      {(problem) => (
        <>
          <span className="row-key">{problem.key}</span>
          <span className="row-title"><AppLink className="row-link" href={`/problems/${problem.key}`}>{problem.title}</AppLink></span>
          <span className="row-meta problem-who">{problem.state === 'closed' ? problem.closedReason ?? 'closed' : problem.who ?? 'not said who'}</span>
          <span className="row-meta right tabular">{problem.items === 0 ? 'none yet' : <ItemsNumber id={`items-${problem.key}`} of={`items that lead to ${problem.key}`} rule="An item counts when it is linked by hand, by a rule, or through its parent." filter={{ leadsTo: problem.id, statusClass: 'all' }}>{count(problem.items)}</ItemsNumber>}</span>
        </>
      )}
    </Rows>
  );
}
