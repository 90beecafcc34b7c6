// The chain of seals as an archive carries it, checked without a workspace, a server or a database. Decides what makes an archive's seals
// broken; knows nothing of terminals.
import { chainFaults, type KeptSeal, type SealFault } from '../domain/bet/seal.ts';
import type { SealRow } from '../store/seal.ts';
import { ArchiveReader, checkArchive, type ArchiveCheck } from './archive-file.ts';
import { keptSeal, sha256 } from './seal.ts';

const SEALS = 'data/seal.ndjson';
const BETS = 'data/bet.ndjson';

const FAULT_WORDS: Readonly<Record<SealFault['what'], string>> = {
  changed: 'does not say what was sealed', unreadable: 'cannot be read', out_of_order: 'does not stand in its place', broken_link: 'does not follow the seal before it',
};

type SealCheck =
  | { readonly ok: true; readonly seals: number; readonly intact: boolean; readonly head: string | undefined; readonly faults: readonly SealFault[] }
  | { readonly ok: false; readonly reason: string };

async function sealsOf(reader: ArchiveReader): Promise<KeptSeal[]> {
  const seals: KeptSeal[] = [];
  for await (const row of reader.rows(SEALS)) {
    const seal = row as unknown as SealRow;
    if (typeof seal.payload !== 'string' || typeof seal.sha256 !== 'string' || !Number.isInteger(seal.position)) throw new Error(`row ${seals.length + 1} of ${SEALS} is no seal`);
    seals.push(keptSeal(seal));
  }
  return seals;
}

/** Checks an export by itself. `ok` is false when it cannot be read at all. Seals are taken in the order in which the export holds them. */
export async function verifyExport(path: string): Promise<SealCheck> {
  let reader: ArchiveReader;
  try {
    reader = await ArchiveReader.open(path);
  } catch {
    return { ok: false, reason: 'it is not a whole zip file' };
  }
  try {
    if (!reader.has(SEALS)) return { ok: false, reason: `it holds no ${SEALS}` };
    const seals = await sealsOf(reader);
    const faults = chainFaults(seals, sha256);
    return { ok: true, seals: seals.length, intact: faults.length === 0, head: seals.at(-1)?.sha256, faults };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'it cannot be read' };
  } finally {
    reader.close();
  }
}

/** An archive that may be brought back: whole files, a whole chain, and a seal for every bet that is placed. Nothing is written before this said yes. */
export async function checkSealedArchive(path: string): Promise<ArchiveCheck> {
  const checked = await checkArchive(path);
  if (!checked.ok) return checked;
  const reader = await ArchiveReader.open(path);
  try {
    const reason = reader.has(SEALS) ? await brokenSeals(reader) : undefined;
    return reason === undefined ? checked : { ok: false, code: 'archive_damaged', details: { reason } };
  } catch (error) {
    return { ok: false, code: 'archive_damaged', details: { reason: error instanceof Error ? error.message : 'its seals cannot be read' } };
  } finally {
    reader.close();
  }
}

async function brokenSeals(reader: ArchiveReader): Promise<string | undefined> {
  const seals = await sealsOf(reader);
  const [fault] = chainFaults(seals, sha256);
  if (fault !== undefined) return `seal ${fault.position} ${FAULT_WORDS[fault.what]}`;
  const placed = new Set(seals.flatMap(({ beside }) => (beside?.kind === 'placement' ? beside.bet : [])));
  for await (const bet of reader.rows(BETS)) {
    if (bet['placed_at'] != null && !placed.has(String(bet['id']))) return `${String(bet['key'])} is placed and has no seal`;
  }
  return undefined;
}
