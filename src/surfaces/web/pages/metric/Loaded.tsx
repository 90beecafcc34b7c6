// What a reading brought: new, said anew, as it was, gaps, unread; and what was guessed.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { count, counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import { countsWords } from './metric-words.ts';
import { UnreadTable } from './UnreadTable.tsx';

export function Loaded({ answer, onDone, onMore }: { readonly answer: OutputOf<'metric.load'>; readonly onDone: () => void; readonly onMore: () => void }): ReactNode {
  const { counts, unread, said } = answer;
  useCommands([{ id: 'metric.leave', title: 'Back to the metric', group: 'This metric', keys: 'Escape', run: onDone }]);
  return (
    <Section wide finding={`${counted(counts.read, 'row')} read: ${countsWords(counts)}`} {...(counts.gaps > 0 ? { sub: `${counted(counts.gaps, 'gap')} between the first and the last of them.` } : {})}>
      <div className="loaded" role="status">
        {said.length > 0 && <ul className="reading-said">{said.map((one) => <li key={one}>{one}</li>)}</ul>}
        {counts.unread > 0 && <><p>{count(counts.unread)} {counts.unread === 1 ? 'cell' : 'cells'} could not be read; the rest was kept all the same.</p><UnreadTable unread={unread} total={counts.unread} /></>}
        <p className="actions"><Button kind="primary" command="metric.leave" onPress={onDone}>Back to the metric</Button><Button kind="link" onPress={onMore}>Bring more</Button></p>
      </div>
    </Section>
  );
}
