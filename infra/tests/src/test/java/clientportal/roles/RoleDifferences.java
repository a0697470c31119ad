package clientportal.roles;

import clientportal.local.roles.FunctionRole;
import clientportal.local.template.Application;
import clientportal.local.template.Application.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The differences between the permissions of a role and those that its function uses. */
final class RoleDifferences {
  private RoleDifferences() {}

  /**
   * Compares both ways.
   *
   * @param used what the function's code asked of AWS
   */
  static List<String> of(Application.Function function, Collection<Permission> used) {
    List<Permission> granted = function.role().orElseThrow();
    List<Permission> needed = new ArrayList<>(used);
    needed.addAll(ofWiring(function));
    Stream<String> missing =
        needed.stream()
            .filter(each -> granted.stream().noneMatch(grant -> FunctionRole.covers(grant, each)))
            .map(each -> function.name() + " needs what its role lacks: " + each);
    Stream<String> surplus =
        granted.stream()
            .filter(grant -> needed.stream().noneMatch(each -> FunctionRole.covers(grant, each)))
            .map(grant -> function.name() + " never used what its role grants: " + grant);
    return Stream.concat(missing, surplus).sorted().toList();
  }

  /** What Lambda does with the function's role: it starts the function and stores failed events. */
  private static List<Permission> ofWiring(Application.Function function) {
    List<Permission> needed = new ArrayList<>();
    for (Application.Source source : function.sources()) {
      switch (source) {
        case Application.QueueSource queue ->
            Stream.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")
                .forEach(action -> needed.add(new Permission("sqs:" + action, queue.queueArn())));
        case Application.StreamSource stream -> {
          Stream.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
              .forEach(
                  action -> needed.add(new Permission("dynamodb:" + action, stream.streamArn())));
          stream.onFailureArn().ifPresent(arn -> needed.addAll(keeping(arn)));
        }
        case Application.ScheduleSource _ -> {
          // The scheduler has a role of its own.
        }
      }
    }
    function.asynchronous().onFailureArn().ifPresent(arn -> needed.addAll(keeping(arn)));
    return needed;
  }

  /** A queue gets the place of the lost records, a bucket the records themselves. */
  private static Set<Permission> keeping(String arn) {
    return arn.startsWith("arn:aws:s3:::")
        ? Set.of(new Permission("s3:PutObject", arn + "/*"), new Permission("s3:ListBucket", arn))
        : Set.of(new Permission("sqs:SendMessage", arn));
  }
}
