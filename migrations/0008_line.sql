-- The line of a member: what each kind of work is to them, how it was drawn and redrawn, the water they carried, and what they handed off.
-- Every row belongs to one member and is read by nobody else.

CREATE TABLE line_row (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  stance text NOT NULL CONSTRAINT line_row_stance CHECK (stance IN ('own', 'share', 'hand_off', 'decline')),
  -- Minutes a week; absent: no budget.
  budget int CONSTRAINT line_row_budget CHECK (budget BETWEEN 0 AND 10080),
  -- With whom it is shared, or to whom it is handed.
  counterpart text,
  by_on date,
  level int CONSTRAINT line_row_level CHECK (level BETWEEN 1 AND 7),
  -- Who accepts what follows when it is declined.
  accepts text,
  -- What makes it smaller where nobody is there to take it.
  way text CONSTRAINT line_row_way CHECK (way IN ('shrink', 'batch', 'template', 'stop')),
  note text,
  review_on date,
  -- As the line began: nobody has set it.
  seeded boolean NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, kind)
);

-- Every change of the line with the rows before and after it, so that it can be taken back; decisions of the week are among them.
CREATE TABLE line_change (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  -- 1, 2, 3 for each member.
  position int NOT NULL,
  what text NOT NULL CONSTRAINT line_change_what CHECK (what IN ('set', 'reset', 'protect', 'decide')),
  on_day date NOT NULL,
  -- By kind; null where there was no row.
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  -- Minutes of protected focus, before and after.
  protected jsonb,
  -- What was decided on, how, and the finding it rested on.
  decision jsonb,
  made_at timestamptz(3) NOT NULL,
  undone_at timestamptz(3),
  PRIMARY KEY (workspace_id, member_id, position)
);

CREATE TABLE carry (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  on_day date NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- Named from the words, not by the member.
  kind_guessed boolean NOT NULL,
  minutes int NOT NULL CONSTRAINT carry_minutes CHECK (minutes BETWEEN 1 AND 1440),
  what text NOT NULL,
  asked_by text,
  topic text,
  reason text CONSTRAINT carry_reason CHECK (reason IN ('nobody_else', 'faster', 'asked_from_above', 'wanted_to', 'customer_waiting')),
  mode text CONSTRAINT carry_mode CHECK (mode IN ('chosen', 'pressed')),
  seen_by text,
  if_left text,
  bet_id text COLLATE "C",
  goal_id text COLLATE "C",
  item_id text COLLATE "C",
  -- The event it was, as the attention ledger names it.
  event text COLLATE "C",
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, id),
  CONSTRAINT carry_of_event UNIQUE (workspace_id, member_id, event)
);
CREATE INDEX carry_by_day ON carry (workspace_id, member_id, on_day, id);

CREATE TABLE hand_off (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- What was on record when the brief was made; never changed.
  figures jsonb NOT NULL,
  -- What was typed.
  texts jsonb NOT NULL,
  to_name text,
  level int NOT NULL CONSTRAINT hand_off_level CHECK (level BETWEEN 1 AND 7),
  by_on date,
  made_on date NOT NULL,
  acknowledged_on date,
  acknowledged_by text,
  back_brief text,
  closed_on date,
  closed_reason text,
  -- What had become of it when it was closed.
  followed jsonb,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, id)
);
