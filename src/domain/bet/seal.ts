// How a promise is sealed: canonical JSON that names the seal before it, and the check of a whole chain. Knows no hash function
// (it is handed in) and no store.

export const SEAL_SCHEMA = 'throughline.seal/1';

export type SealKind = 'placement' | 'amendment' | 'ship' | 'readout' | 'settlement';

export interface SealContent {
  /** 1 for the first seal of the workspace. */
  readonly position: number;
  readonly kind: SealKind;
  /** Id and key of the bet. */
  readonly bet: string;
  readonly key: string;
  /** RFC 3339 UTC. */
  readonly sealedAt: string;
  /** Hex SHA-256 of the seal before; null for the first. */
  readonly previous: string | null;
  readonly content: unknown;
}

/** Hex SHA-256 of a text's UTF-8 bytes. */
export type Sha256 = (text: string) => string;

/**
 * JSON with sorted keys, no spaces, and numbers in their shortest round-trip form; fields that are undefined are left out.
 * Throws TypeError on a number that is not finite: nothing is sealed that cannot be read back.
 * Example: `canonicalJson({ b: 1, a: [0.1] })` is `{"a":[0.1],"b":1}`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} cannot be sealed`);
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, entry]) => entry !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`).join(',')}}`;
}

/** The text that is hashed and kept. */
export function sealText(seal: SealContent): string {
  return canonicalJson({ schema: SEAL_SCHEMA, ...seal });
}

export interface KeptSeal {
  readonly position: number;
  readonly payload: string;
  readonly sha256: string;
  /** What is kept beside the payload to find a seal by; it has to say the same. Absent where only the chain is known. */
  readonly beside?: Pick<SealContent, 'kind' | 'bet' | 'sealedAt' | 'previous'> | undefined;
}

export interface SealFault {
  readonly position: number;
  readonly what: 'changed' | 'unreadable' | 'out_of_order' | 'broken_link';
}

/** Everything that is wrong with a chain, in its order; empty when every seal is as it was made. Seals come in the order of position. */
export function chainFaults(seals: readonly KeptSeal[], sha256: Sha256): SealFault[] {
  const faults: SealFault[] = [];
  let previous: string | null = null;
  seals.forEach((seal, at) => {
    const said = parsed(seal.payload);
    const saysOther = said !== undefined && Object.entries(seal.beside ?? {}).some(([name, value]) => said[name] !== value);
    if (sha256(seal.payload) !== seal.sha256 || saysOther) faults.push({ position: seal.position, what: 'changed' });
    if (said === undefined) faults.push({ position: seal.position, what: 'unreadable' });
    else {
      if (said['position'] !== seal.position || seal.position !== at + 1) faults.push({ position: seal.position, what: 'out_of_order' });
      if ((said['previous'] ?? null) !== previous) faults.push({ position: seal.position, what: 'broken_link' });
    }
    previous = seal.sha256;
  });
  return faults;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
