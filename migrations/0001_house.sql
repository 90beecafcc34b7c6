-- The house: workspaces, members, goals and what leads to them, the mirrored backlog, its audit and the cull.
-- Every key begins with workspace_id, so that the whole can be partitioned by it. Times are timestamptz(3), written by the program.

CREATE TABLE workspace (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  time_zone text NOT NULL,
  sample_seed int,
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE member (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  role text NOT NULL CONSTRAINT member_role CHECK (role IN ('owner', 'pm', 'teammate', 'viewer')),
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE product (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

-- Display keys (G-1, P-1, B-1) come from here, one row a kind.
CREATE TABLE counter (
  workspace_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  value int NOT NULL,
  PRIMARY KEY (workspace_id, name)
);

CREATE TABLE goal (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  product_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  state text NOT NULL CONSTRAINT goal_state CHECK (state IN ('draft', 'proposed', 'active', 'achieved', 'missed', 'abandoned')),
  statement text NOT NULL,
  metric text,
  unit text,
  baseline double precision,
  target double precision,
  start_on date,
  end_on date,
  not_goals jsonb NOT NULL,
  guardrails jsonb NOT NULL,
  problem text,
  decides text,
  gives_way text,
  changes int NOT NULL,
  closed_reason text,
  closed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT goal_key UNIQUE (workspace_id, key),
  CONSTRAINT goal_dates CHECK (start_on IS NULL OR end_on IS NULL OR start_on <= end_on),
  CONSTRAINT goal_product FOREIGN KEY (workspace_id, product_id) REFERENCES product (workspace_id, id)
);
CREATE UNIQUE INDEX goal_one_active ON goal (workspace_id, product_id) WHERE state = 'active';

CREATE TABLE agreement (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  goal_id text COLLATE "C" NOT NULL,
  stakeholder text NOT NULL,
  answer text NOT NULL CONSTRAINT agreement_answer CHECK (answer IN ('yes', 'no', 'yes_but', 'asked')),
  condition text,
  back_brief text,
  will_not_ask text,
  given_on date NOT NULL,
  voided_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT agreement_goal FOREIGN KEY (workspace_id, goal_id) REFERENCES goal (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_of_goal ON agreement (workspace_id, goal_id);

CREATE TABLE problem (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  state text NOT NULL CONSTRAINT problem_state CHECK (state IN ('open', 'closed')),
  title text NOT NULL,
  who text,
  trying_to text,
  hurts text,
  how_often text,
  how_many text,
  goal_id text COLLATE "C",
  closed_reason text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT problem_key UNIQUE (workspace_id, key),
  CONSTRAINT problem_goal FOREIGN KEY (workspace_id, goal_id) REFERENCES goal (workspace_id, id)
);

CREATE TABLE bet (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  state text NOT NULL CONSTRAINT bet_state CHECK (state IN ('open', 'closed')),
  claim text NOT NULL,
  problem_id text COLLATE "C",
  goal_id text COLLATE "C",
  closed_reason text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT bet_key UNIQUE (workspace_id, key),
  CONSTRAINT bet_problem FOREIGN KEY (workspace_id, problem_id) REFERENCES problem (workspace_id, id),
  CONSTRAINT bet_goal FOREIGN KEY (workspace_id, goal_id) REFERENCES goal (workspace_id, id)
);

CREATE TABLE source (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  last_import_at timestamptz(3),
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT source_name UNIQUE (workspace_id, kind, name)
);

-- What lists show, narrow on purpose: a whole backlog is scanned in one go. Text lives in item_text.
CREATE TABLE item (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  container text,
  url text,
  title text NOT NULL,
  type text,
  status text,
  status_class text NOT NULL CONSTRAINT item_status_class CHECK (status_class IN ('open', 'done', 'closed_unfinished')),
  created_at timestamptz(3),
  updated_at timestamptz(3),
  resolved_at timestamptz(3),
  due_on date,
  author_id text,
  author_name text,
  author_bot boolean,
  assignee_id text,
  assignee_name text,
  assignee_bot boolean,
  labels jsonb NOT NULL,
  components jsonb NOT NULL,
  priority text,
  parent_key text COLLATE "C",
  comment_count int NOT NULL,
  -- Digests (128 bits) of the neutral item without comments, and of its comments: an equal pair means nothing changed.
  item_hash text COLLATE "C" NOT NULL,
  comments_hash text COLLATE "C" NOT NULL,
  -- Set by the audit and by linking: the last human touch, what the item leads to, where it came from.
  touched_at timestamptz(3),
  lineage text NOT NULL CONSTRAINT item_lineage CHECK (lineage IN ('goal', 'suggested', 'lights_on', 'none')),
  -- Id of the problem or bet through which it reaches the active goal, by link, rule or parent.
  leads_to text COLLATE "C",
  origin text,
  aged_out boolean NOT NULL,
  first_import_id text COLLATE "C",
  last_import_id text COLLATE "C",
  stored_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT item_key UNIQUE (workspace_id, key, source_id)
);

-- The long parts of an item, one row each. search holds lexemes of key, title, labels and the first words of the body.
CREATE TABLE item_text (
  workspace_id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C" NOT NULL,
  body text,
  links jsonb NOT NULL,
  sprints jsonb NOT NULL,
  history jsonb,
  search tsvector NOT NULL,
  PRIMARY KEY (workspace_id, item_id)
);

CREATE TABLE comment (
  workspace_id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C" NOT NULL,
  -- The source's own id, or a digest of author, time and text where it has none: comments never double.
  identity text COLLATE "C" NOT NULL,
  position int NOT NULL,
  source_comment_id text,
  author_id text,
  author_name text,
  author_bot boolean,
  written_at timestamptz(3),
  text text NOT NULL,
  PRIMARY KEY (workspace_id, item_id, identity)
);

CREATE TABLE upload (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE import (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  state text NOT NULL CONSTRAINT import_state CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted')),
  request jsonb NOT NULL,
  files jsonb NOT NULL,
  kind text,
  counts jsonb NOT NULL,
  progress jsonb,
  -- How many records of the files are stored; written with them, so that a killed import goes on where it stood.
  checkpoint jsonb NOT NULL,
  refusal jsonb,
  started_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE import_unread (
  workspace_id text COLLATE "C" NOT NULL,
  import_id text COLLATE "C" NOT NULL,
  position int NOT NULL,
  place text NOT NULL,
  code text NOT NULL,
  value text,
  lost boolean NOT NULL,
  PRIMARY KEY (workspace_id, import_id, position)
);

CREATE TABLE job (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL CONSTRAINT job_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress jsonb,
  attempts int NOT NULL,
  run_after timestamptz(3) NOT NULL,
  held_by text,
  held_until timestamptz(3),
  error text,
  created_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX job_waiting ON job (workspace_id, state, run_after);

CREATE TABLE audit (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  as_of date NOT NULL,
  result jsonb NOT NULL,
  started_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE finding (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  audit_id text COLLATE "C" NOT NULL,
  rule text NOT NULL,
  rule_version int NOT NULL,
  item_id text COLLATE "C",
  -- 0 is the worst of its rule.
  position int NOT NULL,
  state text NOT NULL CONSTRAINT finding_state CHECK (state IN ('standing', 'agreed', 'disputed', 'left', 'gone')),
  detail jsonb NOT NULL,
  suppression_key text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX finding_of_rule ON finding (workspace_id, rule, state, position);
CREATE INDEX finding_of_item ON finding (workspace_id, item_id);

CREATE TABLE duplicate_group (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  audit_id text COLLATE "C" NOT NULL,
  position int NOT NULL,
  score double precision NOT NULL,
  words jsonb NOT NULL,
  item_ids jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX duplicate_group_order ON duplicate_group (workspace_id, audit_id, position);

-- What the PM answered to a finding. Kept when findings are made anew: the suppression key finds it again.
CREATE TABLE dispute (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  rule text NOT NULL,
  suppression_key text NOT NULL,
  finding_id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C",
  verdict text NOT NULL CONSTRAINT dispute_verdict CHECK (verdict IN ('right', 'wrong', 'leave')),
  reason text,
  words text,
  until_on date,
  number double precision,
  created_at timestamptz(3) NOT NULL,
  withdrawn_at timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX dispute_of_key ON dispute (workspace_id, rule, suppression_key);

CREATE TABLE rule_setting (
  workspace_id text COLLATE "C" NOT NULL,
  -- A rule's name, or 'all' for what every rule knows.
  rule text COLLATE "C" NOT NULL,
  switched_on boolean,
  settings jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, rule)
);

CREATE TABLE link (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C" NOT NULL,
  problem_id text COLLATE "C",
  bet_id text COLLATE "C",
  via text NOT NULL CONSTRAINT link_via CHECK (via IN ('hand', 'bulk', 'rule', 'suggestion')),
  rule_id text COLLATE "C",
  note text,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT link_one_target CHECK ((problem_id IS NULL) <> (bet_id IS NULL)),
  CONSTRAINT link_problem FOREIGN KEY (workspace_id, problem_id) REFERENCES problem (workspace_id, id),
  CONSTRAINT link_bet FOREIGN KEY (workspace_id, bet_id) REFERENCES bet (workspace_id, id)
);
CREATE INDEX link_of_item ON link (workspace_id, item_id);
CREATE INDEX link_of_problem ON link (workspace_id, problem_id);
CREATE INDEX link_of_bet ON link (workspace_id, bet_id);
CREATE INDEX link_of_rule ON link (workspace_id, rule_id);

CREATE TABLE link_rule (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  field text NOT NULL CONSTRAINT link_rule_field CHECK (field IN ('label', 'parent', 'component', 'type', 'container')),
  value text NOT NULL,
  target text NOT NULL CONSTRAINT link_rule_target CHECK (target IN ('problem', 'bet', 'lights_on', 'origin')),
  target_id text COLLATE "C",
  origin text,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE declined_suggestion (
  workspace_id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C" NOT NULL,
  target_id text COLLATE "C" NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, item_id, target_id)
);

CREATE TABLE lineage_point (
  workspace_id text COLLATE "C" NOT NULL,
  product_id text COLLATE "C" NOT NULL,
  on_day date NOT NULL,
  open int NOT NULL,
  linked int NOT NULL,
  lights_on int NOT NULL,
  unexplained int NOT NULL,
  PRIMARY KEY (workspace_id, product_id, on_day)
);

CREATE TABLE decision (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C" NOT NULL,
  kind text NOT NULL CONSTRAINT decision_kind CHECK (kind IN ('close', 'keep', 'link', 'still_a_problem')),
  reason text,
  until_on date,
  evidence text,
  message text,
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  undo_until timestamptz(3) NOT NULL,
  undone_at timestamptz(3),
  came_back_at timestamptz(3),
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX decision_of_item ON decision (workspace_id, item_id);
CREATE INDEX decision_recent ON decision (workspace_id, made_at, id);

CREATE TABLE archive (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  items int NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

-- Answers to commands by Idempotency-Key, kept for a day.
CREATE TABLE idempotency (
  workspace_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_hash text NOT NULL,
  answer jsonb,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, key)
);
