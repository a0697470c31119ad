package clientportal.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The parts of the published contract that the gateway needs: its version and its operations. */
public record Contract(String version, List<Operation> operations) {
  public Contract {
    operations = List.copyOf(operations);
  }

  /**
   * Reads a contract.
   *
   * @throws ContractException with all its faults
   */
  public static Contract read(Path openapi) throws IOException {
    return parse(Files.readString(openapi));
  }

  static Contract parse(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    JsonNode root = new ObjectMapper().valueToTree(document);
    return new ContractReader(root).read();
  }
}
