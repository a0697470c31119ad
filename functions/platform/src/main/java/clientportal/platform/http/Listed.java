package clientportal.platform.http;

import clientportal.platform.table.Item;
import clientportal.platform.table.Page;
import java.util.List;
import java.util.function.Function;

/** The entries of one page of a list, and the page that tells where the list continues. */
public record Listed<T>(List<T> entries, Page page) {

  public static <T> Listed<T> of(Page page, Function<Item, T> read) {
    return new Listed<>(page.items().stream().map(read).toList(), page);
  }
}
