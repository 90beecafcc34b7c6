// XLSX as rows of text: dates as ISO, numbers with a decimal point, so that what follows reads every kind of file alike.
// Looks before it unpacks: a sheet that would fill the memory is refused.
import readXlsx from 'read-excel-file/node';
import { fromBuffer, type ZipFile } from 'yauzl';
import { UnreadableMetric } from './unreadable.ts';

const MOST_UNPACKED = 512 << 20;

/** What kind of zip this is, by the names in it. */
export async function zipKind(bytes: Buffer): Promise<{ readonly kind: 'xlsx' | 'ods' | 'other' | 'damaged'; readonly unpacked: number }> {
  let zip: ZipFile;
  try {
    zip = await new Promise<ZipFile>((done, fail) => fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, opened) => (error ? fail(error) : done(opened))));
  } catch {
    return { kind: 'damaged', unpacked: 0 };
  }
  return new Promise((done) => {
    let kind: 'xlsx' | 'ods' | 'other' = 'other';
    let unpacked = 0;
    zip.on('entry', (entry: { readonly fileName: string; readonly uncompressedSize: number }) => {
      if (entry.fileName.startsWith('xl/workbook')) kind = 'xlsx';
      if (entry.fileName === 'content.xml') kind = 'ods';
      unpacked += entry.uncompressedSize;
      zip.readEntry();
    });
    zip.on('end', () => done({ kind, unpacked }));
    zip.on('error', () => done({ kind: 'damaged', unpacked }));
    zip.readEntry();
  });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  }
  return typeof cell === 'string' ? cell : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** The rows of the named sheet, or of the first that holds two rows. Dates in a sheet carry no zone: they are read as written. */
export async function sheetRows(name: string, bytes: Buffer, wanted: string | undefined): Promise<{ readonly sheet: string; readonly rows: readonly (readonly string[])[]; readonly others: readonly string[] }> {
  const about = await zipKind(bytes);
  if (about.unpacked > MOST_UNPACKED) throw new UnreadableMetric(name, 'too_large', 'unpacks to more than 512 MB', 'Save the one sheet as CSV and hand over that file');
  let sheets: Awaited<ReturnType<typeof readXlsx>>;
  try {
    sheets = await readXlsx(bytes);
  } catch (error) {
    throw new UnreadableMetric(name, 'sheet_damaged', 'is a spreadsheet that cannot be opened', 'Open it and save it again, or save the sheet as CSV', error);
  }
  const names = sheets.map(({ sheet }) => sheet);
  const chosen = wanted === undefined ? (sheets.find(({ data }) => data.length > 1) ?? sheets[0]) : sheets.find(({ sheet }) => sheet === wanted);
  if (chosen === undefined) throw new UnreadableMetric(name, 'no_such_sheet', `has no sheet “${wanted ?? ''}”`, `Its sheets are ${names.map((each) => `“${each}”`).join(', ')}`);
  const width = Math.max(1, ...chosen.data.map((row) => row.length));
  const rows = chosen.data.map((row) => Array.from({ length: width }, (_, at) => cellText(row[at])));
  return { sheet: chosen.sheet, rows, others: names.filter((each) => each !== chosen.sheet) };
}
