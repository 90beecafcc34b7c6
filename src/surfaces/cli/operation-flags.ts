// Flags from an operation's fields, and the input from what was typed. Which field may stand without its flag is decided here.
import { Option, type Command } from 'commander';
import { fieldsOf, valueOf, type Field } from '../../contract/fields.ts';
import type { Operation } from '../../contract/operation.ts';
import { kebab } from './words.ts';

/**
 * The field that may be given as a plain word: files (`calendar add work.ics`), the one named like the topic (`goal get G-2`), else the
 * first that is required (`item link RET-1 RET-2`), a number where nothing else is (`line protect 420`); of the line, which is drawn by kinds, its kind (`line reset sales`) unless a
 * hand-off could be meant as well. Undefined where no such field is there.
 */
export function plainField(operation: Pick<Operation, 'name' | 'input'>): Field | undefined {
  const topic = operation.name.split('.')[0];
  const all = fieldsOf(operation);
  const fields = all.filter((field) => field.kind === 'text' || (field.kind === 'list' && field.of === 'text') || field.kind === 'choice');
  return all.find((field) => field.of === 'file') ?? fields.find((field) => field.name === topic) ?? fields.find((field) => field.required) ?? all.find((field) => field.kind === 'number' && field.required) ?? fields.find((field) => field.name === 'line' || (topic === 'line' && field.name === 'kind' && !all.some(({ name }) => name === 'handOff')));
}

/** Adds the argument and one option for each field. */
export function addFlags(command: Command, operation: Operation): void {
  const plain = plainField(operation);
  if (plain) command.argument(plain.kind === 'list' ? `[${kebab(plain.name)}...]` : `[${kebab(plain.name)}]`, describe(plain));
  for (const field of fieldsOf(operation)) {
    const name = kebab(field.name);
    const value = field.kind === 'boolean' ? '[true|false]' : `<${wordFor(field)}>`;
    command.addOption(named(`--${name} ${value}`, describe(field)).argParser<string[]>((text, before) => [...(before ?? []), text]));
    if (field.kind === 'boolean') command.addOption(new Option(`--no-${name}`).hideHelp());
  }
}

/** What was typed as the operation's input. Fields that were not typed are absent, so that the contract's defaults hold. */
export function inputFrom(operation: Operation, words: readonly string[], options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = plainField(operation);
  const entries = fieldsOf(operation).flatMap((field): [string, unknown][] => {
    const typed = options[attributeOf(field.name)];
    const alone = field === plain ? words : [];
    if (typeof typed === 'boolean') return [[field.name, typed]];
    const texts = [...alone, ...(Array.isArray(typed) ? typed.map(String) : [])];
    return texts.length === 0 ? [] : [[field.name, valueOf(field, texts)]];
  });
  return Object.fromEntries(entries);
}

/** An option of its own also where the field is called `noBet`: by itself commander takes `--no-bet` for the opposite of `--bet`. */
function named(flags: string, description?: string): Option {
  const option = new Option(flags, description);
  option.negate = false;
  return option;
}

/** The name under which commander keeps an option: `status-class` is kept as `statusClass`. */
function attributeOf(field: string): string {
  return named(`--${kebab(field)}`).attributeName();
}

function wordFor(field: Field): string {
  if (field.kind === 'file' || field.of === 'file') return 'path';
  if (field.kind === 'list') return field.amount ? `${kebab(field.amount.name)}=number,...` : field.of === 'json' ? 'json' : 'list';
  return field.kind === 'json' ? 'json' : field.kind === 'pairs' ? 'name=value,...' : field.kind === 'choice' ? 'choice' : field.kind === 'number' ? 'number' : 'text';
}

function describe(field: Field): string {
  const parts = [
    field.description ?? '',
    field.choices ? `${field.choices.join(', ')}` : '',
    field.kind === 'number' && field.minimum !== undefined && field.maximum !== undefined ? `${field.minimum} to ${field.maximum}` : '',
    field.default === undefined || field.default === false ? '' : `by default ${typeof field.default === 'string' ? field.default : JSON.stringify(field.default)}`,
    field.nullable ? 'none takes it away' : '', field.required ? 'needed' : '',
  ];
  return parts.filter(Boolean).join('; ');
}
