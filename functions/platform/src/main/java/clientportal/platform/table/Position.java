package clientportal.platform.table;

/** A place in a query: the item that it continues after, and that item's sort key there. */
public record Position(Key key, String sort) {}
