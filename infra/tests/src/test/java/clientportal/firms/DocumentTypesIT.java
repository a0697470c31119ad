package clientportal.firms;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The document types of a firm: administrators set them ({@code setDocumentTypes}), staff find them
 * ({@code listDocumentTypes}) and give them to documents and notes.
 */
final class DocumentTypesIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Person sam = office.member("Sam Staff", false).person();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String types = office.path() + "/document-types";
  private final String folder = client.path() + "/folders/" + client.folder("Taxes");
  private final File file = File.text("a.txt", "Some text.");

  private static ObjectNode named(String... names) {
    ObjectNode body = json();
    ArrayNode all = body.putArray("documentTypes");
    for (String name : names) {
      all.addObject().put("name", name);
    }
    return body;
  }

  private String type(String name) {
    return ada.put(types, named(name)).is(200).text("documentTypes/0/documentTypeId");
  }

  private ObjectNode typed(ObjectNode body, String type) {
    return body.put("documentType", type);
  }

  private String uploaded(String type) {
    Answer declared = sam.post(folder + "/documents", typed(file.declaration(), type)).is(201);
    File.put(declared, file.bytes()).is(200);
    Portal.settle();
    return folder + "/documents/" + declared.text("documentId");
  }

  @Test
  @Tag("BS2")
  void aType_isRenamedWithoutLosingAnything_andRetired() {
    String invoice = type("Invoice");
    String document = uploaded(invoice);
    String note =
        client.path()
            + "/notes/"
            + sam.post(
                    client.path() + "/notes", typed(Office.note("Call", "They called."), invoice))
                .is(201)
                .text("noteId");
    assertThat(sam.get(document).is(200).text("documentType")).isEqualTo(invoice);
    assertThat(sam.get(note).is(200).text("documentType")).isEqualTo(invoice);

    ObjectNode renamed = named("Bill");
    ((ObjectNode) renamed.at("/documentTypes/0")).put("documentTypeId", invoice);
    ada.put(types, renamed).is(200);
    assertThat(sam.get(types).text("documentTypes/0/name")).isEqualTo("Bill");
    Answer retired = ada.put(types, named("Letter")).is(200);

    assertThat(Shares.texts(retired.at("documentTypes"), "name")).containsExactly("Letter", "Bill");
    assertThat(Shares.texts(retired.at("documentTypes"), "retired"))
        .containsExactly("false", "true");
    assertThat(sam.get(types).is(200).json()).isEqualTo(retired.json());
    assertThat(sam.get(document).text("documentType")).isEqualTo(invoice);
    Answer refused =
        sam.post(folder + "/documents", typed(file.declaration(), invoice))
            .isProblem(400, "invalid-request");
    assertThat(refused.text("errors/0/pointer")).isEqualTo("/documentType");
    sam.patch(document, json().put("name", "b.txt")).is(200);

    ada.put(types, renamed).is(200);
    sam.post(folder + "/documents", typed(file.declaration(), invoice)).is(201);
  }

  @Test
  void staffGiveTypes_changeThem_andTakeThemAway_andSeeThemInLists() {
    String invoice = type("Invoice");
    String document = folder + "/documents/" + file.upload(sam, folder);
    String note = client.path() + "/notes/" + client.note("Call", "They called.");
    client.note("Other", "They called again.");

    for (String item : List.of(document, note)) {
      assertThat(sam.patch(item, typed(json(), invoice)).is(200).text("documentType"))
          .isEqualTo(invoice);
    }
    String version = document + "/versions";
    Answer declared = sam.post(version, typed(file.declaration(), invoice)).is(201);
    File.put(declared, file.bytes()).is(200);

    for (String list :
        List.of(folder + "/documents", client.path() + "/notes", client.path() + "/activity")) {
      assertThat(Shares.texts(sam.get(list).is(200).at("items"), "documentType"))
          .as(list)
          .contains(invoice);
    }
    for (String item : List.of(document, note)) {
      assertThat(sam.patch(item, json().putNull("documentType")).is(200).json().has("documentType"))
          .isFalse();
    }
  }

  @Test
  void readersGiveNoType_andSeeNone() {
    String invoice = type("Invoice");
    client.share(folder.substring(folder.lastIndexOf('/') + 1), "client", "view-upload").is(200);
    Person reader = carla.person();

    Answer refused =
        reader
            .post(folder + "/documents", typed(file.declaration(), invoice))
            .isProblem(400, "invalid-request");
    assertThat(refused.text("errors/0/pointer")).isEqualTo("/documentType");
    assertThat(refused.text("errors/0/code")).isEqualTo("unknown");

    String document = folder + "/documents/" + file.upload(reader, folder);
    ada.patch(document, typed(json(), invoice)).is(200);
    assertThat(reader.get(document).is(200).json().has("documentType")).isFalse();
    reader.get(types).isProblem(404, "not-found");
  }

  @Test
  void aFirmHasAtMost200_withTheRetiredOnes_andOthersAreUnknownToIt() {
    Office.open().administrator().put(types, named("Invoice")).isProblem(404, "not-found");
    String[] names = IntStream.range(0, 200).mapToObj(i -> "Type " + i).toArray(String[]::new);
    Answer set = ada.put(types, named(names)).is(200);

    ada.put(types, named("One more")).isProblem(409, "limit-reached");
    sam.put(types, named("Mine")).isProblem(403, "permission-required");

    assertThat(sam.get(types).json()).isEqualTo(set.json());
    ObjectNode unknown = named("Theirs");
    ((ObjectNode) unknown.at("/documentTypes/0"))
        .put("documentTypeId", "01kjm4x4c6e8g0h2k4m6n8p0q2");
    assertThat(ada.put(types, unknown).isProblem(400, "invalid-request").text("errors/0/pointer"))
        .isEqualTo("/documentTypes/0/documentTypeId");
  }
}
