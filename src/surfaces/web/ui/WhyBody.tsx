// The anatomy of an explanation, always in this order: number, formula, rows, what was left out, when it was computed, disagreement.
import { useState, type ReactNode } from 'react';
import { useCommands } from './keyboard/use-commands.ts';
import { Button } from './Button.tsx';
import { Table, type Column } from './Table.tsx';
import { TextField } from './TextField.tsx';

export interface WhyRows<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A link to all of them when `rows` is only the beginning: `All 191 items`. */
  readonly more?: { readonly label: string; readonly href?: string; readonly onPress?: () => void } | undefined;
  /** In place of `more` where the way to all rows is more than a link. */
  readonly after?: ReactNode;
}

export interface WhyBodyProps<Row> {
  /** The exact value with its unit: `8.5%`. */
  readonly number: ReactNode;
  /** What it is a number of: `of hours that left a trace`. */
  readonly of: ReactNode;
  readonly formula?: ReactNode;
  /** What would change it, or how far it could be off. */
  readonly range?: ReactNode;
  readonly rows?: WhyRows<Row> | undefined;
  readonly leftOut?: ReactNode;
  /** When, and from which reading of which source. */
  readonly computed: ReactNode;
  /** Present when the number can be disputed. `reasons` become one-press answers; free words are always possible. */
  readonly dispute?: { readonly note?: ReactNode; readonly reasons?: readonly string[]; readonly onDispute: (reason: string) => void; readonly disputed?: ReactNode } | undefined;
  readonly children?: ReactNode;
}

export function WhyBody<Row>({ number, of, formula, range, rows, leftOut, computed, dispute, children }: WhyBodyProps<Row>): ReactNode {
  return (
    <>
      <p className="why-number">{number}</p>
      <p>{of}</p>
      {formula !== undefined && <><h3>Formula</h3>{formula}</>}
      {range !== undefined && <p>{range}</p>}
      {children}
      {rows !== undefined && (
        <>
          <h3>Rows behind it</h3>
          <Table columns={rows.columns} rows={rows.rows} rowKey={rows.rowKey} dense empty="No row stands behind it." label="Rows behind the number" />
          {rows.more && <p className="actions"><Button kind="link" small href={rows.more.href} onPress={rows.more.onPress}>{rows.more.label}</Button></p>}
          {rows.after !== undefined && <p className="why-after">{rows.after}</p>}
        </>
      )}
      {leftOut !== undefined && <><h3>Left out</h3><p>{leftOut}</p></>}
      <h3>Computed</h3>
      <p>{computed}</p>
      {dispute && <Dispute {...dispute} />}
    </>
  );
}

function Dispute({ note, reasons = [], onDispute, disputed }: NonNullable<WhyBodyProps<never>['dispute']>): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  useCommands([{ id: 'why.dispute', title: 'Not so, because …', group: 'Numbers', keys: 'd', priority: 10, run: () => setOpen(true) }]);
  if (disputed !== undefined) return <><h3>Disputed</h3><p className="disputed">{disputed}</p></>;
  return (
    <>
      <h3>Disagree?</h3>
      <p>{note ?? 'Say why the number is wrong; the same case then stays quiet.'}</p>
      {!open && <p className="actions"><Button kind="link" small command="why.dispute" onPress={() => setOpen(true)}>Not so, because …</Button></p>}
      {open && (
        <form className="why-form" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') onDispute(reason.trim()); }}>
          {reasons.map((words) => <Button key={words} kind="link" small onPress={() => onDispute(words)}>{words}</Button>)}
          <TextField label="Not so, because" value={reason} onChange={setReason} multiline autoFocus />
          <Button type="submit" disabled={reason.trim() === ''}>Keep the reason</Button>
        </form>
      )}
    </>
  );
}
