// Page markers: opaque to a caller, bound to the question they came from. A marker of another question is refused, not guessed at.
import { hash } from 'node:crypto';

type Position = readonly (string | number | null)[];

function bond(operation: string, given: Readonly<Record<string, unknown>>): string {
  const { cursor: _cursor, limit: _limit, ...question } = given;
  const asked = Object.entries(question).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([operation, asked]), 'base64url').slice(0, 16);
}

function seal(body: string, bound: string): string {
  return hash('sha256', `${bound} ${body}`, 'base64url').slice(0, 10);
}

/** The marker after `position` for this operation and input; `limit` may differ from page to page. */
export function writeCursor(operation: string, given: Readonly<Record<string, unknown>>, position: Position): string {
  const body = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${body}.${seal(body, bond(operation, given))}`;
}

/** The position in `given.cursor`: undefined without a cursor, `bad` when it is not of this question or has another length. */
export function readCursor(operation: string, given: Readonly<Record<string, unknown>>, length: number): Position | undefined | 'bad' {
  const cursor = given['cursor'];
  if (cursor === undefined) return undefined;
  if (typeof cursor !== 'string') return 'bad';
  const [body = '', check] = cursor.split('.');
  if (check !== seal(body, bond(operation, given))) return 'bad';
  try {
    const position = JSON.parse(Buffer.from(body, 'base64url').toString()) as Position;
    return Array.isArray(position) && position.length === length ? position : 'bad';
  } catch {
    return 'bad';
  }
}
