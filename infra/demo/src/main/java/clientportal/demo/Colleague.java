package clientportal.demo;

/** A member of the firm's staff who has signed in. */
record Colleague(String staffId, Session session) {}
