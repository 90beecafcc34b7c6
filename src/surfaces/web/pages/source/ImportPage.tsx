// One import's report: what was read, new, changed, the same, left out, and every value that could not be read with its place and reason.
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { RefusedError, useAsk, useDo } from '../../data/ask.ts';
import { bytesWords, count, counted, timeWords } from '../../data/words.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { fileWords, isGoing, kindWords, mayResume, type ImportRecord } from './source-words.ts';
import { UnreadList } from './UnreadList.tsx';
import { useEnded } from './use-ended.ts';
import '../../parts/parts.css';
import './source.css';

export function ImportPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const first = useAsk('import.get', { import: id });
  const asked = useAsk('import.get', { import: id }, { everyMs: first.data !== undefined && isGoing(first.data.import.state) ? 1_000 : false });
  useEnded(asked.data && isGoing(asked.data.import.state));
  if (asked.error instanceof RefusedError && asked.error.code === 'not_found') return <NotFound sentence="There is no such import here."><AppLink href="/sources">Sources</AppLink></NotFound>;
  return <Answered asked={asked} shape="page" words="Reading the report" kept="What was imported is kept.">{({ import: record }) => <Report record={record} />}</Answered>;
}

function Report({ record }: { readonly record: ImportRecord }): ReactNode {
  return (
    <>
      <Lead>
        <p className="way-back"><AppLink className="link link-small" href="/sources">Sources</AppLink></p>
        <Said record={record} />
        <Freshness>{kindWords(record.kind)}. Begun {timeWords(record.startedAt)}{record.finishedAt !== undefined && <>, ended {timeWords(record.finishedAt)}</>}.</Freshness>
      </Lead>
      {isGoing(record.state) && <div className="desk"><ImportProgress record={record} /></div>}
      <Next record={record} />
      <Section finding="What was read">
        <dl className="record">
          {figures(record).map(([name, figure]) => [<dt key={`${name}-t`}>{name}</dt>, <dd key={`${name}-d`} className="tabular">{figure}</dd>])}
        </dl>
      </Section>
      {record.unread > 0 && <UnreadList record={record} />}
      <Section finding={record.files.length === 1 ? 'The file' : 'The files'}>
        <ul className="plain-rows files">{record.files.map((file) => <li key={`${file.name}${file.sha256 ?? ''}`}><span>{file.name}</span><span className="row-meta">{bytesWords(file.bytes)}</span>{file.sha256 !== undefined && <span className="hash" title="SHA-256 of its bytes">{file.sha256}</span>}</li>)}</ul>
      </Section>
    </>
  );
}

const NAME = { read: 'import.read', created: 'import.created', updated: 'import.updated', unchanged: 'import.unchanged', unread: 'import.unread' } as const;

function Figure({ record, of, children }: { readonly record: ImportRecord; readonly of: keyof typeof NAME; readonly children?: ReactNode }): ReactNode {
  return <OpNumber name={NAME[of]} of={record.id}>{children ?? count(record[of])}</OpNumber>;
}

/** A figure of the import that has no rows of its own here: what it counts, and by which rule. */
function Counted({ record, id, of, rule, children }: { readonly record: ImportRecord; readonly id: string; readonly of: string; readonly rule: string; readonly children: number }): ReactNode {
  return <NumberRef id={id} explain={<WhyBody number={count(children)} of={of} formula={<p className="formula">{rule}</p>} computed={<>{timeWords(record.finishedAt ?? record.startedAt)}, while {fileWords(record.files)} {record.files.length > 1 ? 'were' : 'was'} read.</>} />}>{count(children)}</NumberRef>;
}

function Said({ record }: { readonly record: ImportRecord }): ReactNode {
  const files = fileWords(record.files);
  const counts = <><Figure record={record} of="created" /> new, <Figure record={record} of="updated" /> changed, <Figure record={record} of="unchanged" /> as they were</>;
  const unread = record.unread === 0 ? null : <> <Figure record={record} of="unread" /> {record.unread === 1 ? 'value' : 'values'} could not be read.</>;
  switch (record.state) {
    case 'waiting': return <Sentence>{files} {record.files.length > 1 ? 'wait for their' : 'waits for its'} turn.</Sentence>;
    case 'running': return <Sentence>{files} {record.files.length > 1 ? 'are' : 'is'} being read: {counted(record.read, 'item')} so far.</Sentence>;
    case 'failed': return <Sentence lede={record.read > 0 ? <>What was read until then is kept: {counts}.</> : 'Nothing was changed.'}>{record.refusal?.sentence ?? `${files} could not be read to its end.`}</Sentence>;
    case 'cancelled': return <Sentence>Stopped after <Figure record={record} of="read" /> items of {files}: {counts}.{unread}</Sentence>;
    case 'interrupted': return <Sentence>The reading of {files} was cut off after <Figure record={record} of="read" /> items: {counts}.{unread}</Sentence>;
    case 'done':
      if (record.kind === 'archive') return <Sentence>{files} is back with everything that was in it: <Figure record={record} of="read" /> items.</Sentence>;
      return record.read === 0 && record.refusal === undefined
        ? <Sentence>{files} held no item.{unread}</Sentence>
        : <Sentence><Figure record={record} of="read" /> items from {files}: {counts}.{unread}</Sentence>;
  }
}

function figures(record: ImportRecord): (readonly [string, ReactNode])[] {
  return [
    ['Items read', <Figure key="r" record={record} of="read" />], ['New', <Figure key="c" record={record} of="created" />], ['Changed', <Figure key="u" record={record} of="updated" />], ['As they were', <Figure key="s" record={record} of="unchanged" />],
    ['Comments', <Counted key="m" record={record} id="comments" of="comments that belong to items that were read" rule={`${count(record.newComments)} of them were not here before; a comment is known by its author, time and words, so none doubles.`}>{record.comments}</Counted>],
    ['Pull requests', <Counted key="p" record={record} id="pulls" of="pull requests, counted and left out" rule="A pull request is work on code, not a wish in the backlog.">{record.pullRequestsSkipped}</Counted>],
    ['Left out', <Counted key="o" record={record} id="left-out" of="other records, counted and left out" rule="Comments on pull requests, blank rows, and records of labels, milestones, projects and archived cards.">{record.skipped}</Counted>],
    ['Not read', <Figure key="n" record={record} of="unread" />],
  ];
}

function Next({ record }: { readonly record: ImportRecord }): ReactNode {
  const resume = useDo('import.resume', {});
  useCommands([{ id: 'import.resume', title: 'Go on with the import', group: 'Import', keys: 'Enter', priority: -1, when: () => mayResume(record.state), run: () => resume.mutate({ import: record.id }) }]);
  if (record.state === 'done' && record.read > 0) return <NextAction proposal="Look at what it says." action={<AppLink className="button button-primary" href="/backlog">Open the backlog</AppLink>}>{record.created + record.updated === 0 ? 'Nothing changed since the import before.' : 'The audit runs by itself after an import; its findings are in Backlog in a moment.'}</NextAction>;
  if (!mayResume(record.state)) return null;
  return (
    <>
      <NextAction proposal={record.state === 'failed' ? 'Mend the file and drop it again, or try once more.' : 'Go on where it stopped.'} action={<Button kind="primary" command="import.resume" busy={resume.isPending} onPress={() => resume.mutate({ import: record.id })}>{record.state === 'failed' ? 'Try once more' : 'Go on'}</Button>}>Nothing that was read is doubled.</NextAction>
      {resume.error !== null && <AskError error={resume.error} kept="What was read so far is kept." />}
    </>
  );
}
