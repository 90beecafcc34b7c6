// Fields of the design page: empty, filled, refused, disabled; files and progress.
import { useState, type ReactNode } from 'react';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateField } from '../ui/DateField.tsx';
import { FileDrop } from '../ui/FileDrop.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toasts } from '../ui/toast-store.ts';

const ROLES = [{ id: 'owner', name: 'Owner' }, { id: 'pm', name: 'Product manager' }, { id: 'teammate', name: 'Teammate', hint: 'forecasts and answers the pulse' }, { id: 'viewer', name: 'Viewer' }];

export function FieldParts(): ReactNode {
  const [statement, setStatement] = useState('A small shop’s customer has the money back in two days');
  const [target, setTarget] = useState('fifty');
  const [day, setDay] = useState('2027-02-28');
  const [role, setRole] = useState<string | undefined>();
  const [chosen, setChosen] = useState(true);
  return (
    <Section finding="What is typed or chosen">
      <div className="design-stack">
        <TextField label="Goal" hint="One sentence about somebody whose day gets better." value={statement} onChange={setStatement} multiline />
        <TextField label="Target" value={target} onChange={setTarget} short error="A number is needed here, such as 50." />
        <TextField label="Metric" value="" onChange={() => undefined} optional placeholder="Share refunded within 48 hours" />
        <TextField label="Source" value="Read from the export" onChange={() => undefined} disabled />
        <DateField label="Ends on" value={day} onChange={setDay} min="2026-11-20" />
        <Select label="Role" choices={ROLES} value={role} onChange={setRole} placeholder="Choose a role" />
        <div className="actions"><Checkbox selected={chosen} onChange={setChosen}>Everything under this epic serves the goal</Checkbox><Checkbox selected={false} onChange={() => undefined} indeterminate>Some chosen</Checkbox><Checkbox selected={false} disabled onChange={() => undefined}>Not possible here</Checkbox></div>
        <FileDrop title="Drop the export of your tracker here." hint="Jira, GitHub, Linear, GitLab, Trello or any CSV; plain, .gz or .zip, several at once. Nothing leaves this machine." onFiles={(files) => { toasts.show(`${files.length} ${files.length === 1 ? 'file' : 'files'} to read`); }} />
        <Progress title="Reading export.csv" done={41_200} total={100_000} elapsedMs={10_300} unit="items" onCancel={() => undefined} />
        <Progress title="Reading backup.tar.gz" done={8_120} elapsedMs={4_000} unit="rows" />
      </div>
    </Section>
  );
}
