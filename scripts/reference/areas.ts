// Runs reference cases through the engine: one adapter per area, found by the area's name, and prints a line per case.
// An adapter is a file here that exports `runCase(input, see)` and answers in the shape of the case's `expected`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inputsOf, readCases, type Folder, type ReferenceCase, type See } from './cases.ts';
import { judge, type Judgement, type Miss } from './judge.ts';

/** Translates a case's input for the engine and its answer back; may throw, which fails that case alone. */
export type RunCase = (input: unknown, see: See) => unknown;

/** Finds the adapter of an area; throws when there is none. */
export type AdapterOf = (area: string) => Promise<RunCase>;

export interface CaseResult extends Judgement {
  readonly area: string;
  readonly id: string;
  /** Why there is no answer to judge. */
  readonly fault?: string;
}

/** The file `<area>.ts` beside this one, loaded when first asked for. */
export async function adapterOf(area: string): Promise<RunCase> {
  const file = new URL(`./${area}.ts`, import.meta.url);
  if (!/^[a-z]+(-[a-z]+)*$/.test(area) || !existsSync(fileURLToPath(file))) throw new Error(`no adapter: scripts/reference/${area}.ts is not there`);
  const module = (await import(/* @vite-ignore */ file.href)) as { readonly runCase?: RunCase };
  if (typeof module.runCase !== 'function') throw new Error(`no adapter: scripts/reference/${area}.ts exports no runCase`);
  return module.runCase;
}

/** Runs one case. Never rejects: what goes wrong is the result's fault. */
export async function runReferenceCase(one: ReferenceCase, see: See, adapters: AdapterOf = adapterOf): Promise<CaseResult> {
  const { area, id } = one;
  try {
    const runCase = await adapters(area);
    return { area, id, ...judge(one, await runCase(one.input, see)) };
  } catch (error) {
    return { area, id, ok: false, compared: 0, misses: [], fault: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Runs every case of a folder and of the folders in it. Prints one line per case and, last, `N passed, N failed`.
 * Answers the exit code: 0 all passed, 1 something failed, 2 when the folder cannot be read or holds no case.
 */
export async function runFolder(folder: string, print: (line: string) => void, adapters: AdapterOf = adapterOf): Promise<0 | 1 | 2> {
  let read: Folder;
  try {
    read = readCases(folder);
  } catch (error) {
    print(`${folder} cannot be read as a folder of cases: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const { cases, unread, leftOut } = read;
  for (const file of leftOut) print(`left out: ${file} is not a case`);
  if (cases.length + unread.length === 0) {
    print(`${folder} holds no case.`);
    return 2;
  }
  const see = inputsOf(folder, cases);
  let failed = unread.length;
  for (const one of cases) {
    const result = await runReferenceCase(one, see, adapters);
    if (!result.ok) failed++;
    print(resultLine(result));
  }
  for (const { file, reason } of unread) print(`${'unreadable'.padEnd(AREA_WIDTH)} ${file}  failed  ${reason}`);
  print(`${cases.length + unread.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

const AREA_WIDTH = 20;
const ID_WIDTH = 34;

/** One case as a line; a failed one with its worst value. */
export function resultLine({ area, id, ok, compared, misses, fault }: CaseResult): string {
  const name = `${area.padEnd(AREA_WIDTH)} ${id.padEnd(ID_WIDTH)}`;
  if (ok) return `${name} ok      ${compared} ${compared === 1 ? 'value' : 'values'}`;
  const worst = misses[0];
  const why = fault ?? (worst === undefined ? 'nothing to compare: no expected value has a tolerance' : missText(worst, misses.length, compared));
  return `${name} failed  ${why}`;
}

function missText({ path, expected, got }: Miss, count: number, compared: number): string {
  return `${path}: expected ${shown(expected)}, got ${shown(got)} (${count} of ${compared} values off)`;
}

function shown(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
