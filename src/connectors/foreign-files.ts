// Files people hand over that are no export, each with a sentence on what it is and what to do. Judged by first bytes.

export interface Foreign { readonly seen: string; readonly advice: string }

const EXPORT = 'Export the issues as CSV or JSON from the tracker and hand over that file';

const MAGIC: readonly (readonly [prefix: string, seen: string, advice: string])[] = [
  ['%PDF', 'is a PDF document', EXPORT],
  ['\x89PNG', 'is a picture', EXPORT],
  ['\xff\xd8\xff', 'is a picture', EXPORT],
  ['GIF8', 'is a picture', EXPORT],
  ['\xd0\xcf\x11\xe0', 'is an old Office document', 'Open it and save the sheet as CSV'],
  ['PK\x03\x04', 'is an archive inside an archive', 'Unpack it and hand over the export in it'],
  ['7z\xbc\xaf', 'is a 7z archive', 'Unpack it and hand over the export in it'],
  ['Rar!', 'is a RAR archive', 'Unpack it and hand over the export in it'],
  ['\xfd7zXZ', 'is an xz archive', 'Unpack it and hand over the export in it'],
  ['\x28\xb5\x2f\xfd', 'is a zstd archive', 'Unpack it and hand over the export in it'],
  ['BZh', 'is a bzip2 archive', 'Unpack it and hand over the export in it'],
  ['SQLite format 3', 'is a database file', EXPORT],
  ['\x7fELF', 'is a program', EXPORT],
];

/** What the file is when it is surely no export; undefined when it may be one. */
export function classifyBinary(head: Buffer): Foreign | undefined {
  const start = head.toString('latin1', 0, Math.min(head.length, 2048));
  for (const [prefix, seen, advice] of MAGIC) if (start.startsWith(prefix)) return { seen, advice };
  const text = start.trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body)/.test(text)) return { seen: 'is a web page, often a login page saved in place of the export', advice: 'Sign in to the tracker and export again' };
  if (text.startsWith('<?xml') || text.startsWith('<rss')) return { seen: 'is XML, which is not read', advice: EXPORT };
  if (text.startsWith('begin:vcalendar')) return { seen: 'is a calendar', advice: EXPORT };
  if (text.startsWith('webvtt')) return { seen: 'is a transcript', advice: EXPORT };
  let control = 0;
  for (let i = 0; i < start.length; i++) {
    const code = start.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) control++;
  }
  return control > start.length * 0.1 ? { seen: 'is not text', advice: EXPORT } : undefined;
}
