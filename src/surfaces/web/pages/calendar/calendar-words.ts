// What the calendars page says, decided without a screen: schedules, what a reading brought, and mail domains as they are typed.
import type { OutputOf } from '../../../../contract/index.ts';
import { counted } from '../../data/words.ts';

export type Calendar = OutputOf<'calendar.list'>['calendars'][number];
export type Settings = OutputOf<'attention.settings'>;
export type Unread = OutputOf<'calendar.get'>['unread'][number];

export const SCHEDULES: readonly { readonly id: Calendar['schedule']; readonly name: string }[] = [{ id: 'hourly', name: 'Every hour' }, { id: 'daily', name: 'Once a day' }, { id: 'none', name: 'Only when I say so' }];

export function scheduleWords(schedule: Calendar['schedule']): string {
  return { hourly: 'read every hour', daily: 'read once a day', none: 'read only when you say so' }[schedule];
}

/** What a change brought: `3 events new, 1 changed, 2 gone`, or `nothing new`. */
export function broughtWords({ added, changed, removed }: { readonly added: number; readonly changed: number; readonly removed: number }): string {
  const parts = [added > 0 && `${counted(added, 'event')} new`, changed > 0 && `${changed} changed`, removed > 0 && `${removed} gone`].filter((part) => part !== false);
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}

/** Addresses or domains as typed, one a line or with commas: trimmed, without `@` in front, each once. */
export function listIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).map((one) => one.trim().toLowerCase().replace(/^@/, '')).filter((one) => one !== ''))];
}

/** Names as typed, one a line; they may have spaces. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\n;]+/).map((one) => one.trim()).filter((one) => one !== ''))];
}

/** What is wrong with typed addresses; undefined when nothing is. */
export function addressError(text: string): string | undefined {
  const wrong = listIn(text).find((one) => !/^[^@\s]+@[^@\s]+$/.test(one));
  return wrong === undefined ? undefined : `“${wrong}” is no address, such as you@example.com.`;
}

/** What is wrong with typed domains; undefined when nothing is. */
export function domainError(text: string): string | undefined {
  const wrong = listIn(text).find((one) => !/^[^@\s]+\.[^@\s.]+$/.test(one));
  return wrong === undefined ? undefined : `“${wrong}” is no mail domain, such as example.com.`;
}

/** An address of a calendar as it is typed: what is wrong with it, or undefined. */
export function feedError(address: string): string | undefined {
  const typed = address.trim();
  if (/^(https?|webcals?):\/\/[^\s/]+\S*$/i.test(typed)) return undefined;
  return typed === '' ? 'Paste the calendar’s secret address.' : 'An address begins with https:// or webcal://.';
}

/** A server as it is typed: the scheme may be left out. */
export function serverIn(text: string): string {
  const typed = text.trim();
  return typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
}
