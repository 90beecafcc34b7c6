// The address of one event in the why panel: `?why=event~REFERENCE`. Knows no event.

const BEFORE = 'event~';

export function eventWhy(reference: string): string {
  return `${BEFORE}${reference}`;
}

/** The event a panel's id names; undefined for any other number. */
export function eventOfWhy(id: string | undefined): string | undefined {
  return id?.startsWith(BEFORE) === true ? id.slice(BEFORE.length) : undefined;
}
