// One choice out of a short list.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as KitSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
}

/** `value` undefined shows the placeholder. Typing the first letters chooses, as in a native list. */
export function Select({ label, choices, value, onChange, hint, error, placeholder = 'Choose', disabled = false }: { readonly label: string; readonly choices: readonly Choice[]; readonly value: string | undefined; readonly onChange: (id: string) => void; readonly hint?: ReactNode; readonly error?: ReactNode; readonly placeholder?: string; readonly disabled?: boolean }): ReactNode {
  return (
    <KitSelect className="field" value={value ?? null} onChange={(key) => { if (key !== null) onChange(String(key)); }} isDisabled={disabled} isInvalid={error !== undefined} placeholder={placeholder}>
      <Label className="field-label">{label}</Label>
      {hint !== undefined && <Text slot="description" className="field-hint">{hint}</Text>}
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <svg className="chevron" viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>
      </Button>
      {error !== undefined && <Text slot="errorMessage" className="field-error">{error}</Text>}
      <Popover className="popover">
        <ListBox className="menu">
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.name} className="menu-item">
              <span>{choice.name}{choice.hint !== undefined && <span className="menu-hint">{choice.hint}</span>}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </KitSelect>
  );
}
