// A person's file name on its way in and out: never a path, never able to start a header or a second one.

/** The last part of whatever was sent, without control characters, at most 200 characters; `upload` when nothing is left. */
export function cleanFileName(sent: string): string {
  const last = sent.replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '').split(/[/\\]/).at(-1)!.trim();
  const name = [...last].slice(0, 200).join('');
  return name === '' || name === '.' || name === '..' ? 'upload' : name;
}

/** `Content-Disposition: attachment` with an ASCII name for old clients and the true one in RFC 8187's form. */
export function attachment(name: string): string {
  const clean = cleanFileName(name).replace(/[\ud800-\udfff]/gu, '_');
  const ascii = clean.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
