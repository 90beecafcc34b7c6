// The tables of the line as types. Holds no SQL; the migration has the last word.
import type { Day, Json, JsonOrNull, Time } from './column-types.ts';

interface LineRowTable {
  workspace_id: string; member_id: string; kind: string; stance: 'own' | 'share' | 'hand_off' | 'decline'; budget: number | null; counterpart: string | null; by_on: Day | null;
  level: number | null; accepts: string | null; way: 'shrink' | 'batch' | 'template' | 'stop' | null; note: string | null; review_on: Day | null; seeded: boolean; updated_at: Time;
}
interface LineChangeTable {
  workspace_id: string; member_id: string; position: number; what: 'set' | 'reset' | 'protect' | 'decide'; on_day: Day; before: Json; after: Json; protected: JsonOrNull;
  decision: JsonOrNull; made_at: Time; undone_at: Time | null;
}
interface CarryTable {
  workspace_id: string; member_id: string; id: string; on_day: Day; kind: string; kind_guessed: boolean; minutes: number; what: string; asked_by: string | null; topic: string | null;
  reason: 'nobody_else' | 'faster' | 'asked_from_above' | 'wanted_to' | 'customer_waiting' | null; mode: 'chosen' | 'pressed' | null; seen_by: string | null; if_left: string | null;
  bet_id: string | null; goal_id: string | null; item_id: string | null; event: string | null; created_at: Time; updated_at: Time;
}
interface HandOffTable {
  workspace_id: string; member_id: string; id: string; kind: string; figures: Json; texts: Json; to_name: string | null; level: number; by_on: Day | null; made_on: Day;
  acknowledged_on: Day | null; acknowledged_by: string | null; back_brief: string | null; closed_on: Day | null; closed_reason: string | null; followed: JsonOrNull; created_at: Time; updated_at: Time;
}

export interface LineTables {
  line_row: LineRowTable; line_change: LineChangeTable; carry: CarryTable; hand_off: HandOffTable;
}
