// How many rules are on, opened into the rules; and how many findings were answered, opened into the answers by rule.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { count, counted } from '../../data/words.ts';
import { RULE_TITLES } from '../../parts/rule-titles.ts';
import { NumberRef } from '../../ui/NumberRef.tsx';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';

type Told = OutputOf<'rule.list'>;
type Rule = Told['rules'][number];

const TITLE: Column<Rule> = { id: 'rule', head: 'Rule', rowHead: true, cell: ({ rule }) => RULE_TITLES[rule].title };
const SWITCHES: readonly Column<Rule>[] = [TITLE, { id: 'on', head: 'Now', right: true, cell: ({ on }) => (on ? 'on' : 'off') }];
const ANSWERS: readonly Column<Rule>[] = [TITLE, { id: 'right', head: 'Right', right: true, cell: ({ right }) => count(right) }, { id: 'wrong', head: 'Not so', right: true, cell: ({ wrong }) => count(wrong) }];

/** `what` chooses the number: rules that are on, or answers given. */
export function RulesNumber({ told: { rules }, what }: { readonly told: Told; readonly what: 'on' | 'answers' }): ReactNode {
  const on = rules.filter((rule) => rule.on).length;
  const answers = rules.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
  const common = { computed: 'From the rules and answers kept in this workspace, read with this page.' };
  return what === 'on'
    ? <NumberRef id="rules.on" explain={<WhyBody<Rule> number={count(on)} of="rules that read the backlog" formula={<p className="formula">{count(rules.length)} rules − {count(rules.length - on)} switched off = {count(on)}</p>} rows={{ columns: SWITCHES, rows: rules, rowKey: ({ rule }) => rule }} {...common} />}>{count(on)}</NumberRef>
    : <NumberRef id="rules.answers" explain={<WhyBody<Rule> number={count(answers)} of="findings you answered, the latest answer to each case" formula={<p className="formula">right + not so, over all rules</p>} rows={{ columns: ANSWERS, rows: rules.filter(({ right, wrong }) => right + wrong > 0), rowKey: ({ rule }) => rule }} {...common} />}>{counted(answers, 'finding')}</NumberRef>;
}
