-- How the backlog is searched, filtered and paged. Lists end in id for a stable order; the few rows that share a value are
-- sorted when they are read, so that no index carries the id and an import has less to write.
CREATE INDEX item_by_updated ON item (workspace_id, status_class, updated_at);
CREATE INDEX item_by_created ON item (workspace_id, status_class, created_at);
CREATE INDEX item_by_touched ON item (workspace_id, status_class, touched_at);
CREATE INDEX item_by_title ON item (workspace_id, status_class, "left"(title, 24) COLLATE "C");
CREATE INDEX item_by_parent ON item (workspace_id, parent_key) WHERE parent_key IS NOT NULL;
CREATE INDEX item_labels ON item USING gin (labels jsonb_path_ops);
-- A long pending list makes an import write the index in few large steps; maintenance after the import empties it.
CREATE INDEX item_search ON item_text USING gin (search) WITH (gin_pending_list_limit = 32768);
