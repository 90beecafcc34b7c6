// Which of our fields is which of their columns. What the names suggest is chosen already; only the title is needed.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Columns, Preview } from './source-words.ts';

const NONE = { id: '', name: 'not in this file' };
/** Shown at once; the rest waits behind one link unless a name suggested it. */
const FIRST = new Set(['key', 'title', 'status', 'created', 'updated', 'body']);

export function ColumnMap({ header, fields, map, onMap }: { readonly header: readonly string[]; readonly fields: Preview['fields']; readonly map: Columns; readonly onMap: (map: Columns) => void }): ReactNode {
  const [all, setAll] = useState(false);
  const columns = [...new Set(header.filter((name) => name.trim() !== ''))].map((name) => ({ id: name, name }));
  const shown = fields.filter(({ field, required }) => all || required || FIRST.has(field) || map[field] !== undefined);
  const choose = (field: string, column: string): void => {
    const { [field]: _before, ...rest } = map;
    onMap(column === '' ? rest : { ...rest, [field]: column });
  };
  return (
    <fieldset className="columns">
      <legend>Which column is which</legend>
      {shown.map(({ field, label, required }) => (
        <Select key={field} label={required ? `${label} (needed)` : label} choices={required ? columns : [NONE, ...columns]} value={map[field] ?? (required ? undefined : '')} onChange={(column) => choose(field, column)} placeholder="Choose a column"
          {...(required && map[field] === undefined ? { error: 'Say which column holds it.' } : {})} {...(field === 'key' ? { hint: 'Without one, rows are known by their place and a later file doubles them.' } : {})} />
      ))}
      {shown.length < fields.length && <p className="columns-more"><Button kind="link" small onPress={() => setAll(true)}>Show {fields.length - shown.length} more fields</Button></p>}
    </fieldset>
  );
}
