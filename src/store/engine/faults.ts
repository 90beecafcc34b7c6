// Every way the storage engine breaks or declines, as classes, each with a sentence that says what to do.
// Knows no engine; surfaces show `message` as it stands.

/** What Postgres said no to. `code` is the SQLSTATE, the other fields are present when Postgres sent them. */
export class SqlError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly detail: string | undefined;
  constructor(facts: SqlErrorFacts, options?: ErrorOptions) {
    super(facts.message, options);
    this.name = 'SqlError';
    this.code = facts.code;
    this.constraint = facts.constraint;
    this.table = facts.table;
    this.column = facts.column;
    this.detail = facts.detail;
  }
}

export interface SqlErrorFacts {
  readonly message: string;
  readonly code: string;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  readonly detail?: string | undefined;
}

/** The embedded engine could not show that a commit reaches the disk, or the disk refused a write: nothing is written any more. */
export class NotDurable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The embedded database is not writing, because ${reason}. Check that the disk is healthy and has room, reinstall this `
      + 'version of Throughline so that it runs with the database engine it was tested with, or set DATABASE_URL to a PostgreSQL server.', options);
    this.name = 'NotDurable';
  }
}

/** A statement ran past its limit and was stopped; its transaction was undone. */
export class QueryTimedOut extends Error {
  readonly limitMs: number;
  constructor(limitMs: number, options?: ErrorOptions) {
    super(`A database query ran longer than ${limitMs / 1000} seconds and was stopped. What it was part of was undone; the database is open again.`, options);
    this.name = 'QueryTimedOut';
    this.limitMs = limitMs;
  }
}

/** The engine or its connection went away under a statement; its transaction was undone, except that an unanswered commit may have happened. */
export class EngineStopped extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The database stopped: ${reason}. Work that was not confirmed may have been undone.`, options);
    this.name = 'EngineStopped';
  }
}

/** A programming mistake: the outer database, or a second transaction, used inside a transaction. On one connection it would wait forever. */
export class OuterDatabaseInTransaction extends Error {
  constructor(what: string) {
    super(`${what}: pass tx on instead of reaching for the store`);
    this.name = 'OuterDatabaseInTransaction';
  }
}

/** A statement failed earlier in this transaction and the failure was swallowed, so nothing of it was kept. */
export class TransactionUndone extends Error {
  constructor() {
    super('the transaction was undone: a statement in it had failed and its error was not passed on');
    this.name = 'TransactionUndone';
  }
}

/** The PostgreSQL server cannot be used: too old, not UTF-8, unreachable. */
export class UnusableServer extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnusableServer';
  }
}
