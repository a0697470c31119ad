package clientportal.documents;

/** What staff change of a folder or a document: its name, and whether it is archived. */
record Details(String name, boolean archived) {}
