-- What became of bets: frozen readouts, reviews in the order that hindsight cannot bend, and lessons.

-- One analysis with its whole input, so that it can be computed again to the digit. Never changed.
CREATE TABLE readout (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  bet_id text COLLATE "C" NOT NULL,
  -- The review it was made for, in days after the ship; absent for a look in between.
  review int,
  as_of date NOT NULL,
  engine text NOT NULL,
  input jsonb NOT NULL,
  -- SHA-256 of the canonical JSON of input.
  input_sha256 text COLLATE "C" NOT NULL,
  result jsonb NOT NULL,
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX readout_of_bet ON readout (workspace_id, bet_id, made_at);
CREATE TRIGGER readout_sealed BEFORE UPDATE OR DELETE ON readout FOR EACH ROW EXECUTE FUNCTION refuse_sealed();
CREATE TRIGGER readout_kept BEFORE TRUNCATE ON readout FOR EACH STATEMENT EXECUTE FUNCTION refuse_sealed();
ALTER TABLE readout ENABLE ALWAYS TRIGGER readout_sealed;

-- One member's way through one review. Private to that member.
CREATE TABLE review (
  workspace_id text COLLATE "C" NOT NULL,
  bet_id text COLLATE "C" NOT NULL,
  review int NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  process int CONSTRAINT review_process CHECK (process BETWEEN 1 AND 5),
  remembered double precision,
  readout_id text COLLATE "C",
  revealed_at timestamptz(3),
  luck text CONSTRAINT review_luck CHECK (luck IN ('luck', 'skill', 'both', 'unknown')),
  note text,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, bet_id, review, member_id)
);

CREATE TABLE lesson (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  bet_id text COLLATE "C" NOT NULL,
  words text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT lesson_key UNIQUE (workspace_id, key)
);

-- What a lesson speaks for or against: a bet or a problem.
CREATE TABLE lesson_link (
  workspace_id text COLLATE "C" NOT NULL,
  lesson_id text COLLATE "C" NOT NULL,
  target_id text COLLATE "C" NOT NULL,
  target text NOT NULL CONSTRAINT lesson_link_target CHECK (target IN ('bet', 'problem')),
  stance text NOT NULL CONSTRAINT lesson_link_stance CHECK (stance IN ('supports', 'contradicts')),
  PRIMARY KEY (workspace_id, lesson_id, target_id),
  CONSTRAINT lesson_link_lesson FOREIGN KEY (workspace_id, lesson_id) REFERENCES lesson (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX lesson_link_of_target ON lesson_link (workspace_id, target_id);
