// A metric's values from one SELECT on PostgreSQL: a read-only transaction with a time limit and a row limit, rows as text.
import { Client, type QueryConfig } from 'pg';
import { SourceFailed } from './fetch-metric.ts';

export interface SqlSource {
  /** postgres://user:password@host/database */
  readonly connection: string;
  readonly statement: string;
}

const LIMIT_MS = 20_000;
const LIMIT_ROWS = 20_000;

/** The rows as objects of text in the order of the columns. Throws SourceFailed with the server's own words and no secret. */
export async function queryMetric({ connection, statement }: SqlSource): Promise<readonly Readonly<Record<string, string | null>>[]> {
  if (!/^postgres(ql)?:\/\//.test(connection) || !URL.canParse(connection)) throw new SourceFailed('the connection is not written like postgres://user:password@host/database');
  const client = new Client({ connectionString: connection, connectionTimeoutMillis: 10_000, query_timeout: LIMIT_MS + 5_000, application_name: 'throughline' });
  try {
    await client.connect();
    await client.query(`begin transaction read only`);
    await client.query(`set local statement_timeout = ${LIMIT_MS}`);
    // The extended protocol takes one statement; wrapped, it can only be one that gives rows.
    const text = `select * from (${statement.trim().replace(/;\s*$/, '')}\n) as metric limit ${LIMIT_ROWS + 1}`;
    const asText: QueryConfig & { readonly queryMode: 'extended' } = { text, queryMode: 'extended', types: { getTypeParser: () => (value: string) => value } };
    const { rows } = await client.query<Record<string, string | null>>(asText);
    await client.query('rollback');
    if (rows.length > LIMIT_ROWS) throw new SourceFailed('the statement gives more than 20,000 rows; add the values up to days first');
    return rows;
  } catch (error) {
    if (error instanceof SourceFailed) throw error;
    throw new SourceFailed(wordsOf(error, connection), error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function wordsOf(error: unknown, connection: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const { password } = new URL(connection);
  return password === '' ? message : message.replaceAll(decodeURIComponent(password), '…');
}
