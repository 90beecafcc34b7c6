// A rule of one's own: words of the title, a mail domain or an address, and the kind they mean. Written in a dialog of two steps.
import { useState, type ReactNode } from 'react';
import { kindNamed, type Kind } from '../../../../domain/attention/kinds.ts';
import { useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usualKinds } from './attention-words.ts';
import { useAttention } from './attention-context.ts';
import { KindPicker } from './KindPicker.tsx';

export function RuleForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { week } = useAttention();
  const [kind, setKind] = useState<Kind>();
  const [words, setWords] = useState('');
  const [domain, setDomain] = useState('');
  const add = useDo('attention.rule', { said: ({ rule, changed }) => `${rule.says} ${counted(changed, 'event')} changed.`, done: onClose });
  if (kind === undefined) return <Dialog open onClose={onClose} title="What kind of work is your rule about?" foot={<Button kind="link" onPress={onClose}>Leave it</Button>}><KindPicker usual={usualKinds(week)} onChoose={setKind} /></Dialog>;
  const given = { ...(words.trim() === '' ? {} : { words: words.trim() }), ...(domain.trim() === '' ? {} : { domain: domain.trim() }) };
  const empty = Object.keys(given).length === 0;
  const keep = (): void => { if (!empty && !add.isPending) add.mutate({ kind, ...given }); };
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`When is an event ${kindNamed(kind).name}?`} foot={<><Button kind="primary" busy={add.isPending} disabled={empty} onPress={keep}>Keep the rule</Button><Button kind="link" onPress={() => setKind(undefined)}>Another kind</Button></>}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <TextField label="Its title has these words in a row" value={words} onChange={setWords} optional autoFocus hint="Case, accents, plurals and numbers do not matter." maxLength={300} />
        <TextField label="Somebody from this mail domain takes part" value={domain} onChange={setDomain} optional placeholder="northwind.example" maxLength={300} />
        <p className="muted">Every condition that is given must hold. A series you confirmed goes before any rule.</p>
        {add.isError && <AskError error={add.error} kept="No rule was made." />}
        <button type="submit" hidden aria-label="Keep the rule" />
      </form>
    </Dialog>
  );
}
