ALTER TABLE login_states DROP COLUMN stored_binding_hash;
