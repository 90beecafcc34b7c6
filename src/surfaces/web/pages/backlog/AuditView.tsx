// What the newest audit found: the sentence, the picture, the next action, and the findings rule by rule. Decides which state the
// backlog is in; each state has its own words.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RuleName } from '../../../../domain/backlog/finding.ts';
import { useAsk } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AuditFound } from './AuditFound.tsx';
import { FirstAudit } from './FirstAudit.tsx';
import { NothingHere } from './NothingHere.tsx';

const OFTEN_MS = 700;
const SELDOM_MS = 20_000;

export function AuditView({ rule, onRule }: { readonly rule: RuleName | undefined; readonly onRule: (rule: RuleName) => void }): ReactNode {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const workspace = useAsk('workspace.get', {}, { everyMs: busy || empty ? OFTEN_MS * 2 : false });
  const audit = useAsk('audit.get', {}, { everyMs: busy ? OFTEN_MS : SELDOM_MS });
  const share = useAsk('lineage.share', {});
  const running = audit.data?.running !== undefined || (workspace.data?.runningJobs.length ?? 0) > 0;
  if (running !== busy) setBusy(running);
  const nothing = workspace.data?.counts.items === 0;
  if (nothing !== empty) setEmpty(nothing);

  // A new audit changes everything that is told of the backlog; so does the first one.
  const auditId = audit.data === undefined ? undefined : audit.data.audit?.id ?? 'none';
  const known = useRef(auditId);
  useEffect(() => {
    if (auditId === undefined || known.current === auditId) return;
    const before = known.current;
    known.current = auditId;
    if (before !== undefined) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'audit.get' });
  }, [auditId, queries]);

  const failed = [workspace, audit, share].find((asked) => asked.isError && asked.data === undefined);
  if (failed !== undefined) {
    return (
      <Lead>
        <Sentence>The backlog could not be read.</Sentence>
        <AskError error={failed.error} kept="What was imported is kept." onRetry={() => { void workspace.refetch(); void audit.refetch(); void share.refetch(); }} />
      </Lead>
    );
  }
  if (workspace.data === undefined || audit.data === undefined || share.data === undefined) return <Skeleton shape="page" words="Reading the backlog" />;
  if (workspace.data.counts.items === 0) return <NothingHere importing={workspace.data.runningJobs.some(({ kind }) => kind === 'import')} />;
  if (audit.data.audit === undefined) return <FirstAudit items={workspace.data.counts.items} running={audit.data.running} />;
  return <AuditFound workspace={workspace.data} told={audit.data} audit={audit.data.audit} share={share.data} rule={rule} onRule={onRule} />;
}
