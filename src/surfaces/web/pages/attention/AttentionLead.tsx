// The head of the page: the finding, then which days, who can see it, when the calendars were read, what left a trace and what did not.
import type { ReactNode } from 'react';
import { hoursShort } from '../../charts/attention/hours.ts';
import { timeWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useAttention } from './attention-context.ts';
import { daysWords } from './attention-days.ts';
import { leadSaid } from './attention-words.ts';
import { AttentionNumber, AttentionSaid } from './AttentionNumber.tsx';
import { missingWords, readWords } from './freshness-words.ts';

export function AttentionLead(): ReactNode {
  const { week, line, chosen } = useAttention();
  const { accountedMinutes, unaccountedMinutes, capacityMinutes } = week;
  const read = readWords(week.calendars, timeWords);
  const { stale, old, notes } = missingWords(week.missing);
  return (
    <Lead>
      <div className={old ? 'stale-figures' : undefined}><Sentence><AttentionSaid said={leadSaid(week, line, chosen)} /></Sentence></div>
      <Freshness stale={stale === undefined ? undefined : <>{stale} <AppLink className="link link-small" href="/calendars">Look at the calendars</AppLink></>}>
        {daysWords(chosen)}. Only you can see this page. {read !== '' && <><AppLink href="/calendars">{read}</AppLink>{' '}</>}<AttentionNumber opens="accounted">{hoursShort(accountedMinutes)}</AttentionNumber> {hoursShort(accountedMinutes) === '1' ? 'hour' : 'hours'} left a trace; <AttentionNumber opens="unaccounted">{hoursShort(unaccountedMinutes)}</AttentionNumber> of {hoursShort(capacityMinutes)} working hours did not and are not spread.
      </Freshness>
      {notes.length > 0 && <ul className="att-missing">{notes.map(({ code, says, mend }) => <li key={code}>{says}{mend !== undefined && <> <AppLink className="link link-small" href={mend.href}>{mend.words}</AppLink></>}</li>)}</ul>}
    </Lead>
  );
}
