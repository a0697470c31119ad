package clientportal.deployment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** The SAM CLI at the version of {@code infra/local/requirements.txt}. */
final class SamCli {
  /** The folder with the root template. */
  static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("../..").normalize();

  static final Path FOLDER = ROOT.resolve("infra/local/target/sam");

  /** Of an account that is nobody's. */
  static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("local-check", "no-secret-at-all");

  static final String REGION = "eu-west-1";

  private final PythonTools tools;
  private final AtomicInteger runs = new AtomicInteger();

  private SamCli(PythonTools tools) {
    this.tools = tools;
  }

  static SamCli install() throws MissingTool, IOException, InterruptedException {
    return new SamCli(
        PythonTools.install(
            ROOT.resolve("infra/local/requirements.txt"), FOLDER.resolve("python")));
  }

  /** {@code sam validate --lint}, with cfn-lint as it stands in the same virtual environment. */
  Run validate(Path template) throws IOException, InterruptedException {
    return run(Map.of(), "validate", "--lint", "--template-file", template.toString());
  }

  Run build(Path into) throws IOException, InterruptedException {
    return run(
        Map.of(), "build", "--template-file", "template.yaml", "--build-dir", into.toString());
  }

  /** {@code sam package}, which uploads to a bucket at this endpoint. */
  Run pack(Path template, URI s3, String bucket, Path output)
      throws IOException, InterruptedException {
    return run(
        Map.of("AWS_ENDPOINT_URL_S3", s3.toString()),
        "package",
        "--template-file",
        template.toString(),
        "--s3-bucket",
        bucket,
        "--output-template-file",
        output.toString(),
        "--no-progressbar");
  }

  /** What a run needs and no more: no profile, credential or setting of who runs the build. */
  private Run run(Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tools.program("sam")));
    command.addAll(List.of(arguments));
    Map<String, String> environment = new HashMap<>(more);
    environment.putAll(
        Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", FOLDER.resolve("home").toString(),
            "LANG", "C.UTF-8",
            "SAM_CLI_TELEMETRY", "0",
            "AWS_REGION", REGION,
            "AWS_DEFAULT_REGION", REGION,
            "AWS_ACCESS_KEY_ID", CREDENTIALS.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", CREDENTIALS.secretAccessKey(),
            "AWS_EC2_METADATA_DISABLED", "true"));
    Path log = FOLDER.resolve("output").resolve(runs.incrementAndGet() + "-" + arguments[0]);
    return Run.of(command, ROOT, environment, log);
  }
}
