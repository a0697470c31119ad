package clientportal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates by the tool that deploys them: validated, linted, built, packaged. */
final class SamIT {
  private static final Path WORK = SamCli.FOLDER.resolve("work");
  private static final String MAVEN_FIRST = "`mvn package` makes the zips and gateway.json.";
  private static final ExecutorService TWO_AT_A_TIME = Executors.newFixedThreadPool(2);
  private static final Map<String, Future<Run>> VALIDATIONS = new LinkedHashMap<>();

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
  }

  @AfterAll
  static void stop() {
    TWO_AT_A_TIME.shutdownNow();
  }

  static List<String> templates() {
    return Templates.all();
  }

  @Test
  void theSamCli_isInstalledOnce() throws IOException, InterruptedException, MissingTool {
    Path stamp = SamCli.FOLDER.resolve("python/installed");
    var installedAt = Files.getLastModifiedTime(stamp);

    SamCli.install();

    assertThat(Files.getLastModifiedTime(stamp)).isEqualTo(installedAt);
  }

  @Test
  void everyTemplateThatIsDeployed_isValidated() {
    List<String> nested = Templates.values(Templates.NESTED, Templates.read(Templates.ROOT));

    assertThat(nested).hasSizeGreaterThanOrEqualTo(10);
    assertThat(templates()).contains("template.yaml").containsAll(nested);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_isValidAndWithoutLint(String template)
      throws InterruptedException, ExecutionException {
    Run run = VALIDATIONS.get(template).get();

    run.orElse("Correct " + template + ". A check that is mistaken is ignored there, with why.");
    assertThat(run.output()).endsWith("is a valid SAM Template");
  }

  /** What would go unseen if the linter did not run, or read something else. */
  @ParameterizedTest
  @CsvSource({
    "template.yaml, ignore_checks:, ignored:, W3002",
    "infra/data.yaml, DeletionProtectionEnabled:, DeletionProtection:, E3002",
    "functions/firms/template.yaml, java25, java26, E3030",
    "functions/firms/template.yaml, CodeUri:, Code:, E0001",
    "functions/documents/template.yaml, !Ref BucketName, !Ref Bucket, E1020",
  })
  void templateWithAFault_isRefused(String template, String right, String wrong, String check)
      throws IOException, InterruptedException {
    String source = Templates.read(SamCli.ROOT.resolve(template));
    assertThat(source).contains(right);
    Path faulty = WORK.resolve("faulty.yaml");
    Files.writeString(faulty, source.replaceFirst(Pattern.quote(right), wrong));

    Run run = sam.validate(faulty);

    assertThat(run.succeeded()).isFalse();
    assertThat(run.output()).contains(check);
  }

  /** SAM builds nothing and copies no zip: what it builds leads to what Maven built. */
  @Test
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

  @Test
  void package_uploadsWhatTheTemplatesName_andNamesWhatItUploaded()
      throws IOException, InterruptedException {
    try (Uploads uploads = Uploads.start()) {
      String packaged = pack(Templates.ROOT, uploads);

      Set<String> named = new HashSet<>();
      List<Path> sources = Templates.files(Templates.NESTED, Templates.ROOT);
      List<String> nested = keys(uploads, Templates.NESTED, packaged);
      assertThat(nested).hasSameSizeAs(sources);
      named.addAll(nested);
      for (int i = 0; i < nested.size(); i++) {
        List<String> zips = keys(uploads, Templates.CODE, uploads.text(nested.get(i)));
        assertSame(uploads, zips, Templates.files(Templates.CODE, sources.get(i)));
        named.addAll(zips);
      }
      List<String> included = keys(uploads, Templates.INCLUDED, packaged);
      assertSame(uploads, included, Templates.files(Templates.INCLUDED, Templates.ROOT));
      named.addAll(included);
      assertThat(uploads.keys()).isEqualTo(named);
    }
  }

  /** So that nobody needs to know whether {@code sam build} ran before {@code sam deploy}. */
  @Test
  void package_ofWhatSamBuilt_uploadsTheSame() throws IOException, InterruptedException {
    try (Uploads ofSource = Uploads.start();
        Uploads ofBuilt = Uploads.start()) {
      pack(Templates.ROOT, ofSource);
      pack(build(), ofBuilt);

      // Keys are digests of what is uploaded.
      assertThat(ofBuilt.keys()).isEqualTo(ofSource.keys()).isNotEmpty();
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

  private static void assertSame(Uploads uploads, List<String> keys, List<Path> files)
      throws IOException {
    assertThat(keys).hasSameSizeAs(files);
    for (int i = 0; i < keys.size(); i++) {
      assertThat(uploads.content(keys.get(i))).isEqualTo(Files.readAllBytes(files.get(i)));
    }
  }
}
