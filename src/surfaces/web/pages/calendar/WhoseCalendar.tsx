// Whose calendar it is: own addresses, the company's domains, working hours a weekday at a time, the zone, own names in the tracker. What
// was guessed says so; an emptied list is guessed again.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { hoursShort } from '../../charts/attention/hours.ts';
import { isTimeZone, TIME_ZONES } from '../source/time-zones.ts';
import { addressError, domainError, listIn, namesIn, type Settings } from './calendar-words.ts';
import { dayError, hoursByDay, hoursText, weekMinutes, WEEKDAYS } from './hours-text.ts';

interface Typed { readonly addresses: string; readonly company: string; readonly managers: string; readonly names: string; readonly zone: string; readonly days: readonly string[] }

function typedOf(settings: Settings): Typed {
  return {
    addresses: settings.addresses.join('\n'), company: settings.company.join('\n'), managers: settings.engineeringManagers.join('\n'), names: settings.trackerNames.join('\n'), zone: settings.timeZone, days: hoursByDay(settings.hours),
  };
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

export function WhoseCalendar({ settings }: { readonly settings: Settings }): ReactNode {
  const [typed, setTyped] = useState(() => typedOf(settings));
  const configure = useDo('attention.configure', { said: () => 'Kept' });
  const set = (patch: Partial<Typed>): void => setTyped({ ...typed, ...patch });
  const dayErrors = typed.days.map(dayError);
  const errors = { addresses: addressError(typed.addresses), company: domainError(typed.company), managers: addressError(typed.managers), zone: isTimeZone(typed.zone) ? undefined : 'That is no time zone, such as Europe/Berlin.' };
  const minutes = weekMinutes(typed.days);
  const fits = Object.values(errors).every((error) => error === undefined) && dayErrors.every((error) => error === undefined) && minutes !== undefined && minutes > 0;
  const changes = {
    ...(same(listIn(typed.addresses), settings.addresses) ? {} : { addresses: listIn(typed.addresses) }), ...(same(listIn(typed.company), settings.company) ? {} : { company: listIn(typed.company) }),
    ...(same(listIn(typed.managers), settings.engineeringManagers) ? {} : { engineeringManagers: listIn(typed.managers) }), ...(same(namesIn(typed.names), settings.trackerNames) ? {} : { trackerNames: namesIn(typed.names) }),
    ...(typed.zone.trim() === settings.timeZone ? {} : { timeZone: typed.zone.trim() }), ...(same(typed.days.map((day) => day.trim()), hoursByDay(settings.hours)) ? {} : { hours: hoursText(typed.days) }),
  };
  const changed = Object.keys(changes).length > 0;
  const error = (words: string | undefined): { error?: string } => (words === undefined ? {} : { error: words });
  return (
    <Section id="whose" finding="Whose calendar it is" sub="What is yours and what is the company’s decides which meetings are with people from outside.">
      <form className="settings" aria-label="Whose calendar it is" onSubmit={(event) => { event.preventDefault(); if (changed && fits && !configure.isPending) configure.mutate(changes); }}>
        <TextField label="Your addresses" multiline hint={settings.addressesGuessed && settings.addresses.length > 0 ? 'Guessed from the calendars; one a line.' : 'Every address you are invited by, one a line.'} value={typed.addresses} onChange={(addresses) => set({ addresses })} {...error(errors.addresses)} />
        <TextField label="The company’s mail domains" multiline hint={settings.companyGuessed && settings.company.length > 0 ? 'Guessed from your address; several brands go on several lines.' : 'Such as example.com, one a line.'} value={typed.company} onChange={(company) => set({ company })} {...error(errors.company)} />
        <fieldset className="weekday-hours">
          <legend className="field-label">Working hours</legend>
          <p className="field-hint" role="status">{minutes === undefined ? 'Written like 09:00-17:30; empty is a free day.' : minutes === 0 ? 'A week needs some hours.' : `${hoursShort(minutes)} hours a week; empty is a free day.`}</p>
          <div className="weekday-fields">
            {WEEKDAYS.map((day, at) => <TextField key={day} short label={day} value={typed.days[at] ?? ''} onChange={(hours) => set({ days: typed.days.map((before, place) => (place === at ? hours : before)) })} {...error(dayErrors[at])} />)}
          </div>
        </fieldset>
        <TextField label="Time zone" value={typed.zone} onChange={(zone) => set({ zone })} suggestions={TIME_ZONES} {...error(errors.zone)} />
        <TextField label="Engineering managers" optional multiline hint="Their addresses, one a line. A short talk with one of them that names a concern is taken for a people matter." value={typed.managers} onChange={(managers) => set({ managers })} {...error(errors.managers)} />
        <TextField label="Your names in the tracker" optional multiline hint="As they stand beside comments and edits, one a line. What is done under them outside of meetings counts as time." value={typed.names} onChange={(names) => set({ names })} />
        {configure.error !== null && <AskError error={configure.error} kept="Nothing was changed; what you typed is still here." />}
        <p className="actions"><Button type="submit" disabled={!changed || !fits} busy={configure.isPending}>Keep</Button></p>
      </form>
    </Section>
  );
}
