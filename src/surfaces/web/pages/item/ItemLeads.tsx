// What an item leads to, how that is known, and linking or unlinking it.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { LinkDialog } from '../../parts/LinkDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';

type Told = OutputOf<'item.get'>;

const STATES: Readonly<Record<Told['item']['lineage'], string>> = { goal: 'It leads to the goal', suggested: 'Its wording suggests a path to the goal', lights_on: 'It keeps the lights on and needs no goal', none: 'It has no path to the goal yet' };
const VIA: Readonly<Record<Told['leadsTo'][number]['via'], string>> = { hand: 'linked by hand', bulk: 'linked with others', rule: 'by a rule', suggestion: 'a suggestion you confirmed' };

export function ItemLeads({ item, leadsTo, through }: { readonly item: Told['item']; readonly leadsTo: Told['leadsTo']; readonly through: Told['through'] }): ReactNode {
  const [linking, setLinking] = useState(false);
  const link = useDo('item.link', { said: () => `${item.key} is linked` });
  const unlink = useDo('item.unlink', { said: () => `${item.key} is unlinked` });
  useCommands([{ id: 'item.link', title: 'Link to a problem or bet', group: 'This item', keys: 'l', run: () => setLinking(true) }]);
  return (
    <Section finding={STATES[item.lineage]} {...(item.lineage === 'none' ? { sub: 'Not bad: unexplained.' } : {})}>
      {through !== undefined && <p><span className="row-key">{through.key}</span> <AppLink className="link-row" href={`/${through.kind}s/${through.id}`}>{through.title}</AppLink> <span className="muted small">by a rule or its parent</span></p>}
      {leadsTo.length > 0 && (
        <ul className="leads">
          {leadsTo.map(({ id, target, via, note }) => (
            <li key={id}>
              <span className="row-key">{target.key}</span>
              <span><AppLink className="link-row" href={`/${target.kind}s/${target.id}`}>{target.title}</AppLink>{note !== undefined && <span className="muted">: {note}</span>}</span>
              <span className="muted small">{VIA[via]}</span>
              {via !== 'rule' && <Button kind="link" small label={`Unlink ${target.key}`} onPress={() => unlink.mutate({ items: [item.id], [target.kind]: target.id })}>Unlink</Button>}
            </li>
          ))}
        </ul>
      )}
      <p className="actions"><Button kind="link" command="item.link" onPress={() => setLinking(true)}>Link to a problem or bet</Button></p>
      {(link.isError || unlink.isError) && <AskError error={link.error ?? unlink.error} kept="Its links are as they were." />}
      {linking && <LinkDialog what={item.key} onClose={() => setLinking(false)} onChoose={(target) => { setLinking(false); link.mutate({ items: [item.id], [target.kind]: target.id }); }} />}
    </Section>
  );
}
