// What the people of a mail domain are to you: customers, vendors, an agency, recruiters, analysts. A meeting with them is read by it.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { domainError, listIn, type Settings } from './calendar-words.ts';

type Relation = Settings['people'][string];
const RELATIONS: readonly { readonly id: Relation; readonly name: string }[] = [
  { id: 'customer', name: 'Customers' }, { id: 'vendor', name: 'Vendors' }, { id: 'agency', name: 'An agency' }, { id: 'recruiter', name: 'Recruiters' }, { id: 'analyst', name: 'Analysts' },
];

interface Row { readonly domain: string; readonly are: Relation; readonly forget: () => void }

const COLUMNS: readonly Column<Row>[] = [
  { id: 'domain', head: 'Domain', rowHead: true, cell: ({ domain }) => domain },
  { id: 'are', head: 'They are', cell: ({ are }) => RELATIONS.find(({ id }) => id === are)?.name ?? are },
  { id: 'forget', head: <span className="hidden-words">Forget</span>, right: true, cell: ({ domain, forget }) => <Button kind="link" small label={`Forget ${domain}`} onPress={forget}>Forget</Button> },
];

export function PeopleOfDomains({ settings }: { readonly settings: Settings }): ReactNode {
  const [domains, setDomains] = useState('');
  const [relation, setRelation] = useState<Relation>('customer');
  const configure = useDo('attention.configure', { said: () => 'Kept', done: () => setDomains('') });
  const known = Object.entries(settings.people).map(([domain, are]): Row => ({ domain, are, forget: () => configure.mutate({ people: { [domain]: 'unknown' } }) })).toSorted((a, b) => a.domain.localeCompare(b.domain));
  const wrong = domainError(domains);
  const add = (): void => { if (wrong === undefined && listIn(domains).length > 0 && !configure.isPending) configure.mutate({ people: Object.fromEntries(listIn(domains).map((domain) => [domain, relation])) }); };
  return (
    <Section id="people" finding={known.length === 0 ? 'Nobody from outside is known yet' : 'Who people from outside are'} sub="A meeting with somebody from one of these domains is read by what they are to you. Others from outside stay “somebody from outside”.">
      {known.length > 0 && (
        <Table label="Mail domains and what their people are" rows={known} rowKey={({ domain }) => domain} columns={COLUMNS} />
      )}
      <form className="calendar-line people-add" aria-label="Say who people are" onSubmit={(event) => { event.preventDefault(); add(); }}>
        <TextField label="Mail domains" hint="Several with commas." placeholder="northwind.example" value={domains} onChange={setDomains} {...(wrong === undefined ? {} : { error: wrong })} />
        <Select label="Their people are" choices={RELATIONS} value={relation} onChange={(id) => setRelation(id as Relation)} />
        <Button type="submit" disabled={listIn(domains).length === 0 || wrong !== undefined} busy={configure.isPending}>Keep</Button>
      </form>
      {configure.error !== null && <AskError error={configure.error} kept="Nothing was changed." />}
    </Section>
  );
}
