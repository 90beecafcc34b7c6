// What went wrong that is nobody's refusal, as a caller sees it: the server broke, or did not answer. Sentences a person reads.

/** The server answered, but not with a value or a refusal. `requestId` finds the matching line in its log. */
export class ServerFault extends Error {
  readonly status: number;
  readonly requestId: string | undefined;
  constructor(status: number, requestId: string | undefined) {
    super(`Something broke on our side${requestId === undefined ? '' : ` (request ${requestId})`}. Nothing you did was wrong; trying again may help.`);
    this.name = 'ServerFault';
    this.status = status;
    this.requestId = requestId;
  }
}

/** Nobody answered at the address. */
export class ServerUnreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('Throughline does not answer. It may have been stopped; start it again with “throughline”.', options);
    this.name = 'ServerUnreachable';
  }
}
