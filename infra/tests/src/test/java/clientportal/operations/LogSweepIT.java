package clientportal.operations;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.PublishedContract;
import clientportal.contract.PublishedContract.Operation;
import clientportal.driver.Portal;
import clientportal.driver.SentTexts;
import clientportal.driver.WholeLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Nothing that a test sent before this one, and nothing that a mail had, is in the log of any stack
 * or of a function in a process of its own. So it runs last and proves nothing alone.
 */
@Isolated
final class LogSweepIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shorter ones are in too many words. */
  private static final int SHORTEST = 4;

  /** Ids of everything, of requests and of traces, and what is counted: no text of anybody. */
  private static final Pattern ID =
      Pattern.compile("[0-9a-z]{26}|[0-9a-f-]{36}|1-[0-9a-f]{8}-[0-9a-f]{24}|-?\\d{1,7}|\\d{13}");

  /** Routes, with names in braces in place of what was sent, and the names of problems. */
  private static final Set<String> OF_THE_CONTRACT =
      PublishedContract.read().operations().stream()
          .flatMap(operation ->
              Stream.concat(
                  Stream.of(operation.method() + " " + operation.path()),
                  operation.answers().stream().flatMap(answer -> answer.problem().stream())))
          .collect(Collectors.toSet());

  /** What a failure has besides its message: the names of exceptions, and frames. */
  private static final Pattern OF_THE_CODE =
      Pattern.compile("\\w+(\\.\\w+)+(Exception|Error)\\b|\\n\\s+(at |\\.\\.\\. \\d+ more).*");

  @Test
  void noLine_hasATextThatATestSent() {
    Portal.settle();
    Portal.stack().outbox().messages().forEach(SentTexts::addMail);
    List<String> lines = WholeLog.lines();
    Set<String> sent = sent(PublishedContract.read());
    assertThat(lines).isNotEmpty();
    assertThat(sent).isNotEmpty();

    assertThat(found(lines, sent)).isEmpty();
  }

  @Test
  void aTextThatWasSent_isFound_whereverItIs() {
    Set<String> sent = Set.of("carla@example.test", "okafor", "12345678", "tax return");
    String line = "{\"function\":\"portal-A\",\"requestId\":\"01kjm4t8w2f6r3nxq5v7y9b1cd\",%s}";

    assertThat(found(List.of(line.formatted("\"status\":200")), sent)).isEmpty();
    assertThat(
            found(
                List.of(
                    line.formatted("\"person\":\"Carla@example.test\""),
                    line.formatted("\"records\":[{\"record\":\"of Okafor, 2\"}]"),
                    line.formatted("\"code\":12345678"),
                    line.formatted("\"failure\":\"E: no Tax return\\n\\tat a.B.c(B.java:1)\""),
                    line.formatted("\"status\":200") + line.formatted("\"firm\":\"Okafor\""),
                    "no JSON for carla@example.test"),
                sent))
        .containsOnlyKeys(
            "carla@example.test",
            "of okafor, 2",
            "okafor",
            "12345678",
            "e: no tax return",
            "no json for carla@example.test");
  }

  /** Returns what is in lines and has a sent text in it, with that text. */
  private static Map<String, String> found(Collection<String> lines, Set<String> sent) {
    Set<String> logged = new HashSet<>();
    lines.forEach(line -> addTexts(line, logged));
    Map<String, String> found = new TreeMap<>();
    for (String text : logged) {
      sent.stream()
          .filter(word -> isIn(text, word))
          .findFirst()
          .ifPresent(word -> found.put(text, word));
    }
    return found;
  }

  /** A function in a process of its own prints one object after another without a new line. */
  private static void addTexts(String line, Set<String> texts) {
    try (MappingIterator<JsonNode> objects = JSON.readerFor(JsonNode.class).readValues(line)) {
      objects.forEachRemaining(object -> addLeaves(object, texts));
    } catch (IOException | RuntimeJsonMappingException _) {
      texts.add(line.toLowerCase(ROOT));
    }
  }

  private static void addLeaves(JsonNode node, Set<String> texts) {
    String text = node.asText("");
    if (!text.isEmpty() && !ID.matcher(text).matches() && !OF_THE_CONTRACT.contains(text)) {
      texts.add(OF_THE_CODE.matcher(text).replaceAll("").toLowerCase(ROOT));
    }
    node.forEach(each -> addLeaves(each, texts));
  }

  /** Tells whether a text has a word, or several, that nothing continues. */
  private static boolean isIn(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  /** Returns what was sent, without ids and without the words of the contract. */
  private static Set<String> sent(PublishedContract contract) {
    Set<String> words = words(contract);
    return SentTexts.all().stream()
        .filter(text -> text.length() >= SHORTEST && !words.contains(text))
        .filter(text -> !ID.matcher(text).matches())
        .map(text -> text.toLowerCase(ROOT))
        .collect(Collectors.toSet());
  }

  private static Set<String> words(PublishedContract contract) {
    Set<String> words = new HashSet<>();
    contract
        .document()
        .findValues("enum")
        .forEach(values -> values.forEach(value -> words.add(value.asText())));
    for (Operation operation : contract.operations()) {
      words.addAll(List.of(operation.path().split("/", -1)));
      words.addAll(operation.parameters());
    }
    return words;
  }
}
