// Why a calendar's source gave nothing, in words without its address or password.

/** `message` completes “The calendar did not answer: ...”. `retryAfter` is in seconds, where the server said it. */
export class FeedFailed extends Error {
  readonly retryAfter: number | undefined;
  constructor(message: string, { retryAfter }: { readonly retryAfter?: number | undefined } = {}) {
    super(message);
    this.name = 'FeedFailed';
    this.retryAfter = retryAfter;
  }
}
