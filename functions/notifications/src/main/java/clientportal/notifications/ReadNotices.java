package clientportal.notifications;

import clientportal.access.ids.EventId;
import clientportal.platform.Ids;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The body of {@code markNoticesRead}. */
record ReadNotices(List<EventId> notices) {
  /** As many as one transaction can mark. */
  private static final int MOST = 100;

  ReadNotices {
    notices = List.copyOf(notices);
  }

  static ReadNotices read(Input input) {
    Field<List<EventId>> notices = input.values("noticeIds", MOST, distinct());
    if (!notices.isFaulty() && notices.get().isEmpty()) {
      input.fault("noticeIds", Fault.Code.LENGTH, "must have at least one notice");
    }
    return input.build(() -> new ReadNotices(notices.get()));
  }

  private static Shape<EventId> distinct() {
    Set<String> seen = new HashSet<>();
    return json -> {
      String text = Shape.string(json);
      if (!Ids.isId(text)) {
        throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of a notice");
      }
      if (!seen.add(text)) {
        throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
      }
      return new EventId(text);
    };
  }
}
