package clientportal.firms;

import clientportal.access.Rfc3339;
import clientportal.access.ids.Absence;
import clientportal.access.ids.StaffId;
import clientportal.platform.Ids;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of {@code setAbsence}.
 *
 * @param absence empty if the staff member is back
 */
record NewAbsence(Optional<Away> absence) {

  /**
   * An absence that is to be set.
   *
   * @param standIn as it was sent; a text that is no id is an unknown staff member
   */
  record Away(Instant from, Instant until, String standIn) {
    private static Away read(Input input, Instant now) {
      Field<Instant> from = input.required("from", Rfc3339.TIME);
      Field<Instant> until = input.required("until", Rfc3339.after(now));
      Field<String> standIn = input.required("standIn", Shape::string);
      if (!from.isFaulty() && !until.isFaulty() && !from.get().isBefore(until.get())) {
        input.fault("until", Fault.Code.RANGE, "must be after from");
      }
      return input.build(() -> new Away(from.get(), until.get(), standIn.get()));
    }

    /**
     * Returns the absence.
     *
     * @throws ProblemException {@code unknown-staff} if the stand-in is no id
     */
    Absence absence() {
      if (!Ids.isId(standIn)) {
        throw unknownStandIn();
      }
      return new Absence(from, until, new StaffId(standIn));
    }
  }

  static NewAbsence read(Input input, Instant now) {
    Field<Change<Away>> absence = input.removableObject("absence", away -> Away.read(away, now));
    if (!input.has("absence")) {
      input.fault("absence", Fault.Code.REQUIRED, "is required");
    }
    return input.build(() -> new NewAbsence(absence.get().applyTo(Optional.empty())));
  }

  static ProblemException unknownStandIn() {
    return new ProblemException(
        ProblemType.UNKNOWN_STAFF,
        "A stand-in is another staff member of the firm who is enabled and has signed in.");
  }
}
