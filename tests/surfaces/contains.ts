// Whether an answer holds what an example shows: at least its fields, and in a list at least its entries, wherever they stand.

/** Path of the first thing that is missing or different; undefined when everything the example shows is there. */
export function missingFrom(actual: unknown, shown: unknown, at = 'value'): string | undefined {
  if (Array.isArray(shown)) {
    if (!Array.isArray(actual)) return `${at} is no list`;
    const lost = shown.findIndex((entry) => !actual.some((candidate) => missingFrom(candidate, entry) === undefined));
    return lost < 0 ? undefined : `${at} has no entry like ${JSON.stringify(shown[lost])} in ${JSON.stringify(actual).slice(0, 300)}`;
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof actual !== 'object' || actual === null) return `${at} is ${JSON.stringify(actual)}`;
    return Object.entries(shown).map(([name, entry]) => missingFrom((actual as Record<string, unknown>)[name], entry, `${at}.${name}`)).find((fault) => fault !== undefined);
  }
  return Object.is(actual, shown) ? undefined : `${at} is ${JSON.stringify(actual)}, not ${JSON.stringify(shown)}`;
}
