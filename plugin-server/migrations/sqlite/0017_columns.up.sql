-- The column that this tool found or made for an activity whose launches name none, so that it is made once.
ALTER TABLE resource_links ADD COLUMN own_line_item_url TEXT;
-- Until when one server looks for it or makes it.
ALTER TABLE resource_links ADD COLUMN own_line_item_lease BIGINT NOT NULL DEFAULT 0;
