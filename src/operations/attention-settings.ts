// `attention.settings` and `attention.configure`: what the ledger goes by. What was set before is what the undo sets again.
import type { GivenTo, OutputOf } from '../contract/index.ts';
import { ianaZone } from '../connectors/calendar/iana-zone.ts';
import { kindNamed, KINDS, type Group, type Kind } from '../domain/attention/kinds.ts';
import { kindCalled } from '../domain/attention/entry-line.ts';
import type { Relation } from '../domain/attention/classify/structure.ts';
import { workingHours } from '../domain/attention/working-hours.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { saveAttentionSettings } from '../store/attention.ts';
import { lockLine } from '../store/line.ts';
import type { LedgerContext } from './attention-calendar.ts';
import { whoseOf } from './attention-ledger.ts';
import { ledgerSettings, type KeptSettings } from './attention-settings-kept.ts';
import type { Handlers } from './context.ts';
import { withFocus } from './line-focus.ts';

type Settings = OutputOf<'attention.settings'>;
type Configure = GivenTo<'attention.configure'>;

async function settingsShown(context: LedgerContext): Promise<Settings> {
  const settings = await ledgerSettings(context.tx, context.asker);
  const { kept } = settings;
  const { addresses, company, guessed } = await whoseOf(context, settings);
  return {
    addresses: [...addresses], addressesGuessed: guessed.addresses, company: [...company], companyGuessed: guessed.company, hours: settings.hoursText, timeZone: settings.timeZone, people: { ...kept.people },
    engineeringManagers: [...(kept.engineeringManagers ?? [])], trackerNames: [...(kept.trackerNames ?? [])], groups: { ...kept.groups } as Record<string, Group>, focusMinutes: settings.focusMinutes,
    kinds: KINDS.map(({ kind, name, userShare }) => ({ kind, name, group: settings.groupOf(kind), ...(userShare === undefined ? {} : { userShare }) })),
  };
}

/** Kinds by any name they are known by; the first that is none of them. */
function groupsNamed(groups: Configure['groups']): ReadonlyMap<Kind, Group | 'usual'> | string {
  const named = new Map<Kind, Group | 'usual'>();
  for (const [written, group] of Object.entries(groups ?? {})) {
    const called = kindCalled(written);
    if (!called.found) return written;
    named.set(called.kind, group);
  }
  return named;
}

function changed<Key extends string, Value>(before: Readonly<Partial<Record<Key, Value>>> | undefined, change: Iterable<readonly [Key, Value | undefined]>): Record<Key, Value> {
  const after = new Map(Object.entries(before ?? {}) as [Key, Value][]);
  for (const [key, value] of change) {
    if (value === undefined) after.delete(key);
    else after.set(key, value);
  }
  return Object.fromEntries([...after].sort(([a], [b]) => (a < b ? -1 : 1))) as Record<Key, Value>;
}

const domainOf = (text: string): string => text.replace(/^@/, '');

export const attentionSettingsHandlers: Pick<Handlers, 'attention.settings' | 'attention.configure'> = {
  async 'attention.settings'(_given, context) {
    return granted(await settingsShown(context));
  },

  async 'attention.configure'(given, context) {
    const { tx, asker, now } = context;
    const unfit = (sentence: string) => refused('attention_unfit', { sentence });
    if (given.hours !== undefined && workingHours(given.hours) === undefined) return unfit(`“${given.hours}” are no working hours. Write them as in Mon-Fri 09:00-17:30, or Mon-Thu 09:00-12:30, 14:00-18:00; Fri 09:00-13:00.`);
    if (given.timeZone !== undefined && ianaZone(given.timeZone) === undefined) return unfit(`There is no time zone “${given.timeZone}”. Write it as in Europe/Berlin.`);
    const groups = groupsNamed(given.groups);
    if (typeof groups === 'string') return unfit(`There is no kind of work called “${groups}”.`);
    if (given.focusMinutes !== undefined) {
      await lockLine(tx, asker);
      const may = await withFocus(context, given.focusMinutes);
      if (!may.ok) return may;
    }
    const { kept } = await ledgerSettings(tx, asker);
    const { addresses, company, people, groups: _groups, ...plain } = given;
    const next: KeptSettings = {
      ...kept, ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)), ...(addresses === undefined ? {} : { addresses }), ...(company === undefined ? {} : { company: company.map(domainOf) }),
      people: changed<string, Relation>(kept.people, Object.entries(people ?? {}).map(([domain, is]) => [domainOf(domain), is === 'unknown' ? undefined : is] as const)),
      groups: changed<Kind, Group>(kept.groups, [...groups].map(([kind, group]) => [kind, group === 'usual' || group === kindNamed(kind).group ? undefined : group] as const)),
    };
    const before = await settingsShown(context);
    await saveAttentionSettings(tx, asker, next, now);
    return granted({ settings: await settingsShown(context), undo: { operation: 'attention.configure', input: takenBack(given, kept, before, groups) } });
  },
};

/** What was set before, for each thing that was given; what had not been set goes back to its guess or its usual value. */
function takenBack(given: Configure, kept: KeptSettings, before: Settings, groups: ReadonlyMap<Kind, unknown>): Record<string, unknown> {
  const usual: Record<string, unknown> = { addresses: [], company: [], engineeringManagers: [], trackerNames: [], hours: before.hours, timeZone: before.timeZone, focusMinutes: before.focusMinutes };
  const lists = Object.keys(usual).filter((name) => given[name as keyof Configure] !== undefined).map((name) => [name, kept[name as keyof KeptSettings] ?? usual[name]] as const);
  return {
    ...Object.fromEntries(lists),
    ...(given.people === undefined ? {} : { people: Object.fromEntries(Object.keys(given.people).map((domain) => [domain, kept.people?.[domainOf(domain)] ?? 'unknown'])) }),
    ...(given.groups === undefined ? {} : { groups: Object.fromEntries([...groups.keys()].map((kind) => [kind, kept.groups?.[kind] ?? 'usual'])) }),
  };
}
