-- The attention ledger: what a member said about their own calendar and time. Every row belongs to one member and is read by nobody else.

-- Addresses, domains, hours and groups as the member set them, and from when on.
CREATE TABLE attention_setting (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  settings jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id)
);

-- One tap that said what an event, a series, or all that look alike are. It keeps the facts it was made on, so that what was learned is a
-- function of these rows alone; taken back, it stays and counts no more.
CREATE TABLE attention_correction (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  scope text NOT NULL CONSTRAINT attention_correction_scope CHECK (scope IN ('event', 'series', 'alike')),
  series text COLLATE "C" NOT NULL,
  -- Which instance of the series, as text so that it may stand in a key: where the rule had it, or empty.
  instance text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- What had been shown before: kind, group, probability and layer.
  before jsonb NOT NULL,
  facts jsonb NOT NULL,
  -- For a meeting that defended an approved bet again.
  bet_id text COLLATE "C",
  starts_at timestamptz(3) NOT NULL,
  said_at timestamptz(3) NOT NULL,
  undone_at timestamptz(3),
  PRIMARY KEY (workspace_id, member_id, id)
);
CREATE INDEX attention_correction_of_series ON attention_correction (workspace_id, member_id, series, said_at);

-- The member's own rules; one made by a correction of all that look alike goes when that is taken back.
CREATE TABLE attention_rule (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  words text,
  domain text,
  person text,
  organiser text,
  correction_id text COLLATE "C",
  made_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3),
  PRIMARY KEY (workspace_id, member_id, id),
  CONSTRAINT attention_rule_condition CHECK (words IS NOT NULL OR domain IS NOT NULL OR person IS NOT NULL OR organiser IS NOT NULL)
);

-- The questions of a week that were answered or skipped. Only those drawn at random say how good the guesses are.
CREATE TABLE attention_answer (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  -- The Monday.
  week_on date NOT NULL,
  series text COLLATE "C" NOT NULL,
  drawn text NOT NULL CONSTRAINT attention_answer_drawn CHECK (drawn IN ('settles', 'random')),
  guessed_group text,
  was_group text,
  correction_id text COLLATE "C",
  answered_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, week_on, series)
);

-- Whether a meeting that was booked was held.
CREATE TABLE attention_held (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  instance text COLLATE "C" NOT NULL,
  held boolean NOT NULL,
  -- What had been answered to the invitation, which the weight of others like it is learned for.
  class text NOT NULL CONSTRAINT attention_held_class CHECK (class IN ('accepted', 'tentative', 'no-answer-recurring', 'no-answer')),
  said_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, series, instance)
);

-- Time the member wrote down or timed. Without a start it lies on its day where nothing else does.
CREATE TABLE attention_entry (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- False when the kind was guessed from the words.
  kind_said boolean NOT NULL,
  note text NOT NULL,
  asked_by text,
  on_day date NOT NULL,
  minutes double precision NOT NULL CONSTRAINT attention_entry_minutes CHECK (minutes > 0 AND minutes <= 1440),
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  timed boolean NOT NULL,
  written_at timestamptz(3) NOT NULL,
  dropped_at timestamptz(3),
  PRIMARY KEY (workspace_id, member_id, id),
  CONSTRAINT attention_entry_times CHECK ((starts_at IS NULL AND ends_at IS NULL) OR starts_at < ends_at)
);
CREATE INDEX attention_entry_by_day ON attention_entry (workspace_id, member_id, on_day);

-- The timer that runs: one at most, which the key says.
CREATE TABLE attention_timer (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  kind_said boolean NOT NULL,
  note text NOT NULL,
  asked_by text,
  started_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id)
);
