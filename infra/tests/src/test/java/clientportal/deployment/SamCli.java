package clientportal.deployment;

import clientportal.tools.MissingTool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** The SAM CLI at the version of {@code infra/tests/requirements.txt}. */
final class SamCli {
  /** The folder with the root template. */
  static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("../..").normalize();

  static final Path FOLDER = ROOT.resolve("infra/tests/target/sam");

  /** Of an account that does not exist. */
  static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("local-check", "no-secret-at-all");

  static final String REGION = "eu-west-1";

  private static final AtomicInteger RUNS = new AtomicInteger();

  private static final Pattern MADE =
      Pattern.compile(
          "(?s)Translated template is:\\s*\\n(.*?)\\n(?=\\d{4}-\\d\\d-\\d\\d |\\S+ is a valid)");

  private final PythonTools tools;

  private SamCli(PythonTools tools) {
    this.tools = tools;
  }

  /** Installs it unless it is there; two classes of tests may ask at once. */
  static synchronized SamCli install() throws MissingTool, IOException, InterruptedException {
    return new SamCli(
        PythonTools.install(
            ROOT.resolve("infra/tests/requirements.txt"), FOLDER.resolve("python")));
  }

  /** {@code sam validate --lint}, with cfn-lint from the same virtual environment. */
  Run validate(Path template) throws IOException, InterruptedException {
    return run(Map.of(), "validate", "--lint", "--template-file", template.toString());
  }

  /**
   * cfn-lint on what SAM makes of a template, which is written to a file: of a source with {@code
   * Globals} it sees neither these nor references to missing resources.
   */
  Run lintWhatSamMakes(Path template, Path made) throws IOException, InterruptedException {
    Run run = run(Map.of(), "validate", "--debug", "--template-file", template.toString());
    Matcher shown = MADE.matcher(run.orElse("SAM cannot transform " + template).output());
    if (!shown.find()) {
      throw new AssertionError(
          "this SAM CLI does not print the transformed template:\n" + run.output());
    }
    Files.writeString(made, shown.group(1));
    return run(tools.program("cfn-lint"), Map.of(), made.toString());
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

  /** Runs a script of ours with the libraries of the SAM CLI, from one file to another. */
  String python(Path script, String input) throws IOException, InterruptedException {
    Path in = Files.createTempFile(FOLDER, "input", ".json");
    Path out = Files.createTempFile(FOLDER, "output", ".json");
    Files.writeString(in, input);
    run(tools.program("python"), Map.of(), script.toString(), in.toString(), out.toString())
        .orElse("SAM cannot transform a template");
    return Files.readString(out);
  }

  private Run run(Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    return run(tools.program("sam"), more, arguments);
  }

  /** Only what a run needs: no profile, credential or setting of the person who runs the build. */
  private Run run(String program, Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Map<String, String> environment = new HashMap<>(more);
    environment.putAll(
        Map.of(
            "PATH",
            System.getenv("PATH"),
            "HOME",
            FOLDER.resolve("home").toString(),
            "LANG",
            "C.UTF-8",
            "SAM_CLI_TELEMETRY",
            "0",
            "AWS_REGION",
            REGION,
            "AWS_DEFAULT_REGION",
            REGION,
            "AWS_ACCESS_KEY_ID",
            CREDENTIALS.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY",
            CREDENTIALS.secretAccessKey(),
            "AWS_EC2_METADATA_DISABLED",
            "true"));
    Path log = FOLDER.resolve("output").resolve(RUNS.incrementAndGet() + ".txt");
    return Run.of(command, ROOT, environment, log);
  }
}
