// How the line was drawn and redrawn: each change and decision with its day, and taking the last one back.
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';

const SHOWN = 5;

export function LineHistory(): ReactNode {
  const [limit, setLimit] = useState(SHOWN);
  const asked = useAsk('line.history', { limit }, { keep: true });
  const back = useDo('line.undo', { said: ({ undone }) => `Taken back: ${undone.says}` });
  return (
    <Section id="history" finding="How it was drawn">
      <Answered asked={asked} words="Reading how it was drawn">
        {({ changes, nextCursor }) => changes.length === 0 ? <p className="muted">Nothing was changed yet.</p> : (
          <>
            <ul className="plain-rows line-history">
              {changes.map((one) => (
                <li key={one.change}>
                  <span className="row-meta no-wrap">{timeWords(one.at)}</span><span className={one.undone ? 'muted' : undefined}>{one.says}{one.undone && ' Taken back.'}</span>
                  <span>{!one.undone && <Button kind="link" small busy={back.isPending && back.variables.change === one.change} label={`Take back: ${one.says}`} onPress={() => back.mutate({ change: one.change })}>Take back</Button>}</span>
                </li>
              ))}
            </ul>
            {back.error !== null && <AskError error={back.error} kept="The line is as it was." />}
            {nextCursor !== undefined && <p className="row-foot"><Button kind="link" small onPress={() => setLimit(Math.min(200, limit + 20))}>Older ones</Button></p>}
          </>
        )}
      </Answered>
    </Section>
  );
}
