// Who wrote or did something on GitHub: one object a login, however often it is met.
import type { Person } from '../../domain/backlog/item.ts';
import { cleanText, isObject } from '../loose-json.ts';

export interface GithubMemory {
  readonly people: Map<string, Person>;
}

/** One object per person for the whole reading: the same few hundred people wrote everything. */
export function githubPerson(value: unknown, memory: GithubMemory): Person | undefined {
  if (!isObject(value)) return undefined;
  const login = value['login'] ?? value['username'];
  if (typeof login !== 'string' || login === '') return undefined;
  let person = memory.people.get(login);
  if (person === undefined) {
    person = value['type'] === 'Bot' ? { id: cleanText(login), bot: true } : { id: cleanText(login) };
    memory.people.set(login, person);
  }
  return person;
}
