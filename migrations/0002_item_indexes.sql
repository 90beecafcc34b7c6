-- How the backlog is searched, filtered and paged. Every list ends in (…, id) so that pages are stable.
CREATE INDEX item_by_updated ON item (workspace_id, status_class, updated_at, id);
CREATE INDEX item_by_created ON item (workspace_id, status_class, created_at, id);
CREATE INDEX item_by_touched ON item (workspace_id, status_class, touched_at, id);
CREATE INDEX item_by_lineage ON item (workspace_id, status_class, lineage, updated_at, id);
CREATE INDEX item_by_title ON item (workspace_id, status_class, title COLLATE "C", id);
CREATE INDEX item_by_key ON item (workspace_id, key, id);
CREATE INDEX item_by_parent ON item (workspace_id, parent_key);
CREATE INDEX item_labels ON item USING gin (labels jsonb_path_ops);
CREATE INDEX item_search ON item_text USING gin (search);
