// Words into lines by what a terminal shows, not by code units. Knows no colour: lines are painted after they are cut.
import stringWidth from 'string-width';

/** Lines of at most `width`, broken between words; a word wider than a line is broken where it must be. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean).flatMap((each) => pieces(each, width))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (stringWidth(joined) <= width) line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The lines, each behind `indent` spaces. */
export function indented(text: string, width: number, indent: number): string[] {
  return wrapped(text, Math.max(20, width - indent)).map((line) => ' '.repeat(indent) + line);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

function pieces(word: string, width: number): string[] {
  if (stringWidth(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (stringWidth(piece + segment) > width) {
      found.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...found, piece];
}
