// The findings rule by rule: tabs with their counts, the cull under the first, lists of findings under the others.
import type { ReactNode } from 'react';
import type { RuleName } from '../../../../domain/backlog/finding.ts';
import { counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { ruleIn, RULE_ORDER, RULE_TITLES } from '../../parts/rule-titles.ts';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { AuditTold } from './backlog-words.ts';
import { CullList } from './CullList.tsx';
import { DuplicateList } from './DuplicateList.tsx';
import { FindingList } from './FindingList.tsx';
import type { Cull } from './use-cull.ts';

export function RulePanel({ audit, cull, today, shown, onRule }: { readonly audit: AuditTold; readonly cull: Cull; readonly today: string; readonly shown: RuleName; readonly onRule: (rule: RuleName) => void }): ReactNode {
  const found = (rule: RuleName): number => (rule === 'duplicate' ? audit.duplicateGroups : audit.byRule.find((one) => one.rule === rule)?.count ?? 0);
  const tabs = RULE_ORDER.filter((rule) => rule === shown || rule === 'dinosaur' || found(rule) > 0).map((rule) => ({ id: rule, name: RULE_TITLES[rule].title, count: found(rule) }));
  const off = audit.byRule.find((one) => one.rule === shown)?.on === false;
  return (
    <Section wide>
      <h2 className="hidden-words">Findings</h2>
      <Tabs label="Findings by rule" items={tabs} selected={shown} onSelect={(id) => { const next = ruleIn(id); if (next !== undefined) onRule(next); }}>
        {shown === 'dinosaur' ? <CullPanel audit={audit} cull={cull} today={today} />
          : shown === 'duplicate' ? <DuplicateList today={today} />
            : <FindingList key={shown} rule={shown} asOf={audit.asOf} today={today} off={off} />}
        <p className="row-foot"><span><OpNumber name={shown === 'duplicate' ? 'duplicates.groups' : 'rule.count'} of={shown === 'duplicate' ? undefined : shown}>{counted(found(shown), shown === 'duplicate' ? 'group' : 'finding')}</OpNumber> under “{RULE_TITLES[shown].title}” {found(shown) === 1 ? 'stands' : 'stand'}.</span></p>
      </Tabs>
    </Section>
  );
}

function CullPanel({ audit, cull, today }: { readonly audit: AuditTold; readonly cull: Cull; readonly today: string }): ReactNode {
  const { batch, counts } = cull;
  if (batch === undefined) return cull.error !== null ? <AskError error={cull.error} kept="No decision was lost." onRetry={cull.retry} /> : <Skeleton shape="rows" rows={12} words="Taking a batch" />;
  if (batch.entries.length === 0) return <p className="muted quiet-tab">{counts !== undefined && counts.closing + counts.kept > 0 ? 'Everything that had aged out is decided.' : RULE_TITLES.dinosaur.none}</p>;
  const open = batch.entries.filter(({ answer }) => answer === undefined).length;
  const others = (counts?.remaining ?? 0) > (audit.byRule.find(({ rule }) => rule === 'dinosaur')?.count ?? 0);
  return (
    <>
      {cull.problem !== undefined && <p className="field-error" role="alert">{cull.problem} The row is as it was.</p>}
      {others && <p className="muted quiet-tab">Behind what aged out come items that fell out of date or repeat an older one.</p>}
      <CullList cull={cull} entries={batch.entries} audit={audit} today={today} hasMore={Math.max(0, (counts?.remaining ?? 0) - open)} />
    </>
  );
}
