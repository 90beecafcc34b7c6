// The one thing to do now on the Backlog, and at most one quiet other. Order: run a stale audit again, close what aged out, take the plan
// to the tracker, read the largest finding.
import type { ReactNode } from 'react';
import type { RuleName } from '../../../../domain/backlog/finding.ts';
import { useRouter } from '@tanstack/react-router';
import { errorWords, useDo } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { RULE_ORDER, RULE_TITLES } from '../../parts/rule-titles.ts';
import { Button } from '../../ui/Button.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import type { AuditTold } from './backlog-words.ts';
import type { Cull } from './use-cull.ts';

export interface BacklogNextProps {
  readonly cull: Cull;
  readonly audit: AuditTold;
  readonly stale: string | undefined;
  readonly running: boolean;
  readonly goalSet: boolean;
  readonly shown: RuleName;
  readonly onPreview: () => void;
  readonly onRule: (rule: RuleName) => void;
}

export function BacklogNext({ cull, audit, stale, running, goalSet, shown, onPreview, onRule }: BacklogNextProps): ReactNode {
  const router = useRouter();
  const run = useDo('audit.run');
  const go = (href: string) => (): void => router.history.push(href);
  const chosen = cull.chosen.length;
  const remaining = cull.counts?.remaining ?? 0;
  const closing = cull.counts?.closing ?? 0;
  const toPlan = closing > 0 ? <Button kind="link" href="/backlog/plan" onPress={go('/backlog/plan')}>Export the plan of {counted(closing, 'item')}</Button> : undefined;
  if (stale !== undefined && !running) {
    return <NextAction proposal="Audit again" action={<Button kind="primary" busy={run.isPending} onPress={() => run.mutate({})}>Audit again</Button>} alternative={chosen > 0 ? <Button kind="link" command="cull.preview" onPress={onPreview}>Preview {counted(chosen, 'change')}</Button> : toPlan}>
      so that the figures speak of what is here now. Answers you gave stay.{run.isError && ` ${errorWords(run.error)}`}
    </NextAction>;
  }
  const waiting = cull.batch?.entries.filter(({ answer }) => answer === undefined).length ?? 0;
  if (chosen === 0 && cull.batch !== undefined && cull.batch.entries.length > 0 && remaining > waiting) {
    return <NextAction proposal={`Take the next ${Math.min(20, remaining)} of ${count(remaining)}`} action={<Button kind="primary" onPress={() => { cull.takeNext(); onRule('dinosaur'); }}>Take the next batch</Button>} alternative={toPlan}>{waiting === 0 ? 'This batch is decided.' : `What you took out of this one comes back with it.`} Smaller batches are kinder to the people who asked.</NextAction>;
  }
  if (chosen > 0) {
    return (
      <NextAction proposal={chosen === remaining ? `Close ${counted(chosen, 'item')}` : `Close the first ${count(chosen)} of ${count(remaining)}`} alternative={toPlan}
        action={<Button kind="primary" command="cull.preview" onPress={onPreview}>Preview {counted(chosen, 'change')}</Button>}>
        with the label <i>aged-out</i> and a thank-you to each reporter. You see the exact changes first; undo for 30 days.
      </NextAction>
    );
  }
  if (closing > 0) return <NextAction proposal={`Take the plan of ${counted(closing, 'item')} to your tracker`} action={<Button kind="primary" href="/backlog/plan" onPress={go('/backlog/plan')}>Export the plan</Button>}>as a file it can read. Nothing is written there by itself.</NextAction>;
  if (!goalSet) return <NextAction proposal="Set the one goal" action={<Button kind="primary" href="/goal" onPress={go('/goal')}>Set the goal</Button>}>so that the backlog can be read against it.</NextAction>;
  const largest = RULE_ORDER.map((rule) => ({ rule, found: audit.byRule.find((one) => one.rule === rule)?.count ?? 0 })).filter(({ rule, found }) => found > 0 && rule !== 'dinosaur').toSorted((a, b) => b.found - a.found)[0];
  if (largest === undefined || largest.rule === shown) return null;
  return <NextAction proposal={`Read the ${count(largest.found)} under “${RULE_TITLES[largest.rule].title}”`} action={<Button kind="primary" onPress={() => onRule(largest.rule)}>Read them</Button>}>They are the largest group that asks for an answer.</NextAction>;
}
