// Turns a query string into the input of a query. Unknown names are kept, so that the schema decides what happens to them.
import { fieldsOf, valueOf } from '../../contract/fields.ts';
import type { Operation } from '../../contract/operation.ts';

/**
 * `?limit=5&rule=orphan` -> `{ limit: 5, rule: 'orphan' }`. A name may come several times where a list is wanted. What does
 * not fit stays text and is refused by the schema with its pointer. An empty text for an optional field counts as absent.
 */
export function queryInput(operation: Pick<Operation, 'input'>, search: URLSearchParams): Record<string, unknown> {
  const fields = new Map(fieldsOf(operation).map((field) => [field.name, field]));
  const entries: [string, unknown][] = [];
  for (const name of new Set(search.keys())) {
    const texts = search.getAll(name);
    const field = fields.get(name);
    if (field && !field.required && texts.every((text) => text === '')) continue;
    entries.push([name, field ? valueOf(field, texts) : texts.length === 1 ? texts[0] : texts]);
  }
  return Object.fromEntries(entries);
}
