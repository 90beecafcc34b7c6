// Names every package that is bundled into what we ship, with its licence text, and refuses a licence we may not ship.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

const MAY_SHIP = /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|OFL-1\.1|MPL-2\.0|Python-2\.0)$/;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/** The package folder a bundled file came from, relative to the repository; undefined for our own sources. */
export function packageFolder(file: string): string | undefined {
  const clean = file.replaceAll('\\', '/').replace(/^\0+/, '').replace(/[?#].*$/, '');
  const at = clean.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const start = clean.indexOf('node_modules/');
  const name = /^(@[^/]+\/[^/]+|[^@/][^/]*)/.exec(clean.slice(at + 'node_modules/'.length))?.[0];
  return name === undefined ? undefined : clean.slice(start, at) + 'node_modules/' + name;
}

/** True when every part of an SPDX expression, or one side of an OR, is a licence we may ship. */
export function mayShip(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((side) => side.split(/\s+AND\s+/).every((licence) => MAY_SHIP.test(licence.trim())));
}

/**
 * The text of THIRD_PARTY_NOTICES.md for the given bundled files, ordered by package name. Throws when a package
 * states no licence, or one that is not on the list.
 */
export function thirdPartyNotices(files: readonly string[]): string {
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== undefined));
  const parts = [...folders].map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    const licence = manifest.license ?? 'none stated';
    if (!mayShip(licence)) throw new Error(`${manifest.name}@${manifest.version} is bundled under "${licence}", which is not on the list of licences we ship`);
    return { title: `${manifest.name} ${manifest.version}`, licence, text: licenceText(join(root, folder), manifest) };
  });
  const unique = new Map(parts.map((part) => [part.title, part]));
  const sections = [...unique.values()]
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map((part) => `## ${part.title}\n\nLicence: ${part.licence}\n\n${part.text}`);
  return `# Third-party notices\n\nThe built files contain code from these ${unique.size} packages.\n\n${sections.join('\n')}`;
}

function licenceText(folder: string, manifest: Manifest): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|ofl)/i.test(name)).toSorted() : [];
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  if (names.length === 0) return `The package ships no licence text; its author is ${author ?? 'not named in it'}.\n`;
  return names.map((name) => '```text\n' + readFileSync(join(folder, name), 'utf8').trim() + '\n```\n').join('\n');
}
