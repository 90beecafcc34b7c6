// A source as it is typed, what it lacks, and what it becomes as a question. Pure; knows no screen.
import type { InputOf } from '../../../../contract/index.ts';

type Connect = InputOf<'metric.connect'>;

export interface SourceText {
  readonly kind: 'url' | 'sql';
  readonly address: string;
  readonly header: string;
  readonly secret: string;
  readonly connection: string;
  readonly statement: string;
  readonly schedule: NonNullable<Connect['schedule']>;
  readonly date: string;
  readonly value: string;
  readonly denominator: string;
}

export function noSource(kind: SourceText['kind']): SourceText {
  return { kind, address: '', header: '', secret: '', connection: '', statement: '', schedule: 'daily', date: '', value: '', denominator: '' };
}

/** What is missing or cannot be right, by field; empty when it can be asked. */
export function sourceErrors(source: SourceText): { address?: string; connection?: string; statement?: string } {
  if (source.kind === 'url') return /^https?:\/\/[^\s/]+/i.test(source.address.trim()) ? {} : { address: 'An address begins with https:// or http://.' };
  return {
    ...(/^postgres(ql)?:\/\/\S+/i.test(source.connection.trim()) ? {} : { connection: 'A connection begins with postgres://.' }),
    ...(/^\s*(select|with)\s/i.test(source.statement) ? {} : { statement: 'One statement is needed, and it begins with SELECT or WITH.' }),
  };
}

export function connectInput(metric: string, source: SourceText): Connect {
  const named = (['date', 'value', 'denominator'] as const).flatMap((name) => (source[name].trim() === '' ? [] : [[name, source[name].trim()] as const]));
  const from = source.kind === 'url'
    ? { url: { address: source.address.trim(), ...(source.header.trim() === '' ? {} : { headers: { [source.header.trim()]: source.secret } }) } }
    : { sql: { connection: source.connection.trim(), statement: source.statement.trim() } };
  return { metric, schedule: source.schedule, ...from, ...Object.fromEntries(named) };
}
