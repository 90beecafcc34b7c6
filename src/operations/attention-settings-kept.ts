// A member's settings of the ledger as they are kept, and what they mean: hours, zone, people, and the group a kind is in for this member.
import { ianaZone } from '../connectors/calendar/iana-zone.ts';
import { kindNamed, type Group, type Kind } from '../domain/attention/kinds.ts';
import type { Acquaintance, Relation } from '../domain/attention/classify/structure.ts';
import { USUAL_HOURS, workingHours, type WallClock, type WorkingHours } from '../domain/attention/working-hours.ts';
import { findAttentionSettings, type Owner } from '../store/attention.ts';
import type { Tx } from '../store/schema.ts';
import { getWorkspace } from '../store/workspace.ts';

/** What was set; what was not is absent. */
export interface KeptSettings {
  readonly addresses?: readonly string[];
  readonly company?: readonly string[];
  readonly hours?: string;
  readonly timeZone?: string;
  readonly people?: Readonly<Record<string, Relation>>;
  readonly engineeringManagers?: readonly string[];
  readonly trackerNames?: readonly string[];
  readonly groups?: Readonly<Partial<Record<Kind, Group>>>;
  readonly focusMinutes?: number;
}

export interface LedgerSettings {
  readonly kept: KeptSettings;
  readonly hoursText: string;
  readonly hours: WorkingHours;
  readonly timeZone: string;
  readonly clock: WallClock;
  readonly acquaintance: Acquaintance;
  /** In a week; 480 unless set. */
  readonly focusMinutes: number;
  readonly groupOf: (kind: Kind) => Group;
}

const FOCUS_MINUTES = 480;

/** Settings with everything that was not set filled in. A zone or hours that can no longer be read give the usual ones. */
export async function ledgerSettings(tx: Tx, owner: Owner): Promise<LedgerSettings> {
  const kept = ((await findAttentionSettings(tx, owner)) ?? {}) as KeptSettings;
  const wanted = kept.timeZone ?? (await getWorkspace(tx, owner.workspaceId)).time_zone;
  const clock = ianaZone(wanted);
  const hours = workingHours(kept.hours ?? USUAL_HOURS);
  return {
    kept, hoursText: hours === undefined ? USUAL_HOURS : kept.hours ?? USUAL_HOURS, hours: hours ?? workingHours(USUAL_HOURS)!, timeZone: clock === undefined ? 'UTC' : wanted, clock: clock ?? ianaZone('UTC')!,
    acquaintance: { relations: new Map(Object.entries(kept.people ?? {})), engineeringManagers: new Set(kept.engineeringManagers ?? []) },
    focusMinutes: kept.focusMinutes ?? FOCUS_MINUTES, groupOf: (kind) => kept.groups?.[kind] ?? kindNamed(kind).group,
  };
}
