package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the runtime and timeout of functions, and for what may start them. */
final class RuntimeRules {
  /** Seconds; an HTTP API times out after 30. */
  private static final int LONGEST_WAIT = 29;

  /**
   * What a stage with one firm calls every week: what both UIs show on every visit, and what staff
   * and clients do every day. All else may wait for weeks: settings, sites, registrations, resets,
   * revocations, archives, earlier versions.
   */
  private static final Set<String> CALLED_EVERY_WEEK =
      Set.of(
          "GetMe",
          "GetSite",
          "ListNotices",
          "GetFirm",
          "ListDocumentTypes",
          "ListStaff",
          "ListRegistrations",
          "ListClients",
          "GetClient",
          "CreateClient",
          "ListContacts",
          "GetAccount",
          "CreateAccount",
          "AcceptInvitation",
          "VerifyAccount",
          "ListFolders",
          "GetFolder",
          "CreateFolder",
          "ListDocuments",
          "GetDocument",
          "ListUploads",
          "RequestUpload",
          "RequestDownload",
          "ListShared",
          "GetFolderShares",
          "SetFolderShares",
          "PreviewFolderShares",
          "GetDocumentShares",
          "SetDocumentShares",
          "PreviewDocumentShares",
          "ListActivity",
          "ListNotes",
          "GetNote",
          "CreateNote",
          "UpdateNote",
          "GetNoteShares",
          "SetNoteShares",
          "CreateGroupNote",
          "ListGroupNotes",
          "GetGroupNote",
          "ListParticipants",
          "GetGroupNoteShares",
          "SetGroupNoteShares",
          "ReadGroupNote");

  private RuntimeRules() {}

  static List<String> eachRunsOnJava25AndArm(Template template) {
    return template
        .functions()
        .flatMap(function ->
            Stream.concat(
                check(
                    function.properties().at("Runtime").is("java25"),
                    function,
                    "does not run on Java 25"),
                check(
                    function
                        .properties()
                        .at("Architectures")
                        .texts()
                        .toList()
                        .equals(List.of("arm64")),
                    function,
                    "does not run on arm64")))
        .toList();
  }

  static List<String> waitsAreShort(Template template) {
    return template
        .functions()
        .filter(RuntimeRules::isWaitedFor)
        .flatMap(function ->
            check(
                seconds(function) <= LONGEST_WAIT && seconds(function) > 0,
                function,
                "may run longer than the API waits"))
        .toList();
  }

  /**
   * The pages that people open on every visit, and the daily work of a firm, start from a snapshot.
   * Lambda deletes a snapshot that nobody used for 14 days, and the next call fails: what may not
   * be called for so long starts slowly instead.
   */
  static List<String> snapStartIsWhereCallsAreFrequent(Template template) {
    return template
        .functions()
        .flatMap(function ->
            CALLED_EVERY_WEEK.contains(function.operation())
                ? check(
                    function.properties().at("SnapStart", "ApplyOn").is("PublishedVersions"),
                    function,
                    "has no SnapStart, and is called every week")
                : check(
                    function.properties().at("SnapStart").isAbsent(),
                    function,
                    "has SnapStart, and fails if it is not called for 14 days"))
        .toList();
  }

  /** Each name of the list is that of a function with a route. */
  static List<String> frequentCallsAreOfRoutes(List<Template> templates) {
    Set<String> routed =
        FunctionRules.functions(templates)
            .filter(RuntimeRules::isWaitedFor)
            .map(Resource::operation)
            .collect(Collectors.toSet());
    return CALLED_EVERY_WEEK.stream()
        .filter(operation -> !routed.contains(operation))
        .map(operation -> operation + " has no route")
        .sorted()
        .toList();
  }

  private static boolean isWaitedFor(Resource function) {
    return !FunctionRules.WITHOUT_ROUTE.contains(function.operation());
  }

  private static int seconds(Resource function) {
    return function.properties().at("Timeout").number();
  }

  /** Requests start functions only through the API, and functions start others only by events. */
  static List<String> onlyApiAndEventsStartThem(Template template) {
    Stream<String> urls =
        template
            .functions()
            .flatMap(function ->
                check(
                    function.properties().at("FunctionUrlConfig").isAbsent(),
                    function,
                    "has a URL of its own"));
    Stream<String> permissions =
        template
            .resources()
            .filter(resource ->
                resource.type().equals("AWS::Lambda::Permission")
                    || resource.type().equals("AWS::Lambda::Url"))
            .map(resource -> resource.violation("allows others to start a function"));
    return Stream.of(urls, permissions, invocations(template))
        .flatMap(violations -> violations)
        .toList();
  }

  /** A role that nobody but the service assumes. */
  private static boolean isOf(String service, Resource resource) {
    List<Tree> trusted = resource.own().at("AssumeRolePolicyDocument", "Statement").each();
    return !trusted.isEmpty()
        && trusted.stream().allMatch(statement -> statement.at("Principal", "Service").is(service));
  }

  private static Stream<String> invocations(Template template) {
    return template
        .resources()
        .filter(resource ->
            !template.module().isEmpty()
                && !isOf("scheduler.amazonaws.com", resource)
                && !isOf("codedeploy.amazonaws.com", resource))
        .flatMap(resource ->
            resource
                .own()
                .all()
                .filter(statement -> statement.at("Effect").is("Allow"))
                .flatMap(statement -> statement.at("Action").texts())
                .filter(action -> action.startsWith("lambda:"))
                .map(action -> resource.violation("a function may call another with " + action)));
  }
}
