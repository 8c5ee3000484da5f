DROP TABLE badges;
DROP TABLE admin_sessions;
DROP TABLE admin_links;
DROP TABLE tool_keys;
DROP TABLE organisation_keys;
DROP TABLE organisations;
