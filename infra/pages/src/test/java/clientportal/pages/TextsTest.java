package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in every language, puts in the same values, and is used. */
class TextsTest {
  private static final Pattern TEXT =
      Pattern.compile("(?ms)^ {2}'([^']+)':\\s*(.*?),$(?=\\n(?: {2}'|\\n|}))");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([\\w.-]+)'");
  private static final Pattern NAME = Pattern.compile("'([a-zA-Z]+(?:\\.[\\w-]+)+)'");
  private static final Pattern FAMILY = Pattern.compile("`([a-zA-Z]+(?:\\.[\\w-]+)*\\.)\\$\\{");
  private static final String FIRST = "en";
  private static final String OFFERED = "action.";

  private final Sources sources = Sources.packaged();

  @Test
  void everyLanguage_hasTheSameTexts_withTheSameValues() {
    for (Path folder : folders()) {
      Map<String, Set<String>> first = texts(folder.resolve(FIRST + ".js"));
      assertThat(first).as("%s", folder).hasSizeGreaterThan(20);
      for (String language : languages()) {
        assertThat(texts(folder.resolve(language + ".js"))).as("%s", folder).isEqualTo(first);
      }
    }
  }

  /** A file uses the texts that are read before it, which are those of the folders around it. */
  @Test
  void everyTextThatAFileUses_isThere() {
    for (Path file : sources.own(".js")) {
      Set<String> known =
          folders().stream()
              .filter(folder ->
                  folder.endsWith("shared/texts")
                      || file.startsWith(folder.resolve("..").normalize()))
              .flatMap(folder -> texts(folder.resolve(FIRST + ".js")).keySet().stream())
              .collect(Collectors.toSet());
      assertThat(known)
          .as("%s", file)
          .containsAll(found(USE, Sources.code(file)).collect(Collectors.toSet()));
    }
  }

  /**
   * Used by its whole name, or as one of a family of texts that ends in a value. The common words
   * of buttons are offered, so that no side writes its own.
   */
  @Test
  void everyText_isUsed() {
    String code =
        sources.own(".js").stream()
            .filter(file -> !file.resolve("..").normalize().endsWith("texts"))
            .map(Sources::code)
            .collect(Collectors.joining("\n"));
    Set<String> names = found(NAME, code).collect(Collectors.toSet());
    Set<String> families = found(FAMILY, code).collect(Collectors.toSet());
    for (Path folder : folders()) {
      assertThat(texts(folder.resolve(FIRST + ".js")).keySet())
          .as("%s", folder)
          .allMatch(key ->
              key.startsWith(OFFERED)
                  || names.contains(key)
                  || families.stream().anyMatch(key::startsWith));
    }
  }

  /** The folders of texts: those of a side, and those of pages that bring their own. */
  private Set<Path> folders() {
    Set<Path> folders =
        sources.own(".js").stream()
            .map(file -> file.resolve("..").normalize())
            .filter(folder -> folder.endsWith("texts"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(folders).hasSizeGreaterThan(3);
    return folders;
  }

  /** The languages that a person may choose. */
  private Set<String> languages() {
    String code = Sources.read(sources.root().resolve("shared/texts.js"));
    String list = found(Pattern.compile("LANGUAGES = \\{([^}]+)}"), code).findFirst().orElseThrow();
    Set<String> languages = found(Pattern.compile("(\\w+):"), list).collect(Collectors.toSet());
    assertThat(languages).contains(FIRST).hasSizeGreaterThan(1);
    return languages;
  }

  private static Map<String, Set<String>> texts(Path file) {
    Map<String, Set<String>> texts = new TreeMap<>();
    TEXT.matcher(Sources.read(file))
        .results()
        .forEach(text -> {
          Set<String> values = found(VALUE, text.group(2)).collect(Collectors.toSet());
          assertThat(texts.put(text.group(1), values))
              .as("%s twice in %s", text.group(1), file)
              .isNull();
        });
    return texts;
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}
