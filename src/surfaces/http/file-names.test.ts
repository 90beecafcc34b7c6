import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, cleanFileName } from './file-names.ts';

describe('a person’s file name', () => {
  it('loses every path and control character, and is never empty', () => {
    expect(cleanFileName('../../etc/passwd')).toBe('passwd');
    expect(cleanFileName('C:\\Users\\me\\export.csv')).toBe('export.csv');
    expect(cleanFileName('a\r\nSet-Cookie: x=1.csv')).toBe('aSet-Cookie: x=1.csv');
    expect([cleanFileName(''), cleanFileName('..'), cleanFileName('a/')]).toEqual(['upload', 'upload', 'upload']);
    expect(cleanFileName('ü'.repeat(300))).toHaveLength(200);
  });

  it('becomes one header that nobody can break out of, whatever it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachment(name);
      return /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%~!#$&+^`|-]*$/.test(header) && !header.slice(22, header.indexOf('";')).includes('"') && new Headers({ x: header }).get('x') === header;
    }));
    expect(attachment('Prüfung 1.zip')).toBe("attachment; filename=\"Pr_fung 1.zip\"; filename*=UTF-8''Pr%C3%BCfung%201.zip");
  });
});
