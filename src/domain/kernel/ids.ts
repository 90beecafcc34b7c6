// Ids: a prefix that names the kind, then 26 characters that sort by time. Time and randomness are handed in.

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Every kind of thing that has an id, by its prefix. */
export const ID_PREFIXES = {
  workspace: 'wsp', member: 'mbr', product: 'prd', goal: 'gol', agreement: 'agr', problem: 'prb', bet: 'bet',
  source: 'src', item: 'itm', comment: 'cmt', import: 'imp', upload: 'upl', audit: 'aud', finding: 'fnd',
  dispute: 'dsp', link: 'lnk', linkRule: 'lnr', decision: 'dec', job: 'job', archive: 'arc', request: 'req',
  forecast: 'fct', ship: 'shp', proposal: 'prp', metric: 'met', readout: 'rdo', review: 'rev', lesson: 'lsn', calendar: 'cal',
  correction: 'cor', attentionRule: 'atr', entry: 'ent', carry: 'car', handOff: 'hnd',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/**
 * An id such as `bet_01JD3Q...`: prefix, underscore, 10 Crockford base-32 characters of milliseconds and 16 of randomness.
 * `random` yields numbers in [0, 1). Ids made in one millisecond are unique but unordered among themselves.
 */
export function newId(kind: IdKind, at: number, random: () => number): string {
  let time = at;
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = CROCKFORD[time % 32]! + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (let i = 0; i < 16; i++) tail += CROCKFORD[Math.floor(random() * 32)]!;
  return `${ID_PREFIXES[kind]}_${head}${tail}`;
}
