// Computing a frozen readout again from its own inputs: same to the digit, or where it differs.
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';
import { AskError } from '../AskError.tsx';

export function Recompute({ readout }: { readonly readout: string }): ReactNode {
  const [asked, setAsked] = useState(false);
  const answer = useAsk('readout.recompute', { readout }, { when: asked });
  const again = (): void => { if (asked) void answer.refetch(); else setAsked(true); };
  return (
    <>
      <p className="actions"><Button kind="link" small busy={answer.isFetching} onPress={again}>Compute it again from the frozen inputs</Button></p>
      <div role="status">
        {answer.isFetching && <p>Computing.</p>}
        {!answer.isFetching && answer.data !== undefined && <Told answer={answer.data} />}
      </div>
      {answer.isError && <AskError error={answer.error} kept="The readout is as it was." />}
    </>
  );
}

type Answer = NonNullable<ReturnType<typeof useAsk<'readout.recompute'>>['data']>;

function Told({ answer }: { readonly answer: Answer }): ReactNode {
  const inputs = answer.inputIntact ? 'The inputs have the hash they were frozen with.' : 'The inputs no longer have the hash they were frozen with.';
  if (answer.same) return <p><b>The same to the digit.</b> {inputs}</p>;
  return (
    <>
      <p><b>{counted(answer.differences.length, 'value differs', 'values differ')}.</b> {inputs} Computed by {answer.engine}.</p>
      <Table dense label="Values that differ" rows={answer.differences} rowKey={(row) => row.path} columns={[
        { id: 'path', head: 'Value', rowHead: true, cell: (row) => row.path }, { id: 'then', head: 'then', right: true, cell: (row) => row.was }, { id: 'now', head: 'now', right: true, cell: (row) => row.is },
      ]} />
    </>
  );
}
