-- Calendars that are kept: private to one member each, as the text they came as, and worked out into instances for a stretch of time.

CREATE TABLE calendar (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- file: handed over; feed: a secret address; caldav: a calendar on a server; sample: made up.
  kind text NOT NULL CONSTRAINT calendar_kind CHECK (kind IN ('file', 'feed', 'caldav', 'sample')),
  -- Where it comes from, without secrets: file names or a host.
  says text NOT NULL,
  -- X-WR-CALNAME as written, to know the calendar again.
  title text,
  counted boolean NOT NULL,
  -- Address, user and password, encrypted with the key of the data folder.
  secret text,
  schedule text NOT NULL CONSTRAINT calendar_schedule CHECK (schedule IN ('none', 'hourly', 'daily')),
  -- What the source said of the version that was read last: ETag, time, or the place in its list of changes.
  seen jsonb NOT NULL,
  -- Counts up with every change of its texts.
  generation int NOT NULL,
  events int NOT NULL,
  -- What the last change brought.
  brought jsonb,
  unread int NOT NULL,
  -- The last time its source was read, changed or not.
  refreshed_at timestamptz(3),
  next_refresh_at timestamptz(3),
  failure jsonb,
  -- Failures in a row.
  failures int NOT NULL,
  removed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, id)
);

-- The texts a calendar consists of: files, one feed, or one object of a server each. Long ones are in pieces.
CREATE TABLE calendar_text (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  calendar_id text COLLATE "C" NOT NULL,
  -- First 32 digits of the SHA-256 of its name.
  part text COLLATE "C" NOT NULL,
  since int NOT NULL,
  piece int NOT NULL,
  -- The generation from which on it no longer counts. The one before the last is kept, so that a change can be taken back.
  until int,
  name text NOT NULL,
  etag text,
  -- Series of it that a later text speaks of.
  without jsonb NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (workspace_id, member_id, calendar_id, part, since, piece),
  CONSTRAINT calendar_text_calendar FOREIGN KEY (workspace_id, member_id, calendar_id) REFERENCES calendar (workspace_id, member_id, id) ON DELETE CASCADE
);

-- What was there and was not read, with its place.
CREATE TABLE calendar_unread (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  calendar_id text COLLATE "C" NOT NULL,
  position int NOT NULL,
  place text NOT NULL,
  code text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (workspace_id, member_id, calendar_id, position),
  CONSTRAINT calendar_unread_calendar FOREIGN KEY (workspace_id, member_id, calendar_id) REFERENCES calendar (workspace_id, member_id, id) ON DELETE CASCADE
);

-- For which stretch of time a calendar was worked out, and from which of its generations. Made anew from the texts at any time.
CREATE TABLE calendar_reach (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  calendar_id text COLLATE "C" NOT NULL,
  generation int NOT NULL,
  time_zone text NOT NULL,
  from_at timestamptz(3) NOT NULL,
  to_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, member_id, calendar_id),
  CONSTRAINT calendar_reach_calendar FOREIGN KEY (workspace_id, member_id, calendar_id) REFERENCES calendar (workspace_id, member_id, id) ON DELETE CASCADE
);

-- What instances of one series share until one of them is changed, kept once. Words of private events are not in here.
CREATE TABLE calendar_detail (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  calendar_id text COLLATE "C" NOT NULL,
  -- First 32 digits of the SHA-256 of what it holds.
  id text COLLATE "C" NOT NULL,
  details jsonb NOT NULL,
  PRIMARY KEY (workspace_id, member_id, calendar_id, id),
  CONSTRAINT calendar_detail_calendar FOREIGN KEY (workspace_id, member_id, calendar_id) REFERENCES calendar (workspace_id, member_id, id) ON DELETE CASCADE
);

CREATE TABLE calendar_instance (
  workspace_id text COLLATE "C" NOT NULL,
  member_id text COLLATE "C" NOT NULL,
  calendar_id text COLLATE "C" NOT NULL,
  -- First 32 digits of the SHA-256 of series and occurrence: the same in every reading, wherever the instance was moved.
  id text COLLATE "C" NOT NULL,
  start_at timestamptz(3) NOT NULL,
  end_at timestamptz(3) NOT NULL,
  -- Longer than two days: found apart, so that a stretch of time is one range of an index.
  long boolean NOT NULL,
  recurrence_at timestamptz(3),
  first_on date,
  last_on date,
  detail_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (workspace_id, member_id, calendar_id, id),
  CONSTRAINT calendar_instance_calendar FOREIGN KEY (workspace_id, member_id, calendar_id) REFERENCES calendar (workspace_id, member_id, id) ON DELETE CASCADE
);
CREATE INDEX calendar_instance_span ON calendar_instance (workspace_id, member_id, long, start_at);
