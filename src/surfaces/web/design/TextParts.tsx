// Foreign text of the design page: the same report in two markups, and a text with no end.
import type { ReactNode } from 'react';
import { Section } from '../ui/Section.tsx';
import { UntrustedText } from '../ui/UntrustedText.tsx';
import { SAMPLE_MARKDOWN, SAMPLE_WIKI } from './sample.ts';

export function TextParts(): ReactNode {
  return (
    <Section wide finding="Words from a tracker are shown, never run">
      <div className="two">
        <div><h3>Markdown</h3><UntrustedText text={SAMPLE_MARKDOWN} /></div>
        <div><h3>Jira wiki markup</h3><UntrustedText text={SAMPLE_WIKI} format="jira" /></div>
      </div>
      <h3 style={{ marginTop: 24 }}>A long word and a long text</h3>
      <UntrustedText format="plain" text={`${'averylongwordwithoutanyspace'.repeat(12)}\n${'The log goes on. '.repeat(220)}`} />
    </Section>
  );
}
