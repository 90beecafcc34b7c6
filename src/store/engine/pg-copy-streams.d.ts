// The one function this house uses of pg-copy-streams, which ships no types.
declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';
  export function from(sql: string): Writable & Submittable & { readonly rowCount: number };
}
