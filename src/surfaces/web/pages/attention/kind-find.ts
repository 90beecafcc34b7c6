// Finding one of the 45 kinds by a few letters: its name, its group, or what people say they do when they do it. Pure.
import { GROUPS, KINDS, type Group, type Kind, type KindOfWork } from '../../../../domain/attention/kinds.ts';

/** What the groups are called on screens. `glue` is work carried for others; it is not bad. */
export const GROUP_NAMES: Readonly<Record<Group | 'unsorted', string>> = { core: 'Core', glue: 'Water carried', technical: 'Technical', people: 'People', growth: 'Growth', neutral: 'Rest', unsorted: 'Not sorted' };

export interface FoundKind {
  readonly kind: Kind;
  readonly name: string;
  readonly group: Group;
  /** What was found in place of the name, when it was not the name: an activity. */
  readonly by?: string | undefined;
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** 0 when `typed` is not in `text`; more for whole words and beginnings than for letters in order. */
function closeness(text: string, typed: string): number {
  const [inside, wanted] = [plain(text), plain(typed).trim()];
  if (wanted === '') return 1;
  if (inside === wanted) return 100;
  if (inside.startsWith(wanted)) return 60;
  const words = inside.split(/[^\p{L}\p{N}]+/u);
  const typedWords = wanted.split(/\s+/);
  if (typedWords.every((part) => words.some((word) => word.startsWith(part)))) return 45;
  if (inside.includes(wanted)) return 25;
  let at = -1;
  for (const letter of wanted.replace(/\s/g, '')) {
    at = inside.indexOf(letter, at + 1);
    if (at < 0) return 0;
  }
  return wanted.length >= 3 ? 5 : 0;
}

/** All kinds that answer to what was typed, best first; without anything typed, all in order of their groups. `usual` come first among equals. */
export function findKinds(typed: string, usual: readonly Kind[] = [], groupOf: (kind: KindOfWork) => Group = ({ group }) => group): FoundKind[] {
  const scored = KINDS.map((row) => {
    const name = Math.max(closeness(row.name, typed), closeness(row.kind.replaceAll('_', ' '), typed));
    const activity = row.activities.map((words) => ({ words, score: closeness(words, typed) * 0.7 })).sort((a, b) => b.score - a.score)[0];
    const group = closeness(GROUP_NAMES[groupOf(row)], typed) * 0.4;
    const by = activity !== undefined && activity.score > name && activity.score > group ? activity.words : undefined;
    return { row, by: typed.trim() === '' ? undefined : by, score: Math.max(name, activity?.score ?? 0, group), order: usual.includes(row.kind) ? usual.indexOf(row.kind) - 100 : 0 };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order || GROUPS.indexOf(groupOf(a.row)) - GROUPS.indexOf(groupOf(b.row)))
    .map(({ row, by }) => ({ kind: row.kind, name: row.name, group: groupOf(row), by }));
}
