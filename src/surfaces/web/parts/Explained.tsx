// The explanation of a number as the server gives it: asked for only when it is opened, shown in the order every explanation has.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { useAsk } from '../data/ask.ts';
import { count, timeWords } from '../data/words.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { WhyBody } from '../ui/WhyBody.tsx';
import { AppLink } from './AppLink.tsx';
import { AskError } from './AskError.tsx';
import { formulaAddress } from './formula-address.ts';

type Explanation = OutputOf<'number.explain'>;

/** `name` and `of` as `number.explain` takes them. `children` stand after the formula: what else this place knows of the number. */
export function Explained({ name, of, children }: { readonly name: string; readonly of?: string | undefined; readonly children?: ReactNode }): ReactNode {
  const answer = useAsk('number.explain', of === undefined ? { number: name } : { number: name, of });
  if (answer.data === undefined) {
    return answer.isError
      ? <><AskError error={answer.error} kept="The number itself is as it was." onRetry={() => void answer.refetch()} />{children}</>
      : <Skeleton shape="lines" words="Looking up what stands behind the number" />;
  }
  const { data } = answer;
  return (
    <WhyBody number={data.value} of={data.sentence} formula={<FormulaWords formula={data.formula} />} rows={rowsOf(data)} leftOut={leftOutOf(data)}
      computed={<>{timeWords(data.computedAt)}, from {data.from}.{data.notClaimed !== undefined && <><br />{data.notClaimed}</>}</>}>
      {children}
    </WhyBody>
  );
}

function FormulaWords({ formula }: { readonly formula: Explanation['formula'] }): ReactNode {
  const served = formulaAddress(formula.page);
  return (
    <>
      <p className="formula">{formula.filledIn}</p>
      <p className="formula-words">{formula.words}{served !== undefined && <> <AppLink className="link link-small" href={served}>How it is worked out</AppLink></>}</p>
    </>
  );
}

function rowsOf(data: Explanation) {
  if (data.rows.length === 0) return undefined;
  const more = data.allRows === undefined
    ? undefined
    : <AppLink className="link link-small" href={data.allRows}>{data.moreRows > 0 ? `And ${count(data.moreRows)} more: the full list` : 'The full list'}</AppLink>;
  return {
    columns: [
      { id: 'label', head: 'Row', rowHead: true, cell: (row: Explanation['rows'][number]) => (row.href === undefined ? row.label : <AppLink className="link-row" href={row.href}>{row.label}</AppLink>) },
      { id: 'value', head: 'Value', right: true, cell: (row: Explanation['rows'][number]) => row.value },
    ],
    rows: data.rows, rowKey: (row: Explanation['rows'][number]) => `${row.label}\n${row.value}`,
    after: more ?? (data.moreRows > 0 ? <span className="muted">And {count(data.moreRows)} more.</span> : undefined),
  };
}

function leftOutOf(data: Explanation): ReactNode {
  if (data.leftOut.length === 0) return 'Nothing.';
  return data.leftOut.map(({ what, count: many }) => (many === undefined ? what : `${count(many)} ${what}`)).join(', ').concat('.');
}
