ALTER TABLE resource_links DROP COLUMN own_line_item_lease;
ALTER TABLE resource_links DROP COLUMN own_line_item_url;
