package clientportal.aws;

import clientportal.local.template.DeployableTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The templates as CloudFormation deploys them: the root with those of its nested stacks that the
 * adapters touch, all of them whole but for the functions, which the tests are instead.
 *
 * @param resources of the nested stacks
 * @param outputs of the nested stacks, by name
 */
record Deployment(List<StackResource> resources, Map<String, String> outputs) {
  private static final String NAME = "portal";
  private static final Set<String> STACKS =
      Set.of("Data", "Messaging", "Documents", "Firms", "Sites", "Notes", "Notifications");
  private static final String FOLDER = "templates";
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Deploys into LocalStack, where a template's address is one of its own S3. */
  static Deployment of(CloudFormationClient cloudFormation, S3Client s3) {
    s3.createBucket(bucket -> bucket.bucket(FOLDER));
    UnaryOperator<String> upload =
        file -> {
          String json =
              DeployableTemplate.read(Templates.ROOT.resolve(file))
                  .withoutFunctions()
                  .withEmptyDefaults()
                  .json();
          s3.putObject(object -> object.bucket(FOLDER).key(file), RequestBody.fromString(json));
          return "http://s3.localhost.localstack.cloud:4566/" + FOLDER + "/" + file;
        };
    String root =
        DeployableTemplate.read(Templates.ROOT.resolve("template.yaml"))
            .onlyStacks(STACKS, upload)
            .json();
    cloudFormation.createStack(stack ->
        stack
            .stackName(NAME)
            .templateBody(root)
            .onFailure(OnFailure.DO_NOTHING)
            .capabilitiesWithStrings("CAPABILITY_IAM")
            .parameters(parameters()));
    Stack deployed =
        Eventually.see(
            () -> stack(cloudFormation, NAME),
            stack -> !stack.stackStatusAsString().endsWith("IN_PROGRESS"),
            LONGEST);
    if (deployed.stackStatus() != StackStatus.CREATE_COMPLETE) {
      throw new IllegalStateException(
          "LocalStack does not deploy the templates: "
              + deployed.stackStatusAsString()
              + failures(cloudFormation));
    }
    List<StackResource> resources = new ArrayList<>();
    Map<String, String> outputs = new TreeMap<>();
    for (StackResource nested : resources(cloudFormation, NAME)) {
      String id = nested.physicalResourceId();
      resources.addAll(resources(cloudFormation, id));
      for (Output output : stack(cloudFormation, id).outputs()) {
        outputs.put(output.outputKey(), output.outputValue());
      }
    }
    return new Deployment(resources, outputs);
  }

  private static List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    Templates.PARAMETERS.forEach((name, value) ->
        parameters.add(Parameter.builder().parameterKey(name).parameterValue(value).build()));
    return parameters;
  }

  private static Stack stack(CloudFormationClient cloudFormation, String name) {
    return cloudFormation.describeStacks(describe -> describe.stackName(name)).stacks().getFirst();
  }

  private static List<StackResource> resources(CloudFormationClient cloudFormation, String name) {
    return cloudFormation
        .describeStackResources(describe -> describe.stackName(name))
        .stackResources();
  }

  private static List<String> failures(CloudFormationClient cloudFormation) {
    List<String> failures = new ArrayList<>();
    for (Stack stack : cloudFormation.describeStacks().stacks()) {
      for (StackResource each : resources(cloudFormation, stack.stackId())) {
        if (each.resourceStatusAsString().endsWith("FAILED")) {
          failures.add(each.logicalResourceId() + ": " + each.resourceStatusReason());
        }
      }
    }
    return failures;
  }

  /** The identifier of a resource: a name, an ARN or a URL, as {@code Ref} returns it. */
  String physicalId(String logicalId) {
    List<String> found =
        resources.stream()
            .filter(each -> each.logicalResourceId().equals(logicalId))
            .map(StackResource::physicalResourceId)
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(logicalId + " is " + found);
    }
    return found.getFirst();
  }

  String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no output " + name + " in " + outputs.keySet());
    }
    return value;
  }

  /** The types that LocalStack only says to have made: it does not know them. */
  Set<String> pretended() {
    Set<String> types = new TreeSet<>();
    for (StackResource each : resources) {
      if (String.valueOf(each.resourceStatusReason()).contains("not supported")) {
        types.add(each.resourceType());
      }
    }
    return types;
  }
}
