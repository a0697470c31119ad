package clientportal.notes;

import clientportal.access.decision.Recipient;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.List;
import java.util.Set;

/**
 * The body of {@code setGroupNoteShares}: all authorized of every participant, or nobody.
 *
 * @param open whether it names them
 */
record NewGroupShares(boolean open) {
  private static final Set<String> RECIPIENTS = Set.of(Recipient.ALL_AUTHORIZED.text());

  static NewGroupShares read(Input input) {
    Field<List<String>> recipients =
        input.objects("recipients", RECIPIENTS.size(), NewGroupShares::recipient);
    return input.build(() -> new NewGroupShares(!recipients.get().isEmpty()));
  }

  private static String recipient(Input input) {
    Field<String> recipient = input.required("recipient", Shape.oneOf(RECIPIENTS));
    return input.build(recipient::get);
  }
}
