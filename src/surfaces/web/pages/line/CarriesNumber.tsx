// How often a kind of work was carried in the last six weeks, openable: the carries themselves, asked for only then.
import type { ReactNode } from 'react';
import { addDays, type Day } from '../../../../domain/kernel/instant.ts';
import { hoursSaid } from '../../charts/attention/hours.ts';
import { useAsk } from '../../data/ask.ts';
import { counted, dayShort, timeWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import type { CharterRow } from './line-words.ts';

/** Days a pattern is looked for in. */
const WINDOW_DAYS = 42;

export function CarriesNumber({ row, asOf }: { readonly row: CharterRow; readonly asOf: Day }): ReactNode {
  return <NumberRef id={`carries-${row.kind}`} label={`${row.name}: carried ${counted(row.carries, 'time')}`} explain={<CarriesWhy row={row} asOf={asOf} />}>{row.carries}</NumberRef>;
}

function CarriesWhy({ row, asOf }: { readonly row: CharterRow; readonly asOf: Day }): ReactNode {
  const from = addDays(asOf, 1 - WINDOW_DAYS);
  const asked = useAsk('carry.list', { kind: row.kind, from, to: asOf, limit: 20 });
  return (
    <Answered asked={asked} words="Reading what was carried">
      {({ carries, total }) => (
        <WhyBody number={counted(row.carries, 'carry', 'carries')} of={`of ${row.name} in the last ${WINDOW_DAYS} days, ${hoursSaid(row.carriedMinutes)} together`}
          rows={{
            columns: [{ id: 'what', head: 'What', rowHead: true, cell: (one) => one.what }, { id: 'on', head: 'Day', noWrap: true, cell: (one) => dayShort(one.on) }, { id: 'minutes', head: 'Minutes', right: true, cell: (one) => one.minutes }],
            rows: carries, rowKey: (one) => one.id,
            after: <AppLink className="link link-small" href={`/line?kind=${row.kind}#carries`}>{total > carries.length ? `All ${total}` : 'In the list'}</AppLink>,
          }}
          leftOut="Carries before that, which no longer make a pattern." computed={`As written down by you. Read ${timeWords(new Date(asked.dataUpdatedAt).toISOString())}.`} />
      )}
    </Answered>
  );
}
