// The time zones this browser knows, and whether a text names one.

export const TIME_ZONES: readonly string[] = typeof Intl.supportedValuesOf === 'function' ? ['UTC', ...Intl.supportedValuesOf('timeZone')] : ['UTC'];

export function isTimeZone(text: string): boolean {
  try {
    return text.trim() !== '' && new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
