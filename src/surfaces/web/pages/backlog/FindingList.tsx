// Findings of one rule, each in words: what caused it is marked, the reason follows, and what can be answered is one key away.
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import type { RuleName } from '../../../../domain/backlog/finding.ts';
import { ask } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { DisputeDialog } from '../../parts/DisputeDialog.tsx';
import { FindingWhy } from '../../parts/FindingWhy.tsx';
import { FindingWords } from '../../parts/FindingWords.tsx';
import { itemAddress } from '../../parts/item-address.ts';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { rememberList, type ListPlace } from '../../parts/list-place.ts';
import { RowActions } from '../../parts/RowActions.tsx';
import { RULE_TITLES } from '../../parts/rule-titles.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { questionText } from './kept-places.ts';
import { useFindings, type ToldFinding } from './use-findings.ts';

export function FindingList({ rule, asOf, today, off }: { readonly rule: RuleName; readonly asOf: string; readonly today: string; readonly off: boolean }): ReactNode {
  const findings = useFindings(rule);
  const { rows } = findings;
  const [disputing, setDisputing] = useState<ToldFinding>();
  const [toSend, setToSend] = useState<string>();
  const router = useRouter();
  const place = (): ListPlace => ({ back: router.state.location.href, title: RULE_TITLES[rule].title, ids: rows.flatMap(({ item }) => item?.id ?? []) });
  const standing = (at: number): boolean => rows[at]?.state === 'standing';
  const withItem = (at: number): boolean => rows[at]?.item !== undefined;
  const answer = (finding: ToldFinding | undefined, verdict: 'right' | 'leave'): void => { if (finding) findings.answer(finding, { finding: finding.id, verdict }, verdict === 'right' ? 'right' : 'right, left alone for 90 days'); };
  const askReporter = (finding: ToldFinding | undefined): void => {
    if (finding?.item === undefined) return;
    const { item } = finding;
    void ask('finding.get', { finding: finding.id }).then(({ questions }) => {
      const text = questionText(item, questions);
      return navigator.clipboard.writeText(text).then(() => { toasts.show(`The question about ${item.key} is copied`); }, () => setToSend(text));
    }, () => setToSend(questionText(item, [])));
  };
  const open = (finding: ToldFinding | undefined): void => {
    if (finding?.item === undefined) return;
    rememberList(place());
    router.history.push(itemAddress(finding.item.id));
  };
  const keys = useRowKeys({ name: 'findings', group: 'This list', count: rows.length, actions: [
    { keys: 'a', title: 'Ask the reporter: copies a question', run: (at) => askReporter(rows[at]), when: withItem },
    { keys: 'd', title: 'Not so, because …', run: (at) => setDisputing(rows[at]), when: standing },
    { keys: 'r', title: 'Right', run: (at) => answer(rows[at], 'right'), when: standing },
    { keys: 'z', title: 'Right, but leave it for 90 days', run: (at) => answer(rows[at], 'leave'), when: standing },
    { keys: 'o', title: 'Open the item', run: (at) => open(rows[at]), when: withItem },
  ] });
  const { current } = keys;
  const { readMore, hasMore } = findings;
  useEffect(() => { if (hasMore && current >= rows.length - 3 && current > 0) readMore(); }, [current, rows.length, hasMore, readMore]);

  if (off && rows.length === 0 && !findings.loading) return <p className="muted quiet-tab">This rule is off. It can be switched on under Rules.</p>;
  if (findings.error !== null && rows.length === 0) return <AskError error={findings.error} kept="Nothing was changed." onRetry={findings.retry} />;
  if (findings.loading) return <Skeleton shape="rows" words="Reading findings" />;
  if (rows.length === 0) return <p className="muted quiet-tab">{RULE_TITLES[rule].none}</p>;
  return (
    <>
      {findings.problem !== undefined && <p className="field-error" role="alert">{findings.problem} The finding stands as it was.</p>}
      <Rows items={rows} itemKey={({ id }) => id} keys={keys} label={RULE_TITLES[rule].title} className="finding" rowLabel={({ item, why }) => `${item === undefined ? '' : `${item.key}, ${item.title}. `}${why}`}>
        {(finding, index) => (
          <Finding itemKey={finding.item === undefined ? 'Goal' : <ItemKey id={finding.item.id} itemKey={finding.item.key} list={place} />}
            title={<FindingWords finding={finding} title={finding.item?.title ?? finding.nextAction} />}
            reason={<>{finding.why} <FindingWhy finding={finding} asOf={asOf}>Why</FindingWhy><Answered finding={finding} /></>}
            actions={index === current ? <RowActions label="What to answer" actions={[
              ...(finding.item === undefined ? [] : [{ id: 'ask', word: 'ask the reporter', keys: 'a', run: () => askReporter(finding) }]),
              ...(finding.state === 'standing' ? [
                { id: 'right', word: 'right', keys: 'r', run: () => answer(finding, 'right') }, { id: 'leave', word: 'right, but leave it', keys: 'z', run: () => answer(finding, 'leave') },
                { id: 'dispute', word: 'not so, because …', keys: 'd', run: () => setDisputing(finding) },
              ] : []),
            ]} /> : undefined} />
        )}
      </Rows>
      {hasMore && <p className="row-foot"><Button kind="link" small onPress={readMore}>{counted(Math.max(0, (findings.total ?? 0) - rows.length), 'more', 'more')}</Button></p>}
      {disputing !== undefined && <DisputeDialog finding={disputing.id} today={today} onClose={() => setDisputing(undefined)} onAnswer={(input, words) => { setDisputing(undefined); findings.answer(disputing, input, words); }} />}
      {toSend !== undefined && <Dialog open onClose={() => setToSend(undefined)} title="The clipboard is closed to this page. Copy it from here."><textarea className="input" readOnly value={toSend} aria-label="The question" rows={8} /></Dialog>}
    </>
  );
}

/** What was answered, in its place; the finding stays. */
function Answered({ finding: { state, dispute } }: { readonly finding: ToldFinding }): ReactNode {
  if (dispute === undefined || state === 'standing') return null;
  const on = dayShort(dispute.at);
  if (dispute.verdict === 'right') return <span className="disputed"> <b>Right, you said {on}.</b></span>;
  if (dispute.verdict === 'leave') return <span className="disputed"> <b>Right, left alone{dispute.until === undefined ? '' : ` until ${dayShort(dispute.until)}`}.</b></span>;
  return <span className="disputed"> <b>Disputed {on}:</b> “{[dispute.label, dispute.words].filter(Boolean).join(' ')}” Not raised again.</span>;
}
