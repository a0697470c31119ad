package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What keeps the pages free of a build step and of exceptions in their Content-Security-Policy. */
class PageRulesTest {
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^(?:import\\b|export\\s+[{*])[^;]*?['\"]([^'\"]+)['\"];|\\bimport\\([`'\"]([^`'\"]+)[`'\"]\\)");
  private static final List<Pattern> SETS_CODE =
      List.of(
          Pattern.compile("\\b(?:inner|outer)HTML\\b"),
          Pattern.compile("insertAdjacentHTML|document\\.write"),
          Pattern.compile("unsafe(?:HTML|SVG|Static|CSS)"),
          Pattern.compile("\\beval\\(|new Function\\("),
          Pattern.compile("(?:set|create)Attribute\\(\\s*['\"](?:style|on)"),
          Pattern.compile("<[^>]*\\sstyle\\s*="),
          Pattern.compile("<[^>]*\\son[a-z]+\\s*="));

  private final Sources sources = Sources.packaged();

  @Test
  void everyImport_isAFileOfThePages_byItsPath() {
    List<Path> modules = sources.own(".js");
    assertThat(modules).hasSizeGreaterThan(20);
    for (Path module : modules) {
      IMPORT
          .matcher(Sources.code(module))
          .results()
          .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
          .forEach(name -> {
            assertThat(name).as("%s", module).startsWith(".");
            if (!name.contains("${")) {
              Path imported = module.resolveSibling(name).normalize();
              assertThat(Files.isRegularFile(imported)).as("%s imports %s", module, name).isTrue();
            }
          });
    }
  }

  @Test
  void nothing_setsHtmlStylesOrHandlersAsText() {
    for (Path module : sources.own(".js")) {
      for (Pattern pattern : SETS_CODE) {
        assertThat(pattern.matcher(Sources.code(module)).find())
            .as("%s: %s", module, pattern)
            .isFalse();
      }
    }
  }

  @Test
  void documents_haveNoInlineScriptOrStyle_andNothingOfOtherOrigins() {
    List<Path> documents = sources.own(".html");
    assertThat(documents).isNotEmpty();
    for (Path document : documents) {
      String html = Sources.read(document);
      assertThat(html).as("%s", document).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|//");
      assertThat(html.replaceAll("<script [^>]*\\bsrc=\"/assets/[^\"]+\"></script>", ""))
          .as("%s", document)
          .doesNotContain("<script");
    }
  }

  @Test
  void libraries_areThere_withTheirLicenses_andWithoutWhatShowsHtml() {
    for (String library : List.of("lit-html", "lit__reactive-element", "js-sha256")) {
      Path folder = sources.root().resolve("lib").resolve(library);
      assertThat(folder.toFile().list()).as(library).anyMatch(name -> name.startsWith("LICENSE"));
    }
    assertThat(sources.root().resolve("lib/lit-html/directives/unsafe-html.js")).doesNotExist();
  }
}
