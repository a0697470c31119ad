package clientportal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PublishedContractTest {
  private static final Path FILE = Path.of("..", "openapi.yaml");

  private Contract contract;

  @BeforeEach
  void read() throws IOException {
    contract = Contract.read(FILE);
  }

  @Test
  void operations_areAllThatTheFileNames() throws IOException {
    List<String> written =
        Pattern.compile("(?m)^ +operationId: (\\w+)$")
            .matcher(Files.readString(FILE))
            .results()
            .map(each -> each.group(1))
            .toList();

    assertThat(contract.operations())
        .hasSizeGreaterThanOrEqualTo(58)
        .extracting(Operation::id)
        .containsExactlyInAnyOrderElementsOf(written);
  }

  /** What Redocly and {@code spectral:oas} ask for, and can be said without them. */
  @Test
  void information_isComplete() throws IOException {
    Object document =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
    JsonNode info = new ObjectMapper().valueToTree(document).path("info");

    assertThat(info.at("/contact/name").asText()).isNotBlank();
    assertThat(info.at("/license/name").asText()).isNotBlank();
    assertThat(info.at("/license/identifier").asText()).isNotBlank();
  }

  /** Written out, because whoever adds one lets everybody in. */
  @Test
  void publicOperations_areThese() {
    assertThat(contract.operations())
        .filteredOn(Operation::isPublic)
        .extracting(Operation::id)
        .containsExactlyInAnyOrder(
            "acceptInvitation",
            "verifyAccount",
            "getSite",
            "getSiteLogo",
            "register",
            "requestPasswordReset",
            "resetPassword");
  }
}
