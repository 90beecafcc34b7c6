-- Metrics: a named series with its unit and direction of good, every value it was ever told, and where it comes from.

CREATE TABLE metric (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  name text NOT NULL,
  unit text,
  direction text NOT NULL CONSTRAINT metric_direction CHECK (direction IN ('up', 'down')),
  grain text NOT NULL CONSTRAINT metric_grain CHECK (grain IN ('day', 'week')),
  -- level: an amount; count: events of a day; rate: a numerator over a denominator.
  kind text NOT NULL CONSTRAINT metric_kind CHECK (kind IN ('level', 'count', 'rate')),
  state text NOT NULL CONSTRAINT metric_state CHECK (state IN ('active', 'retired')),
  -- Where it comes from, without secrets.
  source jsonb NOT NULL,
  -- Credentials, encrypted with the key of the data folder.
  secret text,
  schedule text NOT NULL CONSTRAINT metric_schedule CHECK (schedule IN ('none', 'hourly', 'daily', 'weekly')),
  -- Days without a new point after which it is called stale; absent: twice its rhythm.
  stale_after int,
  refreshed_at timestamptz(3),
  next_refresh_at timestamptz(3),
  failure jsonb,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT metric_key UNIQUE (workspace_id, key)
);

-- The value as it is known now. A day without a row is a gap.
CREATE TABLE metric_point (
  workspace_id text COLLATE "C" NOT NULL,
  metric_id text COLLATE "C" NOT NULL,
  on_day date NOT NULL,
  value double precision NOT NULL,
  denominator double precision,
  PRIMARY KEY (workspace_id, metric_id, on_day)
);

-- What a day was said to be before it was said anew.
CREATE TABLE metric_revision (
  workspace_id text COLLATE "C" NOT NULL,
  metric_id text COLLATE "C" NOT NULL,
  on_day date NOT NULL,
  replaced_at timestamptz(3) NOT NULL,
  value double precision NOT NULL,
  denominator double precision,
  PRIMARY KEY (workspace_id, metric_id, on_day, replaced_at)
);

-- One reading of the source: what came, what was new, what could not be read.
CREATE TABLE metric_load (
  workspace_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  metric_id text COLLATE "C" NOT NULL,
  via text NOT NULL CONSTRAINT metric_load_via CHECK (via IN ('paste', 'file', 'url', 'push', 'sql', 'sample')),
  counts jsonb NOT NULL,
  unread jsonb NOT NULL,
  loaded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX metric_load_of_metric ON metric_load (workspace_id, metric_id, loaded_at);

-- The goal's metric as a series; its words stay in goal.metric.
ALTER TABLE goal ADD COLUMN metric_id text COLLATE "C";
