package clientportal.tasks;

import clientportal.access.records.TaskStatus;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of {@code setTaskStatus}. */
record NewTaskStatus(TaskStatus status, Optional<String> comment) {
  private static final Shape<String> STATUSES =
      Shape.oneOf(
          Arrays.stream(TaskStatus.values())
              .map(TaskStatus::text)
              .collect(Collectors.toUnmodifiableSet()));
  private static final Shape<TaskStatus> STATUS = json -> TaskStatus.of(STATUSES.read(json));

  static NewTaskStatus read(Input input) {
    Field<TaskStatus> status = input.required("status", STATUS);
    Field<Optional<String>> comment = input.optional("comment", TaskFields.COMMENT);
    return input.build(() -> new NewTaskStatus(status.get(), comment.get()));
  }
}
