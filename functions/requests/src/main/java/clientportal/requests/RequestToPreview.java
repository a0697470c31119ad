package clientportal.requests;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import java.util.Optional;

/**
 * The body of {@code previewRequest}: what would be asked for, or the drafts that would be sent.
 */
sealed interface RequestToPreview {

  /** The body of {@code requestDocuments}. */
  record Asking(NewRequest request) implements RequestToPreview {}

  /** The body of {@code sendRequest}, in the field {@code send}. */
  record Sending(ItemsToSend items) implements RequestToPreview {}

  /** Returns what would be asked for, of a body that has no {@code send}. */
  default NewRequest asking() {
    return switch (this) {
      case Asking(NewRequest request) -> request;
      case Sending _ -> throw new IllegalStateException("nothing is asked for");
    };
  }

  static RequestToPreview read(Input input) {
    if (!input.has("send")) {
      return new Asking(NewRequest.read(input));
    }
    Field<Optional<ItemsToSend>> send = input.optionalObject("send", ItemsToSend::read);
    return input.build(() -> new Sending(send.get().orElseThrow()));
  }
}
