// Values typed after `throughline readout`; anything that does not fit ends with one plain sentence and exit code 2.
import { Stopped } from '../door.ts';
import { dayNamed } from '../audit/flags.ts';

/** `3%` and `+3 %` are a relative effect of 0.03, `12.5` an absolute one of 12.5. Above 0: it counts in the good direction. */
export function minEffectNamed(typed: string): { scale: 'relative' | 'absolute'; value: number } {
  const found = /^\s*\+?(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%?)\s*$/.exec(typed);
  const number = found === null ? NaN : Number(found[1]!.replace(',', '.'));
  if (/^\s*[-−]/.test(typed)) throw new Stopped(2, `--min-effect counts in the good direction: write ${typed.replace(/^\s*[-−]\s*/, '')}, and --direction down where less is better.`);
  if (!(number > 0)) throw new Stopped(2, `--min-effect takes a relative effect such as 3% or one in the metric’s own unit such as 12.5, above 0; not “${typed}”.`);
  return found![2] === '%' ? { scale: 'relative', value: number / 100 } : { scale: 'absolute', value: number };
}

/** `90` is the first 90 days, `8..90` the eighth to the ninetieth. */
export function windowNamed(typed: string): { from: number; to: number } {
  const found = /^\s*(?:(\d{1,4})\s*\.\.\s*)?(\d{1,4})\s*$/.exec(typed);
  const from = Number(found?.[1] ?? 1), to = Number(found?.[2] ?? 0);
  if (from >= 1 && to >= from && to <= 3650) return { from, to };
  throw new Stopped(2, `--window takes days after the full rollout, such as 90 or 1..90; not “${typed}”.`);
}

export function daysNamed(typed: string): string[] {
  return listNamed(typed).map(dayNamed);
}

/** Names between commas; a comma within a name is written in quotes: `A,"B, C"`. */
export function listNamed(typed: string): string[] {
  return [...typed.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain!).trim()).filter((name) => name !== '');
}

export function oneOf<const Word extends string>(flag: string, typed: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === typed.trim().toLowerCase());
  if (word !== undefined) return word;
  throw new Stopped(2, `${flag} takes ${words.slice(0, -1).join(', ')} or ${words.at(-1)!}; not “${typed}”.`);
}

export function wholeNamed(flag: string, typed: string): number {
  const count = Number(typed.replaceAll(/[,_ ]/g, ''));
  if (Number.isSafeInteger(count) && count >= 2) return count;
  throw new Stopped(2, `${flag} takes a whole number, such as 20000; not “${typed}”.`);
}

/** `control=50,treatment=50`. */
export function splitNamed(typed: string): Record<string, number> {
  const split: Record<string, number> = {};
  for (const part of listNamed(typed)) {
    const at = part.lastIndexOf('=');
    const share = Number(part.slice(at + 1).replace('%', ''));
    if (at < 1 || !(share > 0)) throw new Stopped(2, `--split names each arm’s planned share, such as control=50,new=50; “${part}” is none.`);
    split[part.slice(0, at).trim()] = share;
  }
  return split;
}
