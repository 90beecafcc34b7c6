// The tables of the migrations as types, and the store and transaction over them. Holds no SQL; the migrations have the last word.
import type { ColumnType } from 'kysely';
import type { Day, Json, JsonOrNull, Time } from './column-types.ts';
import type { Store as EngineStore, Tx as EngineTx } from './engine/store.ts';
import type { LineTables } from './line-tables.ts';

export type { Day };

type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
/** Absent when a row is made. */
type Later = ColumnType<string | null, string | null | undefined, string | null>;

interface WorkspaceTable {
  id: string; name: string; time_zone: string; sample_seed: number | null; created_at: Time;
}
interface MemberTable {
  workspace_id: string; id: string; name: string; role: 'owner' | 'pm' | 'teammate' | 'viewer'; created_at: Time;
}
interface ProductTable {
  workspace_id: string; id: string; name: string; created_at: Time;
}
interface CounterTable {
  workspace_id: string; name: string; value: number;
}
interface GoalTable {
  workspace_id: string; id: string; product_id: string; key: string;
  state: 'draft' | 'proposed' | 'active' | 'achieved' | 'missed' | 'abandoned'; statement: string; metric: string | null;
  unit: string | null; baseline: number | null; target: number | null; start_on: Day | null; end_on: Day | null;
  not_goals: Json; guardrails: Json; problem: string | null; decides: string | null; gives_way: string | null; changes: number;
  closed_reason: string | null; closed_at: Time | null; created_at: Time; updated_at: Time; version: number;
  metric_id: ColumnType<string | null, string | null | undefined, string | null>;
}
interface AgreementTable {
  workspace_id: string; id: string; goal_id: string; stakeholder: string; answer: 'yes' | 'no' | 'yes_but' | 'asked';
  condition: string | null; back_brief: string | null; will_not_ask: string | null; given_on: Day; voided_at: Time | null;
  created_at: Time;
}
interface ProblemTable {
  workspace_id: string; id: string; key: string; state: 'open' | 'closed'; title: string; who: string | null;
  trying_to: string | null; hurts: string | null; how_often: string | null; how_many: string | null; goal_id: string | null;
  closed_reason: string | null; created_at: Time; updated_at: Time; version: number;
}
interface BetTable {
  workspace_id: string; id: string; key: string; state: 'open' | 'closed'; claim: string; problem_id: string | null;
  goal_id: string | null; closed_reason: string | null; created_at: Time; updated_at: Time; version: number;
  terms: ColumnType<unknown, string | undefined, string>; base_rate: OptionalJson; placed_at: Later; placed_by: Later; outcome: OptionalJson;
  settled_at: Later; rank: ColumnType<number | null, number | null | undefined, number | null>;
}
interface SealTable {
  workspace_id: string; position: number; bet_id: string; kind: 'placement' | 'amendment' | 'ship' | 'readout' | 'settlement'; payload: string;
  sha256: string; previous: string | null; sealed_at: Time;
}
interface ForecastTable {
  workspace_id: string; id: string; bet_id: string; member_id: string; probability: number; words: string | null; given_at: Time;
}
interface ShipTable {
  workspace_id: string; id: string; key: string; title: string; shipped_on: Day; rolled_out_on: Day | null; audience: string | null;
  answer: 'unasked' | 'bet' | 'no_bet'; bet_id: string | null; metric_ids: Json; found_as: string | null; item_ids: Json; created_at: Time; updated_at: Time;
}
interface ProposalTable {
  workspace_id: string; id: string; key: string; operation: string; input: Json; state: 'waiting' | 'accepted' | 'declined'; words: string | null;
  made_at: Time; decided_at: Time | null; decided_by: string | null;
}
interface ReadoutTable {
  workspace_id: string; id: string; bet_id: string; review: number | null; as_of: Day; engine: string; input: Json; input_sha256: string; result: Json;
  made_by: string; made_at: Time;
}
interface ReviewTable {
  workspace_id: string; bet_id: string; review: number; member_id: string; process: number | null; remembered: number | null; readout_id: string | null;
  revealed_at: Time | null; luck: 'luck' | 'skill' | 'both' | 'unknown' | null; note: string | null; updated_at: Time;
}
interface LessonTable {
  workspace_id: string; id: string; key: string; bet_id: string; words: string; created_at: Time; updated_at: Time;
}
interface LessonLinkTable {
  workspace_id: string; lesson_id: string; target_id: string; target: 'bet' | 'problem'; stance: 'supports' | 'contradicts';
}
interface MetricTable {
  workspace_id: string; id: string; key: string; name: string; unit: string | null; direction: 'up' | 'down'; grain: 'day' | 'week';
  kind: 'level' | 'count' | 'rate'; state: 'active' | 'retired'; source: Json; secret: string | null; schedule: 'none' | 'hourly' | 'daily' | 'weekly';
  stale_after: number | null; refreshed_at: Time | null; next_refresh_at: Time | null; failure: JsonOrNull; created_at: Time; updated_at: Time; version: number;
}
interface MetricPointTable {
  workspace_id: string; metric_id: string; on_day: Day; value: number; denominator: number | null;
}
interface MetricRevisionTable {
  workspace_id: string; metric_id: string; on_day: Day; replaced_at: Time; value: number; denominator: number | null;
}
interface MetricLoadTable {
  workspace_id: string; id: string; metric_id: string; via: 'paste' | 'file' | 'url' | 'push' | 'sql' | 'sample'; counts: Json; unread: Json; loaded_at: Time;
}
interface CalendarTable {
  workspace_id: string; member_id: string; id: string; name: string; kind: 'file' | 'feed' | 'caldav' | 'sample'; says: string; title: string | null; counted: boolean;
  secret: string | null; schedule: 'none' | 'hourly' | 'daily'; seen: Json; generation: number; events: number; brought: JsonOrNull; unread: number;
  refreshed_at: Time | null; next_refresh_at: Time | null; failure: JsonOrNull; failures: number; removed_at: Time | null; created_at: Time; updated_at: Time;
}
interface CalendarTextTable {
  workspace_id: string; member_id: string; calendar_id: string; part: string; since: number; piece: number; until: number | null; name: string;
  etag: string | null; without: Json; text: string;
}
interface CalendarUnreadTable {
  workspace_id: string; member_id: string; calendar_id: string; position: number; place: string; code: string; detail: string;
}
interface CalendarReachTable {
  workspace_id: string; member_id: string; calendar_id: string; generation: number; time_zone: string; from_at: Time; to_at: Time;
}
interface CalendarDetailTable {
  workspace_id: string; member_id: string; calendar_id: string; id: string; details: Json;
}
interface CalendarInstanceTable {
  workspace_id: string; member_id: string; calendar_id: string; id: string; start_at: Time; end_at: Time; long: boolean; recurrence_at: Time | null;
  first_on: Day | null; last_on: Day | null; detail_id: string;
}
interface SourceTable {
  workspace_id: string; id: string; kind: string; name: string; created_at: Time; last_import_at: Time | null;
}
interface ItemTable {
  workspace_id: string; id: string; source_id: string; key: string; container: string | null; url: string | null; title: string;
  type: string | null; status: string | null; status_class: 'open' | 'done' | 'closed_unfinished'; created_at: Time | null;
  updated_at: Time | null; resolved_at: Time | null; due_on: Day | null; author_id: string | null; author_name: string | null;
  author_bot: boolean | null; assignee_id: string | null; assignee_name: string | null; assignee_bot: boolean | null;
  labels: Json; components: Json; priority: string | null; parent_key: string | null; comment_count: number; item_hash: string;
  comments_hash: string; touched_at: Time | null; lineage: 'goal' | 'suggested' | 'lights_on' | 'none'; leads_to: string | null; origin: string | null;
  aged_out: boolean; first_import_id: string | null; last_import_id: string | null; stored_at: Time;
}
interface ItemTextTable {
  workspace_id: string; item_id: string; body: string | null; links: Json; sprints: Json; history: JsonOrNull; search: string;
}
interface CommentTable {
  workspace_id: string; item_id: string; identity: string; position: number; source_comment_id: string | null;
  author_id: string | null; author_name: string | null; author_bot: boolean | null; written_at: Time | null; text: string;
}
interface UploadTable {
  workspace_id: string; id: string; name: string; bytes: number; sha256: string; created_at: Time;
}
interface ImportTable {
  workspace_id: string; id: string; state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed' | 'interrupted';
  request: Json; files: Json; kind: string | null; counts: Json; progress: JsonOrNull; checkpoint: Json; refusal: JsonOrNull;
  started_at: Time; finished_at: Time | null;
}
interface ImportUnreadTable {
  workspace_id: string; import_id: string; position: number; place: string; code: string; value: string | null; lost: boolean;
}
interface JobTable {
  workspace_id: string; id: string; kind: string; payload: Json; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: JsonOrNull; attempts: number; run_after: Time; held_by: string | null; held_until: Time | null;
  error: string | null; created_at: Time; finished_at: Time | null;
}
interface AuditTable {
  workspace_id: string; id: string; as_of: Day; result: Json; started_at: Time; finished_at: Time;
}
interface FindingTable {
  workspace_id: string; id: string; audit_id: string; rule: string; rule_version: number; item_id: string | null;
  position: number; state: 'standing' | 'agreed' | 'disputed' | 'left' | 'gone'; detail: Json; suppression_key: string;
}
interface DuplicateGroupTable {
  workspace_id: string; id: string; audit_id: string; position: number; score: number; words: Json; item_ids: Json;
}
interface DisputeTable {
  workspace_id: string; id: string; rule: string; suppression_key: string; finding_id: string; item_id: string | null;
  verdict: 'right' | 'wrong' | 'leave'; reason: string | null; words: string | null; until_on: Day | null;
  number: number | null; created_at: Time; withdrawn_at: Time | null;
}
interface RuleSettingTable {
  workspace_id: string; rule: string; switched_on: boolean | null; settings: Json; updated_at: Time;
}
interface LinkTable {
  workspace_id: string; id: string; item_id: string; problem_id: string | null; bet_id: string | null;
  via: 'hand' | 'bulk' | 'rule' | 'suggestion'; rule_id: string | null; note: string | null; created_at: Time;
}
interface LinkRuleTable {
  workspace_id: string; id: string; field: 'label' | 'parent' | 'component' | 'type' | 'container'; value: string;
  target: 'problem' | 'bet' | 'lights_on' | 'origin'; target_id: string | null; origin: string | null; created_at: Time;
}
interface DeclinedSuggestionTable {
  workspace_id: string; item_id: string; target_id: string; created_at: Time;
}
interface LineagePointTable {
  workspace_id: string; product_id: string; on_day: Day; open: number; linked: number; lights_on: number; unexplained: number;
}
interface DecisionTable {
  workspace_id: string; id: string; item_id: string; kind: 'close' | 'keep' | 'link' | 'still_a_problem'; reason: string | null;
  until_on: Day | null; evidence: string | null; message: string | null; made_by: string; made_at: Time; undo_until: Time;
  undone_at: Time | null; came_back_at: Time | null;
}
interface ArchiveTable {
  workspace_id: string; id: string; file_name: string; bytes: number; sha256: string; items: number; created_at: Time;
}
interface IdempotencyTable {
  workspace_id: string; key: string; request_hash: string; answer: JsonOrNull; created_at: Time;
}

