// The Backlog's picture: open items by days untouched over how often items that old were finished, with its table and its caveat.
import type { ReactNode } from 'react';
import { Figure, type FigurePoint } from '../../charts/Figure.tsx';
import { columnName, UnitChart, unitOf, type UnitColumn } from '../../charts/UnitChart.tsx';
import { UnitLegend } from '../../charts/UnitLegend.tsx';
import { count } from '../../data/words.ts';
import { Explained } from '../../parts/Explained.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { agePicture, estimateWords, formsOf, pictureSummary, pictureTitle } from './age-picture.ts';
import type { AuditTold } from './backlog-words.ts';

export function AgeFigure({ audit, goalSet }: { readonly audit: AuditTold; readonly goalSet: boolean }): ReactNode {
  const data = agePicture(audit);
  const forms = formsOf(data, goalSet);
  const speaks = data.columns.some(({ estimate }) => estimate !== undefined);
  const silent = audit.cannotTell.find(({ what }) => what === 'dinosaur');
  const summary = pictureSummary(data);
  return (
    <>
      <Figure<UnitColumn> id="age" title={pictureTitle(data)} summary={summary} points={pointsOf(audit, data.columns)}
        renderUnit={(frame) => <UnitLegend unit={unitOf(data, frame)} forms={forms} />}
        caption={speaks
          ? <>Read from <OpNumber name="read.items">{count(audit.read.items)}</OpNumber> items, open ones included. Flagged only when the whole 90% range is under 10% and at least 30 items stood at that age. It says how often such items were finished, not what they are worth.</>
          : <>Read from <OpNumber name="read.items">{count(audit.read.items)}</OpNumber> items. It says how long items have waited, not what they are worth.</>}
        table={{ rows: data.columns, rowKey: ({ id }) => id, columns: [
          { id: 'age', head: 'Days untouched', rowHead: true, cell: ({ label }) => label },
          ...forms.map(({ form, name }) => ({ id: form, head: name, right: true, cell: ({ counts }: UnitColumn) => count(counts[form] ?? 0) })),
          { id: 'share', head: 'Finished within a year', right: true, cell: estimateWords },
        ] }}>
        {(frame) => <UnitChart data={data} frame={frame} label={summary} />}
      </Figure>
      {!speaks && silent !== undefined && <div className="wide figure-cannot"><CannotTell what="how often items like these are finished" because={bare(silent.reason)} settledBy={bare(silent.settledBy).replace(/\.$/, '')} /></div>}
    </>
  );
}

const bare = (sentence: string): string => sentence.replace(/^(?:Cannot tell[^.]*\.|Settled by:)\s*/, '');

function pointsOf(audit: AuditTold, columns: readonly UnitColumn[]): FigurePoint[] {
  return columns.flatMap((column): FigurePoint[] => {
    const bucket = audit.buckets.find(({ from }) => String(from) === column.id);
    return [
      { id: `column-${column.id}`, name: columnName(column), explain: <Explained name="bucket" of={`${bucket?.from ?? 0}-${bucket?.to ?? ''}:all`} /> },
      ...(column.estimate === undefined ? [] : [{ id: `estimate-${column.id}`, name: `${estimateWords(column)} finished within a year, from ${column.label} days`, explain: <Explained name="survival" of={`all:${column.id}`} /> }]),
    ];
  });
}
