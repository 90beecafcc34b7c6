// A readout as a page shows it: the verdict first, its pictures, what is to be done now, then everything that stands behind it. Knows no
// page: what goes before, under the sentence and after the pictures is its caller's.
import type { ReactNode } from 'react';
import { numberLines, readLines, unreadLines } from '../../charts/outcome/readout-story.ts';
import { Section } from '../../ui/Section.tsx';
import { ReadoutChecks } from './ReadoutChecks.tsx';
import { OverTime, ReadoutFigures, type ReadoutFiguresProps } from './ReadoutFigures.tsx';
import { ReadoutLead } from './ReadoutLead.tsx';
import { restOf, type Readout } from './readout-words.ts';
import './readout.css';

export interface ReadoutViewProps extends ReadoutFiguresProps {
  /** Above the sentence: the way back. */
  readonly before?: ReactNode;
  /** Under the sentence. */
  readonly under?: ReactNode;
  /** After the pictures: the one thing to do now. */
  readonly next?: ReactNode;
  /** The outcome was shown a moment ago, by this press. */
  readonly fresh?: boolean | undefined;
  /** Between what is to be done and what stands behind it. */
  readonly children?: ReactNode;
}

export function ReadoutView({ readout, ship, promised, before, under, next, fresh, children }: ReadoutViewProps): ReactNode {
  return (
    <>
      <ReadoutLead readout={readout} before={before}>{under}</ReadoutLead>
      <ReadoutFigures readout={readout} ship={ship} promised={promised} fresh={fresh} />
      {next}
      {children}
      <ReadoutBehind readout={readout} captioned />
    </>
  );
}

/** What stands behind a readout, without its head: for a page that has said the finding already. `captioned`: its picture carries the caveat. */
export function ReadoutBehind({ readout, captioned = false }: { readonly readout: Readout; readonly captioned?: boolean }): ReactNode {
  const { report } = readout;
  const said = restOf(readout).filter((sentence) => !(captioned && report.picture?.case === 'before-after' && sentence.startsWith('Nothing here was randomised.')));
  const lines = [...numberLines(report), ...readLines(report)];
  const unread = unreadLines(report).map((line) => line.replace(/; --json .*$/, ''));
  return (
    <>
      <OverTime readout={readout} />
      {said.length > 0 && <Section finding="What goes with this number"><ul className="readout-list">{said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></Section>}
      <ReadoutChecks readout={readout} />
      <Section finding="The numbers, and what was read">
        <dl className="record readout-record">{lines.map(({ name, text }) => [<dt key={`${name}-t`}>{name}</dt>, <dd key={`${name}-d`}>{text}</dd>])}</dl>
        {unread.length > 0 && <ul className="readout-list">{unread.map((line, at) => <li key={at}>{line}</li>)}</ul>}
      </Section>
    </>
  );
}
