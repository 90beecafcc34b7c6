// Every way to say no: code -> HTTP status, exit code, sentence. Sentences are plain and say what to do next.

export interface RefusalEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503;
  /** 1 check failed, 2 usage or unreadable input, 3 not found, 4 not allowed, 5 conflict, 7 busy. */
  readonly exit: 1 | 2 | 3 | 4 | 5 | 7;
  /** `{name}` is filled from the refusal's details. */
  readonly sentence: string;
}

export const REFUSALS = {
  // asking
  invalid_input: { status: 422, exit: 2, sentence: 'Something in the request does not fit: {summary}' },
  malformed_body: { status: 400, exit: 2, sentence: 'The request is not valid JSON.' },
  unknown_operation: { status: 404, exit: 2, sentence: 'There is no operation named {name}.' },
  not_allowed: { status: 403, exit: 4, sentence: 'Your role ({role}) may not do this.' },
  not_signed_in: { status: 401, exit: 4, sentence: 'This server does not know you. Open the address it printed at start.' },
  foreign_origin: { status: 403, exit: 4, sentence: 'The request came from another site and was refused.' },
  wrong_media_type: { status: 415, exit: 2, sentence: 'Send it as {wanted}; this came as {sent}.' },
  too_large: { status: 413, exit: 2, sentence: 'That is more than {limit} at once.' },
  bad_cursor: { status: 422, exit: 2, sentence: 'This page marker is not one of ours or belongs to another question. Start from the first page.' },
  changed_meanwhile: { status: 412, exit: 5, sentence: 'It was changed in the meantime. Load it again, then repeat your change.' },
  busy: { status: 503, exit: 7, sentence: 'Something else holds this: {what}. Try again in a moment.' },
  key_reused: { status: 422, exit: 5, sentence: 'This Idempotency-Key was used for another request.' },
  // finding things
  not_found: { status: 404, exit: 3, sentence: 'There is no {kind} {reference} in this workspace.' },
  ambiguous_reference: { status: 409, exit: 5, sentence: '{reference} is the key of more than one item. Use its id.' },
  number_unknown: { status: 404, exit: 3, sentence: 'No number is named {number}.' },
  // goal
  goal_already_active: { status: 409, exit: 5, sentence: '“{statement}” is still active. Achieve, miss or abandon it before taking on the next.' },
  goal_state_forbids: { status: 409, exit: 5, sentence: 'A goal that is {state} cannot be {action}.' },
  goal_needs_not_goal: { status: 422, exit: 2, sentence: 'Say at least one thing this goal is not before you propose it.' },
  goal_needs_metric: { status: 422, exit: 2, sentence: 'Name the metric with its baseline and target before you propose the goal.' },
  goal_dates_reversed: { status: 422, exit: 2, sentence: 'The goal ends ({end}) before it starts ({start}).' },
  goal_needs_reason: { status: 422, exit: 2, sentence: 'Say in a sentence why the goal is closed.' },
  agreement_backbrief_too_short: { status: 422, exit: 2, sentence: 'A back-brief says the goal in own words: at least {least} of them, not {count}.' },
  agreement_backbrief_copied: { status: 422, exit: 2, sentence: 'This repeats the goal nearly word for word. In own words a misreading shows.' },
  // lineage
  link_needs_active_goal: { status: 409, exit: 5, sentence: 'There is no active goal to lead to. Set one first.' },
  link_target_closed: { status: 409, exit: 5, sentence: '{kind} {reference} is closed; nothing new can lead to it.' },
  link_exists: { status: 409, exit: 5, sentence: 'That link is there already.' },
  rule_matches_nothing: { status: 422, exit: 2, sentence: 'No item has {field} “{value}”.' },
  // metrics
  metric_name_taken: { status: 409, exit: 5, sentence: 'There is already a metric called “{name}” ({key}). Load its values there, or choose another name.' },
  metric_unreadable: { status: 422, exit: 2, sentence: '{sentence}' },
  metric_source_failed: { status: 422, exit: 2, sentence: 'The source did not answer: {reason}. Nothing was changed.' },
  metric_source_unfit: { status: 422, exit: 2, sentence: '{reason}' },
  // calendars
  calendar_unfit: { status: 422, exit: 2, sentence: '{sentence}' },
  calendar_source_failed: { status: 422, exit: 2, sentence: 'The calendar did not answer: {reason}. Nothing was changed.' },
  // bets
  bet_incomplete: { status: 422, exit: 2, sentence: 'Before it is placed, say {missing}.' },
  bet_unfit: { status: 422, exit: 2, sentence: 'That does not fit together: {what}.' },
  base_rate_first: { status: 409, exit: 5, sentence: 'Look at what became of bets like this one first (bet.base). The probability comes after it.' },
  bet_sealed: { status: 409, exit: 5, sentence: '{key} is sealed; {what} can be amended, not changed. The original stays first.' },
  bet_not_placed: { status: 409, exit: 5, sentence: '{key} is still a draft. Place it first.' },
  bet_settled: { status: 409, exit: 5, sentence: '{key} is settled.' },
  bet_not_shipped: { status: 409, exit: 5, sentence: '{key} has not shipped yet.' },
  bet_not_settled: { status: 409, exit: 5, sentence: '{key} is not settled yet; a lesson comes after the outcome.' },
  metric_empty: { status: 409, exit: 5, sentence: '{metric} has no values yet. Load its history first.' },
  readout_needs_file: { status: 422, exit: 2, sentence: '{key} is read by {design}: hand over its file, {what}.' },
  review_not_planned: { status: 404, exit: 3, sentence: '{key} has no review at {review} days; it has them at {planned}.' },
  review_not_due: { status: 409, exit: 5, sentence: 'The {review}-day review of {key} falls due on {due}.' },
  review_step_first: { status: 409, exit: 5, sentence: 'First {step}. The order keeps hindsight out.' },
  review_revealed: { status: 409, exit: 5, sentence: 'The outcome of this review has been shown; what you rated and remembered before stays.' },
  settle_too_early: { status: 409, exit: 5, sentence: '{key} cannot be settled yet: {why}.' },
  settle_needs_reason: { status: 422, exit: 2, sentence: 'Say in a sentence why it ends without a measured outcome.' },
  forecast_closed: { status: 409, exit: 5, sentence: '{key} has shipped; a forecast after that would know too much.' },
  ship_dates_reversed: { status: 422, exit: 2, sentence: 'Everybody had it on {rollout}, before it shipped on {ship}. Check the days.' },
  ship_has_bet: { status: 409, exit: 5, sentence: '{ship} is already the ship of {bet}.' },
  bet_has_ship: { status: 409, exit: 5, sentence: '{bet} has shipped with {ship}. A bet has one ship.' },
  waits_for_acceptance: { status: 409, exit: 5, sentence: 'Only a person may do this. It waits as {proposal} until the PM accepts it.' },
  proposal_decided: { status: 409, exit: 5, sentence: '{proposal} was {state} already.' },
  proposal_unfit: { status: 422, exit: 2, sentence: '{operation} needs nobody’s acceptance, or is not an operation. Call it directly.' },
  // audit and findings
  audit_running: { status: 409, exit: 5, sentence: 'An audit is running; its result will be here in a moment.' },
  nothing_to_audit: { status: 409, exit: 5, sentence: 'There is nothing to audit yet. Import a tracker export first.' },
  dispute_reason_unknown: { status: 422, exit: 2, sentence: '“{reason}” is not a reason for this rule. It knows: {known}.' },
  dispute_needs_detail: { status: 422, exit: 2, sentence: 'This reason needs {what}.' },
  finding_settled: { status: 409, exit: 5, sentence: 'This finding is no longer raised.' },
  // cull
  batch_too_large: { status: 422, exit: 2, sentence: 'A batch is at most {limit} items. Smaller is kinder to the people who asked.' },
  undo_too_late: { status: 410, exit: 5, sentence: 'This can be undone for {days} days; that was until {until}.' },
  already_decided: { status: 409, exit: 5, sentence: '{reference} is already in the plan.' },
  until_in_past: { status: 422, exit: 2, sentence: '{until} is not in the future.' },
  export_format_unfit: { status: 422, exit: 2, sentence: 'The plan holds items of {kinds}; {format} cannot take them.' },
  nothing_planned: { status: 409, exit: 5, sentence: 'Nothing is in the plan yet.' },
  // imports and files
  not_an_export: { status: 422, exit: 2, sentence: '{file} {seen}; it is no export that can be read. {advice}.' },
  mapping_needed: { status: 422, exit: 2, sentence: '{file} is a CSV without known columns. Say which column is which, for example {example}.' },
  file_unreadable: { status: 422, exit: 2, sentence: '{file} could not be opened: {reason}.' },
  import_finished: { status: 409, exit: 5, sentence: 'This import has ended; it cannot be {action}.' },
  archive_newer: { status: 422, exit: 2, sentence: 'This archive was made by a newer version ({version}). Update first; nothing was changed.' },
  archive_damaged: { status: 422, exit: 2, sentence: 'This archive is damaged: {reason}. Nothing was changed.' },
  workspace_not_empty: { status: 409, exit: 5, sentence: 'This workspace already holds data. Throw the sample away or start with an empty folder, then import the archive.' },
  path_not_allowed: { status: 403, exit: 4, sentence: 'Reading files by path is only for the person at this machine. Upload the file instead.' },
  // the attention ledger
  attention_unfit: { status: 422, exit: 2, sentence: '{sentence}' },
  kind_unclear: { status: 422, exit: 2, sentence: 'Which kind of work is “{written}”? {advice}' },
  event_private: { status: 409, exit: 5, sentence: 'A private event is not looked at; it has no kind.' },
  timer_running: { status: 409, exit: 5, sentence: 'A timer has run since {since}: {what}. Stop it first.' },
  timer_not_running: { status: 409, exit: 5, sentence: 'No timer is running.' },
  timer_forgotten: { status: 409, exit: 5, sentence: 'The timer has run for {hours}, since {since}. Say when it ended, or for how many minutes it counts.' },
  not_a_sample: { status: 409, exit: 5, sentence: 'This workspace is not the sample; nothing was thrown away.' },
  // the line
  line_no_room: { status: 409, exit: 5, sentence: '{name} can rise by {room} a week, not by {wanted}: {budgeted} of {limit} are given away. {advice}' },
  line_from_unfit: { status: 422, exit: 2, sentence: '{name} has {has} a week; {wanted} cannot be taken from it.' },
  line_needs: { status: 422, exit: 2, sentence: '{what}' },
  line_changed_since: { status: 409, exit: 5, sentence: '{name} was changed again after change {change}. Take the later change back first.' },
  nothing_to_undo: { status: 409, exit: 5, sentence: 'No change of the line is left to take back.' },
  line_no_decision: { status: 409, exit: 5, sentence: '{decision} does not wait for a decision. {why}' },
  carry_unclear: { status: 422, exit: 2, sentence: '{what} For example: 45m deck for Northwind, asked by sales.' },
  carry_exists: { status: 409, exit: 5, sentence: 'This event is written down as a carry already, {minutes} on {on}.' },
  hand_off_open: { status: 409, exit: 5, sentence: '{name} is being handed off already. Edit that brief, or close it first.' },
  hand_off_closed: { status: 409, exit: 5, sentence: 'This hand-off was closed on {on}. Open it again to go on.' },
  hand_off_back_brief_short: { status: 422, exit: 2, sentence: 'A back-brief says in own words what is taken over: at least {least} of them, not {count}.' },
  hand_off_back_brief_copied: { status: 422, exit: 2, sentence: 'This repeats the brief nearly word for word. In own words a misunderstanding shows.' },
  holdout_needs_spread: { status: 422, exit: 2, sentence: 'Say how much one user’s number varies (sd), or for a yes or no the share of users it holds for (proportion).' },
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof REFUSALS;

/** Codes the pipeline itself may give for any operation; an operation need not list them. */
export const PIPELINE_REFUSALS = ['invalid_input', 'not_allowed', 'busy'] as const satisfies readonly RefusalCode[];

/** The sentence for a refusal with its details filled in; a missing detail leaves a dash, never a brace. */
export function refusalSentence(code: RefusalCode, details: Readonly<Record<string, unknown>> = {}): string {
  return REFUSALS[code].sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    if (value === undefined || value === null) return '–';
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  });
}
