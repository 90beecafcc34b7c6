// A person's own record: what was said and what came of it, cut to what the number of bets can carry; what has been seen through to its
// consequence; and what it taught. Shown to nobody else.
import type { ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { useAsk } from '../../data/ask.ts';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Select } from '../../ui/Select.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { CalibrationParts } from './CalibrationParts.tsx';
import { ClockParts } from './ClockParts.tsx';
import { HitRateWhy } from './HitRateWhy.tsx';
import { LessonSearch } from './LessonSearch.tsx';
import { NoRecord } from './NoRecord.tsx';
import { SettledFigure } from './SettledFigure.tsx';
import { nextOpens, type Record } from './mastery-words.ts';
import '../../parts/parts.css';
import '../review/review.css';
import './mastery.css';

const GRADES = [
  { id: '', name: 'Every outcome' }, { id: 'A', name: 'Randomised only (A)' }, { id: 'B', name: 'Compared with others (A, B)' }, { id: 'C', name: 'At least with controls (A to C)' },
] as const;
type Grade = 'A' | 'B' | 'C';

interface Search { readonly grade: Grade | undefined; readonly words: string }

const read = (raw: RawSearch): Search => ({ grade: GRADES.map(({ id }) => id).find((id): id is Grade => id !== '' && id === raw['grade']), words: typeof raw['words'] === 'string' ? raw['words'] : '' });

export function MasteryPage(): ReactNode {
  const [{ grade, words }, setSearch] = usePageSearch(read);
  const asked = useAsk('calibration.get', grade === undefined ? {} : { grade }, { keep: true });
  const bets = useAsk('bet.list', { state: 'all' });
  return (
    <Answered asked={asked} shape="page" words="Reading your record">
      {(record) => (
        <Answered asked={bets} shape="page" words="Reading the bets">
          {({ bets: all }) => {
            const shipped = all.some((bet) => bet.ship !== undefined);
            if (!shipped && record.list.length === 0) return <NoRecord />;
            return (
              <>
                <RecordLead record={record} grade={grade} onGrade={(chosen) => setSearch({ grade: chosen })} filtered={grade !== undefined} />
                <CalibrationParts record={record} />
                <SettledFigure bets={all} />
                <ClockParts bets={all} />
                <LessonSearch words={words} onWords={(typed) => setSearch({ words: typed })} />
              </>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

function RecordLead({ record, grade, onGrade, filtered }: { readonly record: Record; readonly grade: Grade | undefined; readonly onGrade: (grade: Grade | undefined) => void; readonly filtered: boolean }): ReactNode {
  const [finding, rest] = split(record.sentence);
  const opens = nextOpens(record.n);
  return (
    <Lead>
      <Sentence lede={[rest, opens].filter(Boolean).join(' ')}><HitRate record={record} finding={finding} /></Sentence>
      <Freshness>Your record is yours alone; nobody else is shown it.{filtered && ' Only outcomes of the grade you chose count here.'}</Freshness>
      {(record.list.length > 0 || filtered) && <div className="mastery-grade"><Select label="Which evidence counts" choices={GRADES} value={grade ?? ''} onChange={(id) => onGrade(id === '' ? undefined : id as Grade)} /></div>}
    </Lead>
  );
}

function split(sentence: string): readonly [string, string] {
  const first = /^.*?\.(?=\s|$)/s.exec(sentence)?.[0] ?? sentence;
  return [first, sentence.slice(first.length).trim()];
}

/** The range in the sentence opens into the bets behind it. */
function HitRate({ record, finding }: { readonly record: Record; readonly finding: string }): ReactNode {
  const range = record.hitRate === undefined ? null : /\d+% and \d+%/.exec(finding);
  if (range === null) return finding;
  return <>{finding.slice(0, range.index)}<NumberRef id="hit-rate" explain={<HitRateWhy record={record} />}>{range[0]}</NumberRef>{finding.slice(range.index + range[0].length)}</>;
}
