// Where the weeks went: one sentence, the strip of weeks, what to do next, each kind against its line, the split, questions, signals.
// Reads one answer for all of it; everything on it is its reader's alone.
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { kindNamed, type Kind } from '../../../../domain/attention/kinds.ts';
import { startOfDay, type Day } from '../../../../domain/kernel/instant.ts';
import { weekStart } from '../../../../domain/kernel/calendar.ts';
import { useAsk } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Note } from '../../ui/Note.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWhy } from '../../ui/why-context.ts';
import { AttentionContext, type Attention } from './attention-context.ts';
import { chosenDays, stripEnd, type ChosenDays } from './attention-days.ts';
import { lineByKind, usualKinds, type AttentionWeek, type EventRow, type Line } from './attention-words.ts';
import { AttentionEmpty } from './AttentionEmpty.tsx';
import { AttentionLead } from './AttentionLead.tsx';
import { CalendarBringing, DropAnywhere } from './CalendarBringing.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { DefendDialog } from './DefendDialog.tsx';
import { EventPanel } from './EventPanel.tsx';
import { readWords } from './freshness-words.ts';
import { KindsAgainstLine } from './KindsAgainstLine.tsx';
import { LineNext } from './LineNext.tsx';
import { Questions } from './Questions.tsx';
import { Signals } from './Signals.tsx';
import { SplitFigure } from './SplitFigure.tsx';
import { Taught } from './Taught.tsx';
import { useCalendarFiles, type CalendarFiles } from './use-calendar-files.ts';
import { WeeksFigure } from './WeeksFigure.tsx';
import '../../parts/parts.css';
import './attention.css';

/** Weeks asked for beside the chosen days: eight whole ones say what is usual, and this one; the strip shows the last eight. */
const [BESIDE, STRIP] = [9, 8];

interface Search { readonly week: Day | undefined; readonly kind: string | undefined }
const dayIn = (value: unknown): Day | undefined => (typeof value === 'string' && startOfDay(value) !== undefined ? value : undefined);
const read = (raw: RawSearch): Search => ({ week: dayIn(raw['week']), kind: typeof raw['kind'] === 'string' && kindNamed(raw['kind']) !== undefined ? raw['kind'] : undefined });

export function AttentionPage(): ReactNode {
  const place = useAsk('workspace.get', {});
  const files = useCalendarFiles();
  const { bring } = files;
  const onFiles = useCallback((dropped: readonly File[]) => bring(dropped), [bring]);
  return (
    <>
      <Answered asked={place} shape="page" words="Reading your calendars" kept="Your calendars and what you said are as they were.">
        {({ today }) => <Days today={today} files={files} />}
      </Answered>
      <DropAnywhere onFiles={onFiles} />
    </>
  );
}

function Days({ today, files }: { readonly today: Day; readonly files: CalendarFiles }): ReactNode {
  const [{ week, kind }, setSearch] = usePageSearch(read);
  const why = useWhy();
  // Another page may lead here for one kind: its hours are then open.
  useEffect(() => {
    if (kind === undefined) return;
    setSearch({ kind: undefined });
    why.open(`kind-${kind}`);
  }, [kind, setSearch, why]);
  const chosen = useMemo(() => chosenDays(today, week), [today, week]);
  const end = stripEnd(today, chosen);
  const asked = useAsk('attention.week', { from: chosen.from, to: chosen.to, weeks: BESIDE }, { keep: true });
  const strip = useAsk('attention.week', { from: weekStart(end), to: end, weeks: BESIDE }, { when: end !== chosen.to, keep: true });
  const line = useAsk('line.get', {}, { keep: true });
  return (
    <Answered asked={asked} shape="page" words="Reading your calendars" kept="Your calendars and what you said are as they were.">
      {(answer) => {
        const nothing = answer.calendars.length === 0 && answer.entries === 0 && answer.activity === 0 && answer.accountedMinutes === 0 && answer.weeks.every(({ known }) => !known);
        if (nothing) return <AttentionEmpty files={files} />;
        // The sentence and the next step depend on the line; neither is said before it is known.
        if (line.isPending) return <Skeleton shape="page" words="Reading the line" />;
        return <Shown answer={answer} strip={(end === chosen.to ? answer : strip.data ?? answer).weeks.slice(-STRIP)} line={line.data} chosen={chosen} today={today} readAt={asked.dataUpdatedAt} files={files} onWeek={(next) => setSearch({ week: next }, { push: true })} />;
      }}
    </Answered>
  );
}

interface ShownProps {
  readonly answer: AttentionWeek;
  readonly strip: AttentionWeek['weeks'];
  readonly line: Line | undefined;
  readonly chosen: ChosenDays;
  readonly today: Day;
  readonly readAt: number;
  readonly files: CalendarFiles;
  readonly onWeek: (week: Day | undefined) => void;
}

function Shown({ answer, strip, line, chosen, today, readAt, files, onWeek }: ShownProps): ReactNode {
  const navigate = useNavigate();
  const [correcting, setCorrecting] = useState<{ readonly event: EventRow; readonly kind?: Kind | undefined }>();
  const [defending, setDefending] = useState<EventRow>();
  const questions = useRef<HTMLDivElement>(null);
  const toQuestions = (): void => {
    questions.current?.scrollIntoView({ block: 'start' });
    (questions.current?.querySelector<HTMLElement>('[data-row-index]') ?? questions.current)?.focus({ preventScroll: true });
  };
  useCommands([
    { id: 'attention.calendars', title: 'Calendars: add, connect, working hours', group: 'Attention', run: () => void navigate({ to: '/calendars' }) },
    { id: 'attention.questions', title: 'Answer the questions of this week', group: 'Attention', when: () => answer.questions > 0, run: toQuestions },
  ]);
  const attention = useMemo<Attention>(() => ({
    week: answer, line: lineByKind(line), chosen, computed: `${timeWords(new Date(readAt).toISOString())}. ${readWords(answer.calendars, timeWords)}`,
    correct: (event, kind) => setCorrecting({ event, kind }), defend: setDefending,
  }), [answer, line, chosen, readAt]);
  return (
    <AttentionContext value={attention}>
      <AttentionLead />
      <CalendarBringing files={files} />
      <WeeksFigure weeks={strip} today={today} onWeek={onWeek} />
      <LineNext line={line} questions={answer.questions} onQuestions={toQuestions} />
      <KindsAgainstLine />
      <SplitFigure />
      <Questions place={questions} />
      <Signals />
      <Taught />
      <MarginNote week={answer} />
      <EventPanel />
      {correcting !== undefined && <CorrectDialog key={`${correcting.event.event}${correcting.kind ?? ''}`} event={correcting.event} kind={correcting.kind} usual={usualKinds(answer)} onClose={() => setCorrecting(undefined)} />}
      {defending !== undefined && <DefendDialog event={defending} onClose={() => setDefending(undefined)} />}
    </AttentionContext>
  );
}

function MarginNote({ week }: { readonly week: AttentionWeek }): ReactNode {
  return (
    <Note title="How good the guesses are" rows="1 / span 3">
      <p>{week.accuracy.says}{week.accuracy.says.endsWith('.') ? '' : '.'}</p>
      {week.accountedMinutes >= 0.5 && week.context.length > 0 && (
        <>
          <h3>What others said of their weeks</h3>
          <ul className="att-context">{week.context.map(({ says, source, year, respondents }) => <li key={says}>{says}: {source}, {year}, {respondents} answers</li>)}</ul>
          <p>Told to surveys of vendors by those who answered. Context, not a target.</p>
        </>
      )}
    </Note>
  );
}
