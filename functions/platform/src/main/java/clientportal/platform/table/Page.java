package clientportal.platform.table;

import java.util.List;
import java.util.Optional;

/** Items of a query in its order, and where it continues if there are more. */
public record Page(List<Item> items, Optional<Position> next) {}
