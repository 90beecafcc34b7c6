// How the values are read: which column is the day, the value, what it is out of; and what no guess can know. Each choice reads anew.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { withRule, type Rules } from './metric-entry.ts';
import type { Preview } from './use-metric-preview.ts';

const GUESS = { id: '', name: 'As it is written' };
const ORDERS = [GUESS, { id: 'day-first', name: 'Day first: 3/4 is 3 April' }, { id: 'month-first', name: 'Month first: 3/4 is 4 March' }];
const DECIMALS = [GUESS, { id: 'point', name: 'A point: 1,250.5' }, { id: 'comma', name: 'A comma: 1.250,5' }];
const COMBINES = [{ id: '', name: 'There is one a day' }, { id: 'sum', name: 'Add them up' }, { id: 'mean', name: 'Take their mean' }];
const NO_DATES = { id: '', name: 'no column' };

export interface ReadingRulesProps {
  readonly rules: Rules;
  readonly onRules: (rules: Rules) => void;
  /** The answer to these values, where there is one; its columns are what can be chosen. */
  readonly preview: Preview | undefined;
  /** The columns as the first line names them, while nothing could be read. */
  readonly header: readonly string[];
  /** Nothing could be read: everything that might help is shown. */
  readonly refused: boolean;
}

export function ReadingRules({ rules, onRules, preview, header, refused }: ReadingRulesProps): ReactNode {
  const [wanted, setWanted] = useState(false);
  const names = [...new Set((preview?.columns ?? header).filter((name) => name.trim() !== ''))];
  const columns = names.map((name) => ({ id: name, name }));
  const set = (name: keyof Rules) => (value: string): void => onRules(withRule(rules, name, value));
  const more = wanted || refused || rules.order !== undefined || rules.decimal !== undefined || rules.combine !== undefined || rules.start !== undefined;
  return (
    <fieldset className="columns" aria-label="How the values are read">
      {columns.length > 1 && (
        <>
          <Select label="Day" choices={rules.start === undefined ? columns : [NO_DATES, ...columns]} value={rules.date ?? preview?.date ?? (rules.start === undefined ? undefined : '')} onChange={set('date')} placeholder="Choose a column" />
          <Select label="Value" choices={columns} value={rules.value ?? preview?.value} onChange={set('value')} placeholder="Choose a column" />
          <Select label="Out of" choices={[{ id: '', name: 'nothing: it is no rate' }, ...columns.filter(({ id }) => id !== (rules.value ?? preview?.value))]} value={rules.denominator ?? ''} onChange={set('denominator')} />
        </>
      )}
      {more ? (
        <>
          {(columns.length < 2 || refused || rules.start !== undefined) && <DateField label="Day of the first value" hint="Where the values carry no days of their own, one a day from then on." value={rules.start ?? ''} onChange={set('start')} />}
          <Select label="Dates such as 3/4/2026" choices={ORDERS} value={rules.order ?? ''} onChange={set('order')} />
          <Select label="Decimal sign" choices={DECIMALS} value={rules.decimal ?? ''} onChange={set('decimal')} />
          <Select label="Several values of one day" choices={COMBINES} value={rules.combine ?? ''} onChange={set('combine')} />
        </>
      ) : <p className="columns-more"><Button kind="link" small onPress={() => setWanted(true)}>It was read wrongly</Button></p>}
    </fieldset>
  );
}
