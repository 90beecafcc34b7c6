// Where a metric is fetched from: an HTTP address or one statement on PostgreSQL, how often, and which columns. What is secret is typed and
// never shown again.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SCHEDULE_CHOICES } from './metric-words.ts';
import type { SourceText } from './source-text.ts';

export interface SourceFieldsProps {
  readonly source: SourceText;
  readonly onSource: (source: SourceText) => void;
  readonly errors: { readonly address?: string; readonly connection?: string; readonly statement?: string };
}

export function SourceFields({ source, onSource, errors }: SourceFieldsProps): ReactNode {
  const [columns, setColumns] = useState(false);
  const field = (name: Exclude<keyof SourceText, 'kind' | 'schedule'>): { value: string; onChange: (value: string) => void } => ({ value: source[name], onChange: (value) => onSource({ ...source, [name]: value }) });
  const error = (name: keyof typeof errors): { error?: string } => (errors[name] === undefined ? {} : { error: errors[name] });
  return (
    <>
      {source.kind === 'url' ? (
        <>
          <TextField label="Address" type="url" hint="It answers with CSV or JSON that has a day and a value." placeholder="https://" {...field('address')} {...error('address')} maxLength={2000} />
          <div className="metric-line">
            <TextField label="Name of a secret header" optional short hint="Such as Authorization." {...field('header')} maxLength={200} />
            <TextField label="Its value" optional type="password" hint="Kept encrypted, sent to this address only, never shown again." {...field('secret')} maxLength={4000} />
          </div>
        </>
      ) : (
        <>
          <TextField label="Connection" type="password" hint="postgres://reader:…@host/database. Kept encrypted, never shown again. Give it a user who may only read." {...field('connection')} {...error('connection')} maxLength={2000} />
          <TextField label="Statement" multiline hint="One SELECT that gives a day and a value, and for a rate what it is out of. It runs in a transaction that cannot write." placeholder="select day, count(*) from orders group by day order by day" {...field('statement')} {...error('statement')} maxLength={20_000} />
        </>
      )}
      <div className="metric-line">
        <Select label="Read it" choices={SCHEDULE_CHOICES} value={source.schedule} onChange={(id) => onSource({ ...source, schedule: id as SourceText['schedule'] })} />
      </div>
      {columns ? (
        <div className="metric-line">
          <TextField label="Column of the day" optional short {...field('date')} maxLength={200} />
          <TextField label="Column of the value" optional short {...field('value')} maxLength={200} />
          <TextField label="Column of what it is out of" optional short {...field('denominator')} maxLength={200} />
        </div>
      ) : <p><Button kind="link" small onPress={() => setColumns(true)}>Name the columns</Button></p>}
    </>
  );
}
