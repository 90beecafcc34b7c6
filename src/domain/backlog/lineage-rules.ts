// Link rules ("everything under epic X serves problem P") and where an item comes from. Both are declared by the PM;
// nothing here is guessed beyond what was declared.
import type { Item } from './item.ts';

export interface LinkTarget {
  readonly kind: 'problem' | 'bet';
  readonly id: string;
}

/** A rule matches by field and value, without regard to case. `parent` matches the epic itself and everything under it. */
export interface LinkRule {
  readonly id: string;
  readonly field: 'label' | 'parent' | 'component' | 'type' | 'container';
  readonly value: string;
  readonly target: LinkTarget | { readonly kind: 'lights_on' } | { readonly kind: 'origin'; readonly origin: string };
}

/** The origins a product usually has; others may be declared. An item whose origin was not declared is `unknown`. */
export const ORIGINS = ['exec', 'sales', 'support', 'team', 'pm', 'unknown'] as const;
export const UNKNOWN_ORIGIN = 'unknown';

/** Ids or names of authors, as the source writes them, to their origin. */
export type OriginMap = ReadonlyMap<string, string>;

type Matchable = Pick<Item, 'key' | 'labels' | 'components' | 'type' | 'container' | 'parent'>;

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** Rules by field and value, for one look-up per fact of an item. A later rule of the same field and value stands beside the earlier. */
export class RuleBook {
  readonly #byValue = new Map<string, LinkRule[]>();
  readonly #fields = new Set<LinkRule['field']>();

  constructor(rules: readonly LinkRule[]) {
    for (const rule of rules) {
      const key = `${rule.field}\n${plain(rule.value)}`;
      this.#byValue.set(key, [...(this.#byValue.get(key) ?? []), rule]);
      this.#fields.add(rule.field);
    }
  }

  /** Rules that match the item by its own facts, in no promised order; a chain of parents is the caller's to walk. */
  matching(item: Matchable): LinkRule[] {
    if (this.#byValue.size === 0) return [];
    const found: LinkRule[] = [];
    if (this.#fields.has('label')) for (const label of item.labels) this.#take('label', label, found);
    if (this.#fields.has('component')) for (const component of item.components) this.#take('component', component, found);
    this.#take('type', item.type, found);
    this.#take('container', item.container, found);
    this.#take('parent', item.key, found);
    this.#take('parent', item.parent, found);
    return found;
  }

  #take(field: LinkRule['field'], value: string | undefined, found: LinkRule[]): void {
    if (value === undefined || !this.#fields.has(field)) return;
    for (const rule of this.#byValue.get(`${field}\n${plain(value)}`) ?? []) if (!found.includes(rule)) found.push(rule);
  }
}

/** Where an item comes from: a declared rule first, then its declared author, else `unknown`. */
export function originOf(item: Pick<Item, 'author'>, matched: readonly LinkRule[], authors: OriginMap): string {
  for (const rule of matched) if (rule.target.kind === 'origin') return rule.target.origin;
  const { author } = item;
  if (author === undefined) return UNKNOWN_ORIGIN;
  return authors.get(author.id) ?? (author.name === undefined ? undefined : authors.get(author.name)) ?? UNKNOWN_ORIGIN;
}
