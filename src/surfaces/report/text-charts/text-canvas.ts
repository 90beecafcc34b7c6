// A field of character cells that lines, bands and words are put on. In Unicode a line is drawn in braille, eight dots a
// cell; in ASCII one sign a cell. Words win over lines, lines over bands.

const BRAILLE = 0x2800;
/** Bits of a braille cell by column (2) and row (4). */
const BITS = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]] as const;

export interface TextCanvas {
  readonly columns: number;
  readonly rows: number;
  /** Where nothing stands yet; anything else may be put over it. */
  readonly shade: (column: number, row: number, sign: string) => void;
  /** `x` in 0 to columns, `y` in 0 to rows, both from the top left. */
  readonly dot: (x: number, y: number, sign: string) => void;
  readonly words: (column: number, row: number, text: string) => void;
  readonly lines: () => string[];
}

export function textCanvas(columns: number, rows: number, ascii: boolean): TextCanvas {
  const shades = new Map<number, string>();
  const dots = new Map<number, number | string>();
  const letters = new Map<number, string>();
  const inside = (column: number, row: number): boolean => column >= 0 && column < columns && row >= 0 && row < rows;
  const place = (column: number, row: number): number => row * columns + column;
  return {
    columns, rows,
    shade(column, row, sign) {
      if (inside(column, row)) shades.set(place(column, row), sign);
    },
    dot(x, y, sign) {
      const [column, row] = [Math.min(Math.floor(x), columns - 1), Math.min(Math.floor(y), rows - 1)];
      if (!inside(column, row)) return;
      const at = place(column, row);
      if (ascii) { dots.set(at, sign); return; }
      const bit = BITS[Math.min(1, Math.floor((x - column) * 2))]?.[Math.min(3, Math.floor((y - row) * 4))] ?? 0;
      const before = dots.get(at);
      dots.set(at, (typeof before === 'number' ? before : 0) | bit);
    },
    words(column, row, text) {
      [...text].forEach((letter, at) => { if (inside(column + at, row)) letters.set(place(column + at, row), letter); });
    },
    lines: () => Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => {
      const at = place(column, row);
      const dot = dots.get(at);
      return letters.get(at) ?? (typeof dot === 'number' ? String.fromCodePoint(BRAILLE + dot) : dot) ?? shades.get(at) ?? ' ';
    }).join('')),
  };
}
