package clientportal.access.records;

/** What staff change of a folder or a document: its name, and whether it is archived. */
public record Details(String name, boolean archived) {}
