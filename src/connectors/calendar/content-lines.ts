// Text cut into content lines with their folds undone (RFC 5545, 3.1). Also reads CR CR LF, lone CR, and vCalendar's quoted-printable.

/** Called with each line that is not empty and the number, from 1, of the physical line it began on. */
type OnLine = (line: string, number: number) => void;

const isSpace = (code: number): boolean => code === 32 || code === 9;

function quotedPrintable(line: string): string {
  const colon = line.indexOf(':');
  const head = line.slice(0, colon + 1);
  const bytes = Buffer.from(line.slice(colon + 1).replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
  const text = new TextDecoder(/CHARSET="?utf-8/i.test(head) ? 'utf-8' : 'windows-1252').decode(bytes);
  return head.replace(/;ENCODING="?QUOTED-PRINTABLE"?/i, '') + text.replace(/\r\n?|\n/g, '\\n');
}

/** The lines of a text as they stand, one after the other. */
class PhysicalLines {
  number = 0;
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get more(): boolean {
    return this.#at < this.#source.length;
  }

  /** The next line goes on with the one before. */
  get folded(): boolean {
    return this.more && isSpace(this.#source.charCodeAt(this.#at));
  }

  next(): string {
    const newline = this.#source.indexOf('\n', this.#at);
    const end = newline < 0 ? this.#source.length : newline;
    let stop = end;
    while (stop > this.#at && this.#source.charCodeAt(stop - 1) === 13) stop--;
    const line = this.#source.slice(this.#at, stop);
    this.#at = end + 1;
    this.number++;
    return line;
  }
}

const QUOTED = /^[^:]*;ENCODING="?QUOTED-PRINTABLE/i;

/** A soft line break of quoted-printable: an equals sign at the end. */
function softlyJoined(line: string, lines: PhysicalLines): string {
  const parts = [line];
  while (parts.at(-1)!.endsWith('=') && lines.more) {
    parts.push(parts.pop()!.slice(0, -1), lines.next());
  }
  return parts.join('');
}

/** Linear in the text's length; a million folds of one line are joined once. `before` lines of its file are left out of a part of one. */
export function contentLines(text: string, onLine: OnLine, before = 0): void {
  const lines = new PhysicalLines(text.includes('\n') ? text : text.replaceAll('\r', '\n'));
  const quoted = /QUOTED-PRINTABLE/i.test(text);
  while (lines.more) {
    const number = before + lines.number + 1;
    let line = lines.next();
    const folded = lines.folded;
    if (folded) {
      const parts = [line];
      while (lines.folded) parts.push(lines.next().slice(1));
      line = parts.join('');
    }
    if (line.trim() === '') continue;
    // A fold may part the word.
    onLine((quoted || folded) && QUOTED.test(line) ? quotedPrintable(softlyJoined(line, lines)) : line, number);
  }
}
