package clientportal.requests;

import clientportal.access.records.ItemTemplate;
import java.util.List;

/** A checklist with its items. */
record WholeChecklist(Checklist checklist, List<ItemTemplate> items) {
  WholeChecklist {
    items = List.copyOf(items);
  }
}
