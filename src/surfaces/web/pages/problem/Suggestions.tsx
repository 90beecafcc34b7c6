// What may lead to which problem or bet, told from wording: one key confirms, one declines. Nothing is linked before that.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { LinkDialog } from '../../parts/LinkDialog.tsx';
import { useAsk, useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Marked } from '../../ui/Marked.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { wordSpans } from './word-spans.ts';

type Suggestion = OutputOf<'lineage.suggest'>['suggestions'][number];

/** Shown at once: a handful is answered, a screenful is put off. */
const AT_ONCE = 6;

export function Suggestions(): ReactNode {
  const workspace = useAsk('workspace.get', {});
  const goal = workspace.data?.activeGoal !== undefined;
  const asked = useAsk('lineage.suggest', { limit: 20 }, { when: goal });
  if (workspace.data !== undefined && !goal) {
    return <Section id="suggested" finding="No wording is compared yet" sub={<>Suggestions compare open items with the active goal, its problems and bets. There is no active goal. <AppLink className="link link-small" href="/goal">Go to the goal</AppLink></>} />;
  }
  return (
    <Answered asked={asked} shape="rows" rows={4} words="Comparing words" kept="Nothing was linked.">
      {({ suggestions }) => (
        <Section id="suggested" wide finding={suggestions.length === 0 ? 'No wording points to a problem or a bet' : `${counted(suggestions.length, 'open item shares', 'open items share')} rare words with the goal, a problem or a bet`}
          sub={suggestions.length === 0 ? 'Items that share rare words with a problem or a bet are offered here, to confirm or decline one by one.' : 'Told from wording alone, best first. Nothing is linked until you say so; what you decline is not offered again.'}>
          {suggestions.length > 0 && <SuggestionRows suggestions={suggestions} />}
        </Section>
      )}
    </Answered>
  );
}

function SuggestionRows({ suggestions }: { readonly suggestions: readonly Suggestion[] }): ReactNode {
  const [choosing, setChoosing] = useState<Suggestion>();
  const [all, setAll] = useState(false);
  const shown = all ? suggestions : suggestions.slice(0, AT_ONCE);
  const link = useDo('item.link', { said: (_value, input) => `${nameOf(input.items[0], suggestions)} leads there now` });
  const decline = useDo('lineage.decline', { said: (_value, input) => `${nameOf(input.item, suggestions)} is not offered for it again` });
  const confirm = (one: Suggestion | undefined): void => {
    if (one === undefined) return;
    if (one.target.kind === 'goal') setChoosing(one);
    else link.mutate({ items: [one.item.id], [one.target.kind]: one.target.id });
  };
  const refuse = (one: Suggestion | undefined): void => { if (one) decline.mutate({ item: one.item.id, target: one.target.id }); };
  const keys = useRowKeys({ name: 'suggested', group: 'Suggestions', count: shown.length, primary: false, actions: [
    { keys: 'Enter', title: 'It leads there', run: (at) => confirm(suggestions[at]) },
    { keys: 'd', title: 'Not so', run: (at) => refuse(suggestions[at]) },
  ] });
  return (
    <>
      <Rows items={shown} itemKey={(one) => `${one.item.id} ${one.target.id}`} keys={keys} label="Suggested links" className="finding suggestion" rowLabel={(one) => `${one.item.key}, ${one.item.title}; may lead to ${one.target.title}`}>
        {(one) => (
          <>
            <span className="row-key"><ItemKey id={one.item.id} itemKey={one.item.key} /></span>
            <div>
              <p className="finding-title"><Marked text={one.item.title} spans={wordSpans(one.item.title, one.words)} /></p>
              <p className="finding-why">may lead to {one.target.kind === 'goal' ? 'the goal' : <b>{one.target.key}</b>}: {one.target.title}. Shares {one.words.slice(0, 5).map((word) => `“${word}”`).join(', ')}.</p>
              <div className="actions">
                <Button kind="link" small keys="Enter" hintOnly onPress={() => confirm(one)} label={`${one.item.key} leads to ${one.target.title}`}>{one.target.kind === 'goal' ? 'Through which problem …' : 'It leads there'}</Button>
                <Button kind="link" small keys="d" hintOnly onPress={() => refuse(one)} label={`${one.item.key} does not lead to ${one.target.title}`}>Not so</Button>
              </div>
            </div>
          </>
        )}
      </Rows>
      {shown.length < suggestions.length && <p className="row-foot"><Button kind="link" small onPress={() => setAll(true)}>Show the other {suggestions.length - shown.length}</Button><span>The next one moves up when one is answered.</span></p>}
      {link.error !== null && <AskError error={link.error} kept="Nothing was linked." />}
      {decline.error !== null && <AskError error={decline.error} kept="The suggestion stays." />}
      {choosing !== undefined && <LinkDialog what={choosing.item.key} onClose={() => setChoosing(undefined)} onChoose={(target) => { setChoosing(undefined); link.mutate({ items: [choosing.item.id], [target.kind]: target.id }); }} />}
    </>
  );
}

function nameOf(id: string | undefined, suggestions: readonly Suggestion[]): string {
  return suggestions.find((one) => one.item.id === id)?.item.key ?? 'It';
}
