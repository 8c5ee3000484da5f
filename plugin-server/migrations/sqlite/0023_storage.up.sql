-- SHA-256, in hexadecimal, of the value that the platform was given to keep for a browser without cookies; NULL
-- until it was given one, which happens once.
ALTER TABLE login_states ADD COLUMN stored_binding_hash TEXT;
