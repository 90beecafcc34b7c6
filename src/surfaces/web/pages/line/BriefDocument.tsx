// The brief as one A4 page: sentence, headed paragraphs of records only, each with its grade and day, what is not claimed, and the line for
// the one who takes it over. What it looks like here is what it prints.
import type { ReactNode } from 'react';
import { dayWords } from '../../data/words.ts';
import { briefDensity, type Brief } from './brief-text.ts';
import type { HandOff } from './line-words.ts';

const GRADES: Readonly<Record<Brief['sections'][number]['grade'], string>> = { Measured: 'Measured', Estimated: 'Estimated', Declared: 'As written down', Missing: 'Not known yet' };
const STATES: Readonly<Record<Brief['state'], string>> = { draft: 'A look ahead; nothing is made yet', open: 'Waits for its back-brief', acknowledged: 'Acknowledged', came_back: 'It came back', closed: 'Closed' };

export function BriefDocument({ brief, followUp }: { readonly brief: Brief; readonly followUp: HandOff['followUp'] | undefined }): ReactNode {
  return (
    <article className="brief" aria-label={brief.title} data-density={briefDensity(brief)}>
      <header className="brief-head"><span>{brief.title}</span><span>{dayWords(brief.madeOn)}</span></header>
      <h1>{brief.sentence}</h1>
      <p className="brief-state">{STATES[brief.state]}.{followUp !== undefined && brief.state !== 'open' && ` ${followUp.says}`}</p>
      {brief.sections.map((section) => (
        <section key={section.id} className="brief-section" aria-labelledby={`brief-${section.id}`}>
          <div className="brief-section-head"><h2 id={`brief-${section.id}`}>{section.heading}</h2><span className="brief-grade">{GRADES[section.grade]}, {dayWords(section.asOf)}</span></div>
          {section.paragraphs.map((words, at) => <p key={at}>{words}</p>)}
        </section>
      ))}
      <footer className="brief-foot">
        {brief.acknowledgement === undefined
          ? <><p>Taken over by, on, and in own words what is taken over:</p><div className="brief-lines" aria-hidden="true"><i /><i /><i /></div></>
          : <><p>Taken over by {brief.acknowledgement.by} on {dayWords(brief.acknowledgement.on)}, in own words:</p><blockquote>{brief.acknowledgement.backBrief}</blockquote></>}
        <p className="brief-not">Not claimed: {brief.notClaimed.map((one) => one.replace(/^T/, 't').replace(/\.$/, '')).join('; ')}.</p>
      </footer>
    </article>
  );
}
