package clientportal.sharing;

import clientportal.access.decision.Recipient;

/** One who may be chosen as a recipient. */
record Candidate(Recipient.Party recipient, String name) {}
