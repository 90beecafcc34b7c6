// Month and half-day words of the languages trackers export in, taken from the platform's own locale data.

const LOCALES = ['en', 'es', 'nl', 'de', 'fr', 'pt', 'it', 'fi', 'sv', 'pl', 'ru', 'ja', 'zh', 'da', 'nb'];

/** Spellings older exports carry that today's locale data no longer lists, and ones written without the dot. */
const OLDER: Readonly<Record<string, number>> = {
  sept: 9, set: 9, dez: 12, okt: 10, mrz: 3, mär: 3, märz: 3, mrt: 3, maa: 3, avr: 4, juil: 7, juill: 7, fév: 2, févr: 2, déc: 12, août: 8,
  янв: 1, фев: 2, мар: 3, апр: 4, май: 5, мая: 5, июн: 6, июл: 7, авг: 8, сен: 9, сент: 9, окт: 10, ноя: 11, дек: 12,
  ene: 1, abr: 4, ago: 8, dic: 12, gen: 1, mag: 5, giu: 6, lug: 7, ott: 10,
};

let months: Map<string, number> | undefined;
let halves: Map<string, 'am' | 'pm'> | undefined;

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[.\s\u00a0\u202f]/g, '');
}

function part(format: Intl.DateTimeFormat, at: number, type: string): string {
  return plain(format.formatToParts(at).find((piece) => piece.type === type)?.value ?? '');
}

function learnMonths(): Map<string, number> {
  const learned = new Map<string, number>();
  for (const locale of LOCALES) {
    for (const style of ['short', 'long'] as const) {
      for (const shape of [{ month: style }, { month: style, day: 'numeric', year: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' });
        for (let month = 0; month < 12; month++) {
          const word = part(format, Date.UTC(2024, month, 15), 'month');
          if (!/^\d*$/.test(word) && !learned.has(word)) learned.set(word, month + 1);
        }
      }
    }
  }
  for (const [word, month] of Object.entries(OLDER)) if (!learned.has(word)) learned.set(word, month);
  return learned;
}

function learnHalves(): Map<string, 'am' | 'pm'> {
  const learned = new Map<string, 'am' | 'pm'>([['am', 'am'], ['pm', 'pm']]);
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const [hour, half] of [[9, 'am'], [15, 'pm']] as const) {
      const word = part(format, Date.UTC(2024, 0, 1, hour), 'dayPeriod');
      if (word !== '' && !learned.has(word)) learned.set(word, half);
    }
  }
  return learned;
}

/** 1 to 12 for a month's name or abbreviation in any of the languages, with or without a dot; undefined for another word. */
export function monthNamed(word: string): number | undefined {
  months ??= learnMonths();
  return months.get(plain(word));
}

/** `am` or `pm` for `AM`, `p. m.`, `下午`; undefined for another word. */
export function halfDayNamed(word: string): 'am' | 'pm' | undefined {
  halves ??= learnHalves();
  return halves.get(plain(word));
}
