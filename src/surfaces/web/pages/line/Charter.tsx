// Each kind of work against its line, in groups: what was done in the last four whole weeks with its uncertainty, the weekly budget, what
// the work is to you, and what was carried. A row is edited in its place.
import { useState, type ReactNode } from 'react';
import { gaugeReach, LineGauge } from '../../charts/attention/LineGauge.tsx';
import { hoursShort } from '../../charts/attention/hours.ts';
import { dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Rows } from '../../ui/Rows.tsx';
import { CarriesNumber } from './CarriesNumber.tsx';
import { CharterEdit } from './CharterEdit.tsx';
import { GROUP_NAMES, stanceWords, type Capacity, type CharterRow } from './line-words.ts';
import { MeanNumber } from './MeanNumber.tsx';

export interface CharterProps {
  readonly rows: readonly CharterRow[];
  readonly capacity: Capacity;
  readonly asOf: string;
  /** Kinds that have a brief already. */
  readonly briefed: readonly string[];
  /** Opened from outside, such as by an address. */
  readonly start?: string | undefined;
}

export function Charter({ rows, capacity, asOf, briefed, start }: CharterProps): ReactNode {
  const [editing, setEditing] = useState(start);
  const edit = (at: number): void => setEditing(rows[at]?.kind);
  const keys = useRowKeys({ name: 'charter', group: 'The line', count: rows.length, start: Math.max(0, rows.findIndex(({ kind }) => kind === start)), actions: [
    { keys: 'Enter', title: 'Draw the line here', run: edit, when: () => editing === undefined },
    { keys: 'e', title: 'Change this row', run: edit, when: () => editing === undefined },
  ] });
  const reach = gaugeReach(rows.map(({ actual, budgetMinutes }) => ({ minutes: actual?.meanMinutes ?? 0, lineMinutes: budgetMinutes })));
  const leave = (): void => {
    const at = rows.findIndex(({ kind }) => kind === editing);
    setEditing(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`.charter [data-row-index="${at}"]`)?.focus());
  };
  return (
    <Rows items={rows} itemKey={({ kind }) => kind} keys={keys} label="Each kind of work against its line" className="charter charter-row" rowClass={({ kind }) => (kind === editing ? 'charter-open' : undefined)} rowLabel={labelOf} onRow={(at) => { if (editing === undefined) edit(at); }}
      before={headOver(rows)}
      head={<><span>Kind of work</span><span /><span className="right">hours a week</span><span className="right">line</span><span>What it is to you</span><span className="right">carried</span><span /></>}>
      {(row) => (
        <>
          <span className="charter-name">{row.name}</span>
          <span className="charter-gauge">{row.actual === null ? <span className="row-meta">no whole week yet</span> : <LineGauge minutes={row.actual.meanMinutes} confirmedMinutes={row.actual.meanMinutes * (row.actual.confirmedShare ?? 1)} lineMinutes={row.budgetMinutes} reachMinutes={reach} />}</span>
          <span className="charter-hours right tabular">{row.actual !== null && <MeanNumber row={row} asOf={asOf} />}</span>
          <span className="charter-line right tabular" data-drawn={row.budgetMinutes === undefined ? undefined : ''}>{row.budgetMinutes === undefined ? <span className="row-meta">no line</span> : hoursShort(row.budgetMinutes)}{row.state === 'breach' && <b className="bad"> over</b>}</span>
          <span className="charter-stance">
            <span>{stanceWords(row)}{row.seeded && row.stance !== null && <span className="muted">, as it began</span>}</span>
            {row.stance === 'hand_off' && !briefed.includes(row.kind) && <AppLink className="link-row row-meta" href={`/line/brief/new?kind=${row.kind}`} label={`Draft the brief for ${row.name}`}>Draft the brief</AppLink>}
            {row.stillYours && <span className="row-meta"><b>Still yours:</b> nobody accepts it yet</span>}
            {row.reviewOn !== undefined && <span className="row-meta">{row.reviewDue ? <b>Its review is due</b> : `look again ${dayShort(row.reviewOn)}`}</span>}
          </span>
          <span className="charter-carries right tabular">{row.carries > 0 && <CarriesNumber row={row} asOf={asOf} />}</span>
          <span className="charter-do">{editing !== row.kind && <Button kind="link" small label={`Change the line on ${row.name}`} onPress={() => setEditing(row.kind)}>Change</Button>}</span>
          {editing === row.kind && <CharterEdit row={row} charter={rows} capacity={capacity} onDone={leave} />}
        </>
      )}
    </Rows>
  );
}

/** The group's name over its first row. */
function headOver(rows: readonly CharterRow[]): (row: CharterRow, at: number) => ReactNode {
  return (row, at) => (rows[at - 1]?.group === row.group ? undefined : <h3 className="charter-group">{GROUP_NAMES[row.group]}</h3>);
}

function labelOf(row: CharterRow): string {
  return `${row.name}, ${stanceWords(row)}${row.state === 'breach' ? ', over its line' : ''}`;
}
