-- Bets that are sealed: their draft terms, the chain of seals, forecasts, ships, and what an agent proposes.
-- What a placed bet says is read from its seals only, and no statement changes or deletes a seal or a forecast.

ALTER TABLE bet
  -- What is written down until the bet is placed; from then on the seal says what the bet is.
  ADD COLUMN terms jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN base_rate jsonb,
  ADD COLUMN placed_at timestamptz(3),
  ADD COLUMN placed_by text COLLATE "C",
  -- The verdict the bet was settled with; absent until then.
  ADD COLUMN outcome jsonb,
  ADD COLUMN settled_at timestamptz(3),
  -- The PM's own order of candidates, 1 first.
  ADD COLUMN rank int;

CREATE TABLE seal (
  workspace_id text COLLATE "C" NOT NULL,
  -- 1, 2, 3 without gaps: the chain of the workspace.
  position int NOT NULL,
  bet_id text COLLATE "C" NOT NULL,
  kind text NOT NULL CONSTRAINT seal_kind CHECK (kind IN ('placement', 'amendment', 'ship', 'readout', 'settlement')),
  -- Canonical JSON; sha256 is over these very bytes, which name the seal before.
  payload text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  previous text COLLATE "C",
  sealed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, position),
  CONSTRAINT seal_hash UNIQUE (workspace_id, sha256)
);
CREATE INDEX seal_of_bet ON seal (workspace_id, bet_id);

CREATE TABLE forecast (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  bet_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  probability double precision NOT NULL CONSTRAINT forecast_probability CHECK (probability BETWEEN 0.01 AND 0.99),
  words text,
  given_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX forecast_of_bet ON forecast (workspace_id, bet_id, given_at);

CREATE TABLE ship (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  title text NOT NULL,
  shipped_on date NOT NULL,
  -- The day everybody had it; absent while the rollout goes on or when it was the ship day.
  rolled_out_on date,
  audience text,
  -- Was this a bet? unasked until somebody said.
  answer text NOT NULL CONSTRAINT ship_answer CHECK (answer IN ('unasked', 'bet', 'no_bet')),
  bet_id text COLLATE "C",
  -- Metrics it may have moved, besides its bet's.
  metric_ids jsonb NOT NULL,
  found_as text COLLATE "C",
  item_ids jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT ship_key UNIQUE (workspace_id, key),
  CONSTRAINT ship_found UNIQUE (workspace_id, found_as),
  CONSTRAINT ship_rollout CHECK (rolled_out_on IS NULL OR rolled_out_on >= shipped_on),
  CONSTRAINT ship_bet FOREIGN KEY (workspace_id, bet_id) REFERENCES bet (workspace_id, id)
);
CREATE INDEX ship_by_day ON ship (workspace_id, shipped_on);

-- What an agent would do and a person has to accept first.
CREATE TABLE proposal (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  operation text NOT NULL,
  input jsonb NOT NULL,
  state text NOT NULL CONSTRAINT proposal_state CHECK (state IN ('waiting', 'accepted', 'declined')),
  words text,
  made_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by text COLLATE "C",
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT proposal_key UNIQUE (workspace_id, key)
);

-- A sealed row may go with its whole workspace or with the sample company, and never otherwise.
CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM workspace WHERE id = OLD.workspace_id AND sample_seed IS NULL) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what was sealed is not changed' USING ERRCODE = '23001', CONSTRAINT = 'sealed';
END $$;
CREATE TRIGGER seal_sealed BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION refuse_sealed();
CREATE TRIGGER seal_kept BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_sealed();
CREATE TRIGGER forecast_sealed BEFORE UPDATE OR DELETE ON forecast FOR EACH ROW EXECUTE FUNCTION refuse_sealed();
CREATE TRIGGER forecast_kept BEFORE TRUNCATE ON forecast FOR EACH STATEMENT EXECUTE FUNCTION refuse_sealed();
ALTER TABLE seal ENABLE ALWAYS TRIGGER seal_sealed;
ALTER TABLE forecast ENABLE ALWAYS TRIGGER forecast_sealed;
