// The sentence an answer opens with, where the operation deserves its own words. Everything else gets a plain count or "Done."
import type { OperationName, OutputOf } from '../../contract/index.ts';
import { counted, numberText, shown } from './words.ts';

type Sentences = { readonly [N in OperationName]?: (value: OutputOf<N>) => string };

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const SENTENCES: Sentences = {
  'workspace.get': (w) => `${w.name}${w.sample ? ' is the sample company' : ''}: ${counted(w.counts.items, 'item')} mirrored, ${numberText(w.counts.open)} open. ${w.activeGoal ? `The goal: ${w.activeGoal.statement}` : 'No goal is active yet.'}`,
  'workspace.rename': (w) => `The workspace is named ${w.name}, its product ${w.product}; today is decided in ${w.timeZone}.`,
  'sample.load': (s) => `The sample company is here: ${counted(s.items, 'item')} with ${counted(s.comments, 'comment')}.`,
  'sample.discard': (s) => `The sample company is gone, and its ${counted(s.items, 'item')} with it. The workspace is empty.`,
  'source.remove': (s) => `Removed, with ${counted(s.removedItems, 'item')}.`,
  'goal.get': (g) => (g.goal ? `${g.goal.key} (${g.goal.state}): ${g.goal.statement}` : 'No goal is written down yet.'),
  'goal.tree': (t) => `${t.goal ? `${t.goal.key}: ${t.goal.statement}. ` : 'No goal is active. '}${numberText(t.linked)} of ${counted(t.open, 'open item')} lead to it; ${numberText(t.unexplained)} have no path yet.`,
  'lineage.share': (s) => `${numberText(s.linked)} of ${counted(s.open, 'open item')} lead to the goal; ${numberText(s.unexplained)} have no path yet. Not bad: unexplained.`,
  'item.get': (i) => `${i.item.key}: ${i.item.title}`,
  'item.link': (l) => `${counted(l.linked, 'item')} linked${l.already > 0 ? `; ${numberText(l.already)} were already` : ''}.`,
  'item.unlink': (l) => `${counted(l.unlinked, 'item')} unlinked.`,
  'audit.get': (a) => (a.audit ? `As of ${a.audit.asOf}: ${counted(a.audit.read.open, 'open item')}, ${numberText(a.audit.flagged)} with a finding. ${a.audit.asOfReason}` : 'No audit has run yet.'),
  'finding.get': (f) => f.finding.why,
  'finding.dispute': (f) => `Noted. ${f.agreement}${f.ruleOff ? ' The rule is now off by default.' : ''}`,
  'cull.next': (c) => (c.remaining === 0 ? 'Nothing waits for a decision.' : `${counted(c.remaining, 'item')} wait for a decision: aged out, out of date, or said twice; ${numberText(c.batch.length)} here.`),
  'cull.undo': (c) => `${counted(c.undone, 'decision')} taken back.`,
  'number.explain': (n) => n.sentence,
  'import.get': (i) => importSentence(i.import),
  'import.cancel': (i) => importSentence(i.import),
  'import.start': (i) => importSentence(i.import),
  'import.resume': (i) => importSentence(i.import),
  'export.create': (e) => `${counted(e.archive.items, 'item')} and everything around them are in ${e.archive.fileName}.`,
};

/** Undefined where the operation has no words of its own. */
export function sentenceOf(name: string, value: unknown): string | undefined {
  const make = SENTENCES[name as OperationName] as ((value: unknown) => string) | undefined;
  return make?.(value);
}

/** What an import did so far, or in the end. */
export function importSentence(record: OutputOf<'import.get'>['import']): string {
  const did = `${counted(record.read, 'item')} read: ${numberText(record.created)} created, ${numberText(record.updated)} updated, ${numberText(record.unchanged)} unchanged; ${counted(record.newComments, 'new comment')} of ${numberText(record.comments)}`;
  const rest = [
    record.pullRequestsSkipped > 0 ? `${counted(record.pullRequestsSkipped, 'pull request')} left out` : '',
    record.unread > 0 ? `${counted(record.unread, 'row')} could not be read` : '',
  ].filter(Boolean).map((part) => `; ${part}`).join('');
  switch (record.state) {
    case 'done': return `${did}${rest}.`;
    case 'cancelled': return `Stopped. ${did}${rest}. What was read stays.`;
    case 'interrupted': return `Interrupted. ${did}${rest}. Go on with import resume.`;
    case 'failed': return record.refusal ? record.refusal.sentence : `The import broke off. ${did}${rest}.`;
    default: return `Under way${record.progress?.share === undefined ? '' : `, ${percent(record.progress.share)}`}: ${shown(record.read)} read so far.`;
  }
}
