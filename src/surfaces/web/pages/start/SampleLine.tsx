// One quiet line on every page while the sample company is here: what it is, and the one press that throws it away. Blocks nothing.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { errorWords, ask, useAsk, useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { toasts } from '../../ui/toast-store.ts';
import './start.css';

export function SampleLine(): ReactNode {
  const { data } = useAsk('workspace.get', {});
  const navigate = useNavigate();
  const queries = useQueryClient();
  const back = (): void => {
    void ask('sample.load', {}).catch((error: unknown) => { toasts.show(errorWords(error)); }).finally(() => void queries.invalidateQueries());
  };
  const discard = useDo('sample.discard', { done: ({ items }) => {
    toasts.show(`The sample is gone with its ${counted(items, 'item')}`, back);
    void navigate({ to: '/sources' });
  } });
  const here = data?.sample === true && data.role === 'owner';
  useCommands([{ id: 'sample.discard', title: 'Throw the sample away', group: 'Everywhere', when: () => here, run: () => discard.mutate({}) }]);
  if (data === undefined || !here) return null;
  return (
    <p className="sample-line">
      <span>This is sample data of {data.name}.</span>
      <Button kind="link" small busy={discard.isPending} onPress={() => discard.mutate({})}>Throw it away and import your own</Button>
      {discard.error !== null && <span role="alert">{errorWords(discard.error)}</span>}
    </p>
  );
}
