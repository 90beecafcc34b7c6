// Amending a placed bet in the open: one fact or none, and why. The original stays first and verdicts are taken from it.
import { useState, type ReactNode } from 'react';
import type { InputOf } from '../../../../contract/index.ts';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { BetNames } from './bet-names.ts';
import type { Bet } from './bet-words.ts';
import { FIELDS, type FieldName } from './draft-text.ts';

const NONE = { id: 'none', name: 'Nothing it promised; a note only' };
const AMENDABLE = ['claim', 'who', 'shipBy', 'effect', 'minEffect', 'killCriterion', 'killBelow', 'cost', 'valuePerUnit', 'probability', 'alternatives', 'changeMyMind', 'preMortem', 'decidedBy', 'disagreed'] as const satisfies readonly FieldName[];
const titled = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`;

export function AmendDialog({ bet, names, onClose }: { readonly bet: Bet; readonly names: BetNames; readonly onClose: () => void }): ReactNode {
  const { measure } = names;
  const now = { ...bet.terms, ...bet.amendments.reduce((all, { changes }) => ({ ...all, ...changes }), {}) };
  const [what, setWhat] = useState<string>(NONE.id);
  const [value, setValue] = useState('');
  const [words, setWords] = useState('');
  const amend = useDo('bet.amend', { said: ({ bet: kept }) => `${kept.key} is amended; the original stays first`, done: onClose });
  const name = what === NONE.id ? undefined : (what as FieldName);
  const same = name !== undefined && value === FIELDS[name].say(now, measure);
  const read = name === undefined || same ? {} : value.trim() === '' ? 'What does it say now?' : FIELDS[name].read(value, measure);
  const ready = words.trim() !== '' && typeof read !== 'string' && !same;
  const keep = (): void => { if (ready) amend.mutate({ bet: bet.id, words: words.trim(), changes: read as InputOf<'bet.amend'>['changes'] }); };
  const choose = (id: string): void => { setWhat(id); setValue(id === NONE.id ? '' : FIELDS[id as FieldName].say(now, measure)); };
  const label = name === undefined ? '' : `${titled(FIELDS[name].name)}, from now on`;
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`Amend ${bet.key}. The original stays first.`}
      foot={<><Button kind="primary" disabled={!ready} busy={amend.isPending} onPress={keep}>Seal the amendment</Button><Button kind="link" onPress={onClose}>Leave it as it is</Button></>}>
      <p>An amendment gets a seal of its own and stands beside the original for good. The verdict is still taken from what was sealed first.</p>
      <Select label="What changes" choices={[NONE, ...AMENDABLE.map((id) => ({ id, name: titled(FIELDS[id].name) }))]} value={what} onChange={choose} />
      {name === 'shipBy' && <DateField label={label} value={value} onChange={setValue} />}
      {name !== undefined && name !== 'shipBy' && <TextField label={label} value={value} onChange={setValue} multiline={['claim', 'killCriterion', 'alternatives', 'changeMyMind', 'preMortem', 'disagreed'].includes(name)} {...(typeof read === 'string' ? { error: read } : {})} />}
      <TextField label="What changed, and why" hint="The ship moves to August: the carrier contract is late." value={words} onChange={setWords} multiline maxLength={1000} />
      {amend.error !== null && <AskError error={amend.error} kept="Nothing was sealed; your words are still here." />}
    </Dialog>
  );
}
