// What the rules know: how much may keep the lights on, what is gone, who left, which words are your own, and where people's wishes come from.
import { useState, type ReactNode } from 'react';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { ORIGINS } from '../../../../domain/backlog/lineage-rules.ts';
import { errorWords, useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { originWords } from './backlog-words.ts';

type Settings = OutputOf<'rule.list'>['settings'];
type Patch = InputOf<'rule.set'>;

export function RuleSettings({ settings }: { readonly settings: Settings }): ReactNode {
  return (
    <div className="rule-settings">
      <Allowance settings={settings} />
      <Lines field="sunsetNames" label="What is gone" hint="Versions, features and products that no longer exist, one a line, as an item would write them: v1 API." lines={settings.sunsetNames} />
      <Lines field="leavers" label="Who left" hint="As the tracker writes them, one a line. An item assigned to somebody who left is a sign that time has passed it by." lines={settings.leavers} />
      <Lines field="allowedNouns" label="Words of your own" hint="Words that name your product’s own things, one a line. The rule on solutions leaves them alone." lines={settings.allowedNouns} />
      <Origins settings={settings} />
    </div>
  );
}

function useSet() {
  return useDo('rule.set', { said: ({ changed }) => (changed ? 'Kept; it counts from the next audit on' : undefined) });
}

function Kept({ error, busy, same }: { readonly error: unknown; readonly busy: boolean; readonly same: boolean }): ReactNode {
  return <><Button type="submit" busy={busy} disabled={same}>Keep it</Button>{error !== null && <p className="field-error" role="alert">{errorWords(error)}</p>}</>;
}

function Allowance({ settings }: { readonly settings: Settings }): ReactNode {
  const before = String(Math.round(settings.lightsOnAllowance * 1000) / 10);
  const [text, setText] = useState(before);
  const set = useSet();
  const value = Number(text.replace(',', '.'));
  const fits = text.trim() !== '' && value >= 0 && value <= 100;
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (fits) set.mutate({ lightsOnAllowance: value / 100 }); }}>
      <TextField label="How much may keep the lights on, in per cent" hint="Bugs, security and upkeep need no path to the goal, up to this share of what is open." short inputMode="decimal" value={text} onChange={setText} {...(fits ? {} : { error: 'A share between 0 and 100 is needed here, such as 20.' })} />
      <Kept error={set.error} busy={set.isPending} same={!fits || text === before} />
    </form>
  );
}

function Lines({ field, label, hint, lines }: { readonly field: 'sunsetNames' | 'leavers' | 'allowedNouns'; readonly label: string; readonly hint: string; readonly lines: readonly string[] }): ReactNode {
  const before = lines.join('\n');
  const [text, setText] = useState(before);
  const set = useSet();
  const wanted = [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];
  return (
    <form onSubmit={(event) => { event.preventDefault(); set.mutate({ [field]: wanted } as Patch); }}>
      <TextField label={label} hint={hint} value={text} onChange={setText} multiline />
      <Kept error={set.error} busy={set.isPending} same={wanted.join('\n') === before} />
    </form>
  );
}

function Origins({ settings }: { readonly settings: Settings }): ReactNode {
  const [author, setAuthor] = useState('');
  const [origin, setOrigin] = useState('');
  const set = useSet();
  const named = Object.entries(settings.origins);
  const change = (next: readonly (readonly [string, string])[]): void => set.mutate({ origins: Object.fromEntries(next) });
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      if (author.trim() === '' || origin.trim() === '') return;
      change([...named.filter(([who]) => who !== author.trim()), [author.trim(), origin.trim()]]);
      setAuthor('');
    }}>
      <h3>Where wishes come from</h3>
      <p className="muted">An author, as the tracker writes them, and where they stand. It divides what has no path; it never judges who asked. {named.length === 0 ? 'Nobody is named yet.' : `${counted(named.length, 'author is', 'authors are')} named.`}</p>
      {named.length > 0 && (
        <ul className="origin-list">
          {named.map(([who, from]) => (
            <li key={who} className="origin-row"><span>{who}</span><span className="muted">{originWords(from)}</span><Button kind="link" small label={`Forget where ${who} stands`} onPress={() => change(named.filter(([other]) => other !== who))}>Forget</Button></li>
          ))}
        </ul>
      )}
      <TextField label="Author" value={author} onChange={setAuthor} maxLength={200} />
      <TextField label="Comes from" hint={`Usual ones: ${ORIGINS.filter((one) => one !== 'unknown').join(', ')}.`} short value={origin} onChange={setOrigin} maxLength={60} />
      <Kept error={set.error} busy={set.isPending} same={author.trim() === '' || origin.trim() === ''} />
    </form>
  );
}
