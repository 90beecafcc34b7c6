// The switches of the audit's rules and what all rules know. Only SQL; a rule without a row stands at its default.
import { sql } from 'kysely';
import { asJson } from './engine/parameters.ts';
import { timeText, type Tx } from './schema.ts';

/** What every rule knows, as the PM set it. */
export interface SharedRuleSettings { readonly lightsOnAllowance?: number; readonly sunsetNames?: readonly string[]; readonly leavers?: readonly string[]; readonly allowedNouns?: readonly string[]; readonly origins?: Readonly<Record<string, string>> }
export interface RuleRows {
  readonly switches: ReadonlyMap<string, boolean>;
  readonly shared: SharedRuleSettings;
  /** Ids or names of authors, as the source writes them, to the origin of what they write. */
  readonly origins: ReadonlyMap<string, string>;
}

export async function getRuleSettings(tx: Tx, workspaceId: string): Promise<RuleRows> {
  const rows = await tx.selectFrom('rule_setting').select(['rule', 'switched_on', 'settings']).where('workspace_id', '=', workspaceId).execute();
  const shared = (rows.find(({ rule }) => rule === 'all')?.settings ?? {}) as SharedRuleSettings;
  return {
    switches: new Map(rows.flatMap((row) => (row.rule === 'all' || row.switched_on === null ? [] : [[row.rule, row.switched_on] as const]))),
    shared, origins: new Map(Object.entries(shared.origins ?? {})),
  };
}

/** Switches a rule; null sets it back to its default. */
export async function setRuleSwitch(tx: Tx, workspaceId: string, rule: string, on: boolean | null, at: number): Promise<void> {
  await sql`
    insert into rule_setting (workspace_id, rule, switched_on, settings, updated_at) values (${workspaceId}, ${rule}, ${on}, '{}'::jsonb, ${timeText(at)})
    on conflict (workspace_id, rule) do update set switched_on = excluded.switched_on, updated_at = excluded.updated_at`.execute(tx);
}

/** Sets what is given and leaves the rest. */
export async function setSharedSettings(tx: Tx, workspaceId: string, settings: SharedRuleSettings & { readonly origins?: Readonly<Record<string, string>> }, at: number): Promise<void> {
  await sql`
    insert into rule_setting (workspace_id, rule, switched_on, settings, updated_at) values (${workspaceId}, 'all', null, ${asJson(settings)}::jsonb, ${timeText(at)})
    on conflict (workspace_id, rule) do update set settings = rule_setting.settings || excluded.settings, updated_at = excluded.updated_at`.execute(tx);
}
