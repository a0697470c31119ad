package clientportal.requests;

import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.ItemTemplate;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import java.util.List;

/**
 * The items of a checklist, in their order.
 *
 * @param version that of the checklist whose items these are
 */
record ChecklistItems(ChecklistPath path, long version, List<ItemTemplate> all) {
  ChecklistItems {
    all = List.copyOf(all);
  }

  /**
   * Returns the items of a checklist that was read with them.
   *
   * @throws ConflictException if they were replaced between the reads of the two
   */
  static ChecklistItems of(Checklist checklist, Items read) {
    ChecklistItems items = fromItem(read.require(RequestKeys.checklistItems(checklist.path())));
    if (items.version() != checklist.version()) {
      throw new ConflictException("the checklist is being changed");
    }
    return items;
  }

  Item toItem() {
    return Fields.of()
        .with("version", version)
        .withMaps("items", all.stream().map(ItemTemplate::toFields).toList())
        .at(RequestKeys.checklistItems(path));
  }

  static ChecklistItems fromItem(Item item) {
    Fields fields = item.fields();
    return new ChecklistItems(
        RequestKeys.checklistOfItems(item.key()),
        fields.number("version"),
        fields.maps("items").stream().map(ItemTemplate::fromFields).toList());
  }
}