interface AttentionSettingTable {
  workspace_id: string; member_id: string; settings: Json; updated_at: Time;
}
interface AttentionCorrectionTable {
  workspace_id: string; member_id: string; id: string; scope: 'event' | 'series' | 'alike'; series: string; instance: string; kind: string; before: Json; facts: Json;
  bet_id: string | null; starts_at: Time; said_at: Time; undone_at: Time | null;
}
interface AttentionRuleTable {
  workspace_id: string; member_id: string; id: string; kind: string; words: string | null; domain: string | null; person: string | null; organiser: string | null;
  correction_id: string | null; made_at: Time; removed_at: Time | null;
}
interface AttentionAnswerTable {
  workspace_id: string; member_id: string; week_on: Day; series: string; drawn: 'settles' | 'random'; guessed_group: string | null; was_group: string | null;
  correction_id: string | null; answered_at: Time;
}
interface AttentionHeldTable {
  workspace_id: string; member_id: string; series: string; instance: string; held: boolean; class: 'accepted' | 'tentative' | 'no-answer-recurring' | 'no-answer'; said_at: Time;
}
interface AttentionEntryTable {
  workspace_id: string; member_id: string; id: string; kind: string; kind_said: boolean; note: string; asked_by: string | null; on_day: Day; minutes: number;
  starts_at: Time | null; ends_at: Time | null; timed: boolean; written_at: Time; dropped_at: Time | null;
}
interface AttentionTimerTable {
  workspace_id: string; member_id: string; kind: string; kind_said: boolean; note: string; asked_by: string | null; started_at: Time;
}

