package clientportal.platform.table;

/** The primary key of an item: its partition and its place in it. */
public record Key(String pk, String sk) {}
