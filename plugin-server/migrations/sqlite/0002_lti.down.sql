DROP TABLE login_states;
DROP TABLE pending_deployments;
DROP TABLE deployments;
DROP TABLE registrations;
