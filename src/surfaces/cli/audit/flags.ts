// What was typed after `throughline audit`, as values; anything that does not fit ends with one plain sentence and exit code 2.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { importKind } from '../../../contract/import.ts';
import { day } from '../../../contract/shapes.ts';
import { RULE_ORDER, type RuleName } from '../../report/rule-words.ts';
import { Stopped } from '../door.ts';
import type { ImportKind } from './door.ts';
import { didYouMean } from './near.ts';

/** By name or by number, `dinosaur` or `r1`; a dash is as good as an underscore. */
export function ruleNamed(typed: string): RuleName {
  const word = typed.trim().toLowerCase().replaceAll('-', '_');
  const numbered = /^r(\d{1,2})$/.exec(word);
  const rule = numbered ? RULE_ORDER[Number(numbered[1]) - 1] : RULE_ORDER.find((name) => name === word);
  if (rule !== undefined) return rule;
  throw new Stopped(2, `There is no rule “${typed.trim()}”.${didYouMean(word, RULE_ORDER) || ` The rules are ${RULE_ORDER.join(', ')}, or r1 to r${RULE_ORDER.length}.`}`);
}

export function rulesNamed(typed: string): RuleName[] {
  const words = typed.split(',').filter((word) => word.trim() !== '');
  if (words.length === 0) throw new Stopped(2, '--rules names at least one rule, such as --rules r1,r4.');
  return [...new Set(words.map(ruleNamed))];
}

export function kindNamed(typed: string): ImportKind {
  const kinds = importKind.options;
  const kind = kinds.find((name) => name === typed);
  if (kind !== undefined) return kind;
  throw new Stopped(2, `There is no kind “${typed}”.${didYouMean(typed, kinds)} The kinds are ${kinds.join(', ')}.`);
}

export function dayNamed(typed: string): string {
  if (day.safeParse(typed).success) return typed;
  throw new Stopped(2, `“${typed}” is not a day that exists. Write it as in 2026-11-20.`);
}

export function limitNamed(typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new Stopped(2, `--limit takes a whole number of findings, not “${typed}”.`);
}

export function zoneNamed(typed: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone === '' ? 'UTC' : typed;
  } catch {
    throw new Stopped(2, `There is no time zone “${typed}”.${didYouMean(typed, Intl.supportedValuesOf('timeZone'))} Write it as in Europe/Berlin.`);
  }
}

/** `title=Summary,created=Opened`; a comma within a column's name stays with it. May be given several times. */
export function mapOf(typed: readonly string[]): Record<string, string> {
  const map: Record<string, string> = {};
  let last: string | undefined;
  for (const part of typed.flatMap((text) => text.split(','))) {
    const at = part.indexOf('=');
    if (at > 0) {
      last = part.slice(0, at).trim();
      map[last] = part.slice(at + 1).trim();
    } else if (last !== undefined) map[last] += `,${part}`;
    else throw new Stopped(2, `--map pairs our field with your column, such as --map title=Summary; “${part}” is no pair.`);
  }
  return map;
}

/** The files' full paths. A missing one ends with its nearest neighbour in the same folder, or a verb it may have been meant for. */
export function pathsOf(files: readonly string[], folder: string, verbs: readonly string[], command = 'audit'): string[] {
  return files.map((file) => {
    const path = resolve(folder, file);
    if (existsSync(path)) return path;
    const verb = didYouMean(file, verbs.map((name) => `throughline ${command} ${name}`).concat(verbs));
    throw new Stopped(2, `There is no file ${file}.${didYouMean(basename(file), neighbours(path)) || verb}`);
  });
}

function neighbours(path: string): string[] {
  try {
    return readdirSync(dirname(path)).slice(0, 2_000);
  } catch {
    return [];
  }
}
