// The Backlog with an audit: sentence, freshness, picture, next action, tabs by rule, and where it came from.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import type { RuleName } from '../../../../domain/backlog/finding.ts';
import { useAsk } from '../../data/ask.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Note } from '../../ui/Note.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Said } from '../../parts/Said.tsx';
import { AgeFigure } from './AgeFigure.tsx';
import { BacklogFreshness } from './BacklogFreshness.tsx';
import { BacklogNext } from './BacklogNext.tsx';
import { BacklogViews } from './BacklogViews.tsx';
import { ageJudged, backlogSentence, cameFrom, type AuditTold, type LineageShare } from './backlog-words.ts';
import { ClosePreview } from './ClosePreview.tsx';
import { AuditRunning } from './AuditRunning.tsx';
import { RulePanel } from './RulePanel.tsx';
import { useCull } from './use-cull.ts';

export interface AuditFoundProps {
  readonly workspace: OutputOf<'workspace.get'>;
  readonly told: OutputOf<'audit.get'>;
  readonly audit: AuditTold;
  readonly share: LineageShare;
  readonly rule: RuleName | undefined;
  readonly onRule: (rule: RuleName) => void;
}

export function AuditFound({ workspace, told, audit, share, rule, onRule }: AuditFoundProps): ReactNode {
  const goalSet = workspace.activeGoal !== undefined;
  const aged = audit.byRule.find((one) => one.rule === 'dinosaur')?.count ?? 0;
  const agedWithoutPath = useAsk('item.list', { lineage: 'none', rule: 'dinosaur', limit: 1 }, { when: goalSet && aged > 0 });
  const cull = useCull(audit.id);
  const [previewing, setPreviewing] = useState(false);
  const preview = (): void => { if (cull.chosen.length > 0) setPreviewing(true); };
  const shown = rule ?? 'dinosaur';
  useCommands([{ id: 'cull.preview', title: 'Preview what the batch closes', group: 'Next', keys: 'Enter', when: () => cull.chosen.length > 0 && !previewing, run: preview }]);
  const sentence = backlogSentence({
    items: workspace.counts.items, goalSet, share: { ...share, unexplained: share.unexplained - share.suggested }, agedOut: aged, ageJudged: ageJudged(audit),
    agedWithoutPath: agedWithoutPath.data?.totalIsExact === true ? agedWithoutPath.data.total : undefined,
  });
  const note = goalSet ? cameFrom(share) : undefined;
  return (
    <>
      <Lead>
        <div className={told.stale === undefined ? undefined : 'stale-figures'}><Sentence><Said phrase={sentence} /></Sentence></div>
        <BacklogFreshness audit={audit} stale={told.stale} share={share} goalSet={goalSet} />
        <BacklogViews />
      </Lead>
      {told.running !== undefined && <AuditRunning running={told.running} />}
      {share.open > 0 && <AgeFigure audit={audit} goalSet={goalSet} />}
      {share.open > 0 && <BacklogNext cull={cull} audit={audit} stale={told.stale} running={told.running !== undefined} goalSet={goalSet} shown={shown} onPreview={preview} onRule={onRule} />}
      {share.open > 0 && <RulePanel audit={audit} cull={cull} today={workspace.today} shown={shown} onRule={onRule} />}
      {goalSet && share.unexplained > 0 && (
        <Note title="Where it came from">
          {note === undefined ? <p>Nobody has said yet where wishes come from. <AppLink className="link link-small" href="/rules">Name who stands where</AppLink>, and this note divides what has no path.</p> : <p><Said phrase={note} /></p>}
        </Note>
      )}
      {previewing && <ClosePreview rows={cull.chosen} onLeave={() => setPreviewing(false)} onCloseItems={(messages) => { setPreviewing(false); cull.close(cull.chosen, messages); }} />}
    </>
  );
}