export interface Schema extends LineTables {
  workspace: WorkspaceTable; member: MemberTable; product: ProductTable; counter: CounterTable; goal: GoalTable;
  agreement: AgreementTable; problem: ProblemTable; bet: BetTable; source: SourceTable; item: ItemTable;
  item_text: ItemTextTable; comment: CommentTable; upload: UploadTable; import: ImportTable; import_unread: ImportUnreadTable;
  job: JobTable; audit: AuditTable; finding: FindingTable; duplicate_group: DuplicateGroupTable; dispute: DisputeTable;
  rule_setting: RuleSettingTable; link: LinkTable; link_rule: LinkRuleTable; declined_suggestion: DeclinedSuggestionTable;
  seal: SealTable; forecast: ForecastTable; ship: ShipTable; proposal: ProposalTable;
  readout: ReadoutTable; review: ReviewTable; lesson: LessonTable; lesson_link: LessonLinkTable;
  metric: MetricTable; metric_point: MetricPointTable; metric_revision: MetricRevisionTable; metric_load: MetricLoadTable;
  calendar: CalendarTable; calendar_text: CalendarTextTable; calendar_unread: CalendarUnreadTable; calendar_reach: CalendarReachTable;
  calendar_detail: CalendarDetailTable; calendar_instance: CalendarInstanceTable;
  lineage_point: LineagePointTable; decision: DecisionTable; archive: ArchiveTable; idempotency: IdempotencyTable;
  attention_setting: AttentionSettingTable; attention_correction: AttentionCorrectionTable; attention_rule: AttentionRuleTable; attention_answer: AttentionAnswerTable;
  attention_held: AttentionHeldTable; attention_entry: AttentionEntryTable; attention_timer: AttentionTimerTable;
}

export type Store = EngineStore<Schema>;
export type Tx = EngineTx<Schema>;

/** An instant as a timestamptz parameter; absent stays null. */
export function timeText(instant: number): Time;
export function timeText(instant: number | undefined): Time | null;
export function timeText(instant: number | undefined): Time | null {
  return instant === undefined ? null : new Date(instant).toISOString();
}

/** A timestamptz value as an instant. */
export function instantOf(time: Time): number;
export function instantOf(time: Time | null): number | undefined;
export function instantOf(time: Time | null): number | undefined {
  return time === null ? undefined : Date.parse(time);
}
