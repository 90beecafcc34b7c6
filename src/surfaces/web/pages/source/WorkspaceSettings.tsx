// What this workspace and its product are called, and the zone that decides which day today is.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { dayWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isTimeZone, TIME_ZONES } from './time-zones.ts';

export function WorkspaceSettings({ place }: { readonly place: OutputOf<'workspace.get'> }): ReactNode {
  const [name, setName] = useState(place.name);
  const [product, setProduct] = useState(place.product.name);
  const [zone, setZone] = useState(place.timeZone);
  const rename = useDo('workspace.rename', { said: () => 'Kept' });
  const changed = name.trim() !== place.name || product.trim() !== place.product.name || zone.trim() !== place.timeZone;
  const whole = name.trim() !== '' && product.trim() !== '' && isTimeZone(zone);
  return (
    <Section id="settings" finding="What this is called, and which day it is">
      <form className="settings" aria-label="What this is called" onSubmit={(event) => { event.preventDefault(); if (changed && whole) rename.mutate({ name: name.trim(), product: product.trim(), timeZone: zone.trim() }); }}>
        <TextField label="Workspace" value={name} onChange={setName} maxLength={120} {...(name.trim() === '' ? { error: 'A workspace needs a name.' } : {})} />
        <TextField label="Product" hint="What you are responsible for; it has one goal at a time." value={product} onChange={setProduct} maxLength={120} {...(product.trim() === '' ? { error: 'A product needs a name.' } : {})} />
        <TextField label="Time zone" hint={`Today is ${dayWords(place.today)} there.`} value={zone} onChange={setZone} suggestions={TIME_ZONES} {...(isTimeZone(zone) ? {} : { error: 'That is no time zone, such as Europe/Berlin.' })} />
        {rename.error !== null && <AskError error={rename.error} kept="Nothing was changed." />}
        <p className="actions"><Button type="submit" disabled={!changed || !whole} busy={rename.isPending}>Keep</Button></p>
      </form>
    </Section>
  );
}
