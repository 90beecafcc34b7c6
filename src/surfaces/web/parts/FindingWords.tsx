// The words of an item that caused a finding, marked: in its title, and in a piece of its text.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { Marked } from '../ui/Marked.tsx';

type Finding = OutputOf<'finding.list'>['findings'][number];

export function FindingWords({ finding, title }: { readonly finding: Pick<Finding, 'spans' | 'excerpt'>; readonly title: string }): ReactNode {
  return (
    <>
      <span><Marked text={title} spans={finding.spans.filter(({ field }) => field === 'title' || field === 'goal')} /></span>
      {finding.excerpt !== undefined && <span className="finding-excerpt"><Marked text={finding.excerpt.text} spans={finding.excerpt.spans} /></span>}
    </>
  );
}
