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

/** Linear in the text's length; a million folds of one line are joined once. */
export function contentLines(text: string, onLine: OnLine): void {
  const source = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  const length = source.length;
  const quoted = /QUOTED-PRINTABLE/i.test(source);
  let at = 0;
  let number = 0;
  const physical = (): string => {
    let end = source.indexOf('\n', at);
    if (end < 0) end = length;
    let stop = end;
    while (stop > at && source.charCodeAt(stop - 1) === 13) stop--;
    const line = source.slice(at, stop);
    at = end + 1;
    number++;
    return line;
  };
  while (at < length) {
    const first = number + 1;
    let line = physical();
    if (isSpace(source.charCodeAt(at)) && at < length) {
      const parts = [line];
      while (at < length && isSpace(source.charCodeAt(at))) parts.push(physical().slice(1));
      line = parts.join('');
    }
    if (quoted && line.endsWith('=') && /^[^:]*;ENCODING="?QUOTED-PRINTABLE/i.test(line)) {
      const parts = [line.slice(0, -1)];
      while (at < length && parts.length < 10_000) {
        const more = physical();
        parts.push(more.endsWith('=') ? more.slice(0, -1) : more);
        if (!more.endsWith('=')) break;
      }
      line = parts.join('');
    }
    if (line.trim() === '') continue;
    onLine(quoted && /^[^:]*;ENCODING="?QUOTED-PRINTABLE/i.test(line) ? quotedPrintable(line) : line, first);
  }
}
