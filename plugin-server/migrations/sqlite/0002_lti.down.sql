DROP TABLE deployments;
DROP TABLE registrations;
