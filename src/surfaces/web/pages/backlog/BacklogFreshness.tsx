// Which export, read when, and to which day ages count; what keeps the lights on; and first of all, when the audit is older than its data.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { count, dayWords, timeWords } from '../../data/words.ts';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import type { AuditTold, LineageShare } from './backlog-words.ts';

export function BacklogFreshness({ audit, stale, share, goalSet }: { readonly audit: AuditTold; readonly stale: string | undefined; readonly share: LineageShare; readonly goalSet: boolean }): ReactNode {
  const sources = useAsk('source.list', {});
  return (
    <Freshness stale={stale}>
      <Read sources={sources.data?.sources ?? []} />
      {asOfWords(audit)}
      {goalSet && share.lightsOn > 0 && <> <OpNumber name="backlog.lights_on">{count(share.lightsOn)}</OpNumber> {share.lightsOn === 1 ? 'item keeps' : 'items keep'} the lights on and {share.lightsOn === 1 ? 'needs' : 'need'} no goal{share.lightsOnOver ? `; that is over the ${Math.round(share.lightsOnAllowance * 100)}% you allow` : ''}.</>}
      {goalSet && share.suggested > 0 && <> <OpNumber name="backlog.suggested">{count(share.suggested)}</OpNumber> more may lead there by {share.suggested === 1 ? 'its' : 'their'} wording.</>}
    </Freshness>
  );
}

function Read({ sources }: { readonly sources: readonly { readonly name: string; readonly lastImportAt?: string | undefined }[] }): ReactNode {
  const times = sources.flatMap(({ lastImportAt }) => lastImportAt ?? []).toSorted();
  const last = times.at(-1);
  if (last === undefined) return null;
  return sources.length === 1 ? <>Export of {sources[0]?.name}, read {timeWords(last)}. </> : <>{count(sources.length)} exports, the last read {timeWords(last)}. </>;
}

/** The day only where it is another than that of the audit itself; then with its reason. */
function asOfWords({ asOf, asOfReason, finishedAt }: AuditTold): string {
  return asOf === finishedAt.slice(0, 10) ? '' : `Ages count to ${dayWords(asOf)}. ${asOfReason.replace(/\d{4}-\d\d-\d\d/g, (day) => dayWords(day))}`;
}
