package clientportal.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.tools.MissingTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates by the tool that deploys them: validated, linted, built, packaged. */
@Execution(ExecutionMode.CONCURRENT)
final class SamIT {
  private static final Path WORK = SamCli.FOLDER.resolve("work");
  private static final String MAVEN_FIRST = "`mvn package` makes the zips and gateway.json.";
  private static final Pattern RESOURCE = Pattern.compile("(?m)^    Type: AWS::");
  private static final ExecutorService TWO_AT_A_TIME = Executors.newFixedThreadPool(2);
  private static final Map<String, Future<Run>> VALIDATIONS = new LinkedHashMap<>();
  private static final Map<String, Future<Run>> LINT_OF_WHAT_SAM_MAKES = new LinkedHashMap<>();
  private static final String CORRECT =
      "Correct the template. A check that is mistaken is ignored there, with the reason.";

  private static SamCli sam;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    try {
      sam = SamCli.install();
    } catch (MissingTool missing) {
      throw missing.ends("sam");
    }
    Files.createDirectories(WORK);
    for (String template : templates()) {
      VALIDATIONS.put(
          template, TWO_AT_A_TIME.submit(() -> sam.validate(SamCli.ROOT.resolve(template))));
    }
    for (String template : templatesOfFunctions()) {
      LINT_OF_WHAT_SAM_MAKES.put(
          template,
          TWO_AT_A_TIME.submit(
              () -> sam.lintWhatSamMakes(SamCli.ROOT.resolve(template), made(template))));
    }
  }

  @AfterAll
  static void stop() {
    TWO_AT_A_TIME.shutdownNow();
  }

  static List<String> templates() {
    return Templates.all();
  }

  static List<String> templatesOfFunctions() {
    return templates().stream().filter(template -> template.startsWith("functions/")).toList();
  }

  private static Path made(String template) {
    return WORK.resolve(template.replace('/', '-'));
  }

  @Test
  void theSamCli_isInstalledOnce() throws IOException, InterruptedException, MissingTool {
    Path stamp = SamCli.FOLDER.resolve("python/installed");
    var installedAt = Files.getLastModifiedTime(stamp);

    SamCli.install();

    assertThat(Files.getLastModifiedTime(stamp)).isEqualTo(installedAt);
  }

  @Test
  void everyTemplate_isDeployedAndValidated() {
    List<String> nested = Templates.values(Templates.NESTED, Templates.read(Templates.ROOT));

    assertThat(nested).hasSizeGreaterThanOrEqualTo(10);
    assertThat(templates())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("template.yaml"), nested.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_isValidAndWithoutLint(String template)
      throws InterruptedException, ExecutionException {
    Run run = of(template, VALIDATIONS).get();

    assertThat(run.orElse(CORRECT).output()).endsWith("is a valid SAM Template");
  }

  @ParameterizedTest
  @MethodSource("templatesOfFunctions")
  void transformedTemplate_isWithoutLint_andFitsIntoAStack(String template)
      throws InterruptedException, ExecutionException {
    of(template, LINT_OF_WHAT_SAM_MAKES).get().orElse(CORRECT);

    assertThat(RESOURCE.matcher(Templates.read(made(template))).results().count())
        .isBetween(5L, 450L);
  }

  private static Future<Run> of(String template, Map<String, Future<Run>> runs) {
    return requireNonNull(runs.get(template));
  }

  /** What would go unseen if the linter did not run, or read something else. */
  @ParameterizedTest
  @CsvSource({
    "template.yaml, ignore_checks:, ignored:, W3002",
    "infra/data.yaml, DeletionProtectionEnabled:, DeletionProtection:, E3002",
    "functions/firms/template.yaml, CodeUri:, Code:, E3002",
    "functions/firms/template.yaml, AutoPublishAlias:, AutoPublish:, E3002",
  })
  void templateWithAFault_isRefused(String template, String right, String wrong, String check)
      throws IOException, InterruptedException {
    assertRefused(sam.validate(faulty(template, right, wrong)), check);
  }

  @ParameterizedTest
  @CsvSource({
    "functions/firms/template.yaml, java25, java26, E3030",
    "functions/documents/template.yaml, !Ref BucketName, !Ref Bucket, E1020",
  })
  void faultInATransformedTemplate_isRefused(
      String template, String right, String wrong, String check)
      throws IOException, InterruptedException {
    Path faulty = faulty(template, right, wrong);

    assertRefused(sam.lintWhatSamMakes(faulty, file("made")), check);
  }

  private static Path faulty(String template, String right, String wrong) throws IOException {
    String source = Templates.read(SamCli.ROOT.resolve(template));
    assertThat(source).contains(right);
    return Files.writeString(file("faulty"), source.replaceFirst(Pattern.quote(right), wrong));
  }

  /** Tests run at the same time, each with files of its own. */
  private static Path file(String name) throws IOException {
    return Files.createTempFile(WORK, name, ".yaml");
  }

  private static void assertRefused(Run run, String check) {
    assertThat(run.succeeded()).isFalse();
    assertThat(run.output()).contains(check);
  }

  /** SAM builds nothing and copies no zip: what it builds leads to what Maven built. */
  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void build_leadsToWhatMavenBuilt() throws IOException, InterruptedException {
    Path built = build();

    assertThat(Templates.files(Templates.INCLUDED, built))
        .isEqualTo(Templates.files(Templates.INCLUDED, Templates.ROOT))
        .allSatisfy(file -> assertThat(file).exists());
    assertThat(Templates.zips(built))
        .containsExactlyInAnyOrderElementsOf(Templates.zips(Templates.ROOT))
        .hasSizeGreaterThanOrEqualTo(32)
        .allSatisfy(zip -> assertThat(zip).exists());
  }

  /** The same from the sources and from the built templates: {@code sam build} is optional. */
  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void package_uploadsWhatTheTemplatesName_andNamesWhatItUploaded()
      throws IOException, InterruptedException {
    try (Uploads uploads = Uploads.start()) {
      Map<String, Path> ofSources = uploadedFor(pack(Templates.ROOT, uploads), uploads);

      assertThat(uploads.keys()).isEqualTo(ofSources.keySet());
      for (Map.Entry<String, Path> upload : ofSources.entrySet()) {
        if (Templates.isTemplate(upload.getValue())) {
          assertThat(Templates.logicalIds(uploads.text(upload.getKey())))
              .isEqualTo(Templates.logicalIds(Templates.read(upload.getValue())))
              .isNotEmpty();
        } else {
          assertThat(uploads.content(upload.getKey()))
              .as("%s", upload.getValue())
              .isEqualTo(Files.readAllBytes(upload.getValue()));
        }
      }
      assertThat(uploadedFor(pack(build(), uploads), uploads)).isEqualTo(ofSources);
      assertThat(uploads.keys()).isEqualTo(ofSources.keySet());
    }
  }

  /** Returns the file of each upload that a packaged template names, by its key. */
  private static Map<String, Path> uploadedFor(String packaged, Uploads uploads) {
    Map<String, Path> all = new TreeMap<>();
    put(all, keys(uploads, Templates.INCLUDED, packaged), Templates.INCLUDED, Templates.ROOT);
    List<String> nested = keys(uploads, Templates.NESTED, packaged);
    put(all, nested, Templates.NESTED, Templates.ROOT);
    for (String key : nested) {
      List<String> zips = keys(uploads, Templates.CODE, uploads.text(key));
      put(all, zips, Templates.CODE, requireNonNull(all.get(key)));
    }
    return all;
  }

  private static void put(
      Map<String, Path> all, List<String> keys, Pattern property, Path template) {
    List<Path> files = Templates.files(property, template);
    assertThat(keys).hasSameSizeAs(files);
    for (int i = 0; i < keys.size(); i++) {
      Path before = all.putIfAbsent(keys.get(i), files.get(i));
      assertThat(before == null || before.equals(files.get(i))).as(keys.get(i)).isTrue();
    }
  }

  private static Path build() throws IOException, InterruptedException {
    Path folder = WORK.resolve("build");
    sam.build(folder).orElse(MAVEN_FIRST);
    return folder.resolve("template.yaml");
  }

  private static String pack(Path template, Uploads uploads)
      throws IOException, InterruptedException {
    Path packaged = WORK.resolve("packaged.yaml");
    sam.pack(template, uploads.endpoint(), Uploads.BUCKET, packaged).orElse(MAVEN_FIRST);
    return Files.readString(packaged);
  }

  private static List<String> keys(Uploads uploads, Pattern property, String packaged) {
    return Templates.values(property, packaged).stream().map(uploads::key).toList();
  }
}
