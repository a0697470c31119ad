package clientportal.firms;

import clientportal.access.Shapes;
import clientportal.access.decision.SharePolicy;
import clientportal.access.decision.SharePolicy.Mode;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of {@code setSharePolicy}.
 *
 * @param documentTypeIds ids of types, and {@code none} for what has no type
 */
record NewSharePolicy(Mode mode, List<String> documentTypeIds, String reason) {
  private static final Shape<String> MODES =
      Shape.oneOf(
          Arrays.stream(Mode.values()).map(Mode::text).collect(Collectors.toUnmodifiableSet()));

  private static final Shape<Mode> MODE = json -> Mode.of(MODES.read(json));

  static NewSharePolicy read(Input input) {
    Field<Mode> mode = input.required("mode", MODE);
    Set<String> named = new HashSet<>();
    Field<List<String>> types =
        input.values("documentTypeIds", DocumentTypes.MOST + 1, json -> type(json, named));
    Field<String> reason = input.required("reason", Shape.lines(500));
    if (!mode.isFaulty() && mode.get() == Mode.ALL && !types.isFaulty() && !types.get().isEmpty()) {
      input.fault("documentTypeIds", Fault.Code.LENGTH, "must be empty if the mode is all");
    }
    return input.build(() -> new NewSharePolicy(mode.get(), types.get(), reason.get()));
  }

  private static String type(Object json, Set<String> named) throws Shape.Mismatch {
    String text = Shape.string(json);
    if (!text.equals(SharePolicy.NONE)) {
      text = Shapes.DOCUMENT_TYPE_ID.read(json).value();
    }
    if (!named.add(text)) {
      throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
    }
    return text;
  }

  /**
   * Returns the policy, which may name retired types, too.
   *
   * @throws ProblemException {@code invalid-request} if the firm does not have a type
   */
  SharePolicy policy(DocumentTypes types) {
    List<Fault> faults =
        Stream.iterate(0, i -> i < documentTypeIds.size(), i -> i + 1)
            .filter(i -> !isKnown(documentTypeIds.get(i), types))
            .map(i ->
                Fault.at(
                    "/documentTypeIds/" + i,
                    Fault.Code.ENUM,
                    "must be a document type of the firm, or none"))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return SharePolicy.of(mode, documentTypeIds);
  }

  private static boolean isKnown(String text, DocumentTypes types) {
    return text.equals(SharePolicy.NONE) || types.find(new DocumentTypeId(text)).isPresent();
  }
}
