package clientportal.requests;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The files of what is asked for: they are uploaded to an item ({@code requestUpload} with {@code
 * answers}), listed ({@code listItemFiles}), kept when the item is accepted in part, attached
 * ({@code attachFile}) and detached ({@code detachFile}).
 */
final class ItemFilesIT {
  private static final int AT_ONCE = 20;

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Member sam = office.member("Sam Staff", false);
  private final Office.Client.SignedIn carla = office.activeClient("Carla Client");
  private final Office.Client client = carla.client();
  private final Engagement engagement = Engagement.begin(client, "Mortgage");

  private String ask(String... accepts) {
    ObjectNode body = Engagement.items("document", "Payslips");
    if (accepts.length > 0) {
      ObjectNode item = (ObjectNode) body.path("items").path(0);
      for (String type : accepts) {
        item.withArray("accepts").add(type);
      }
    }
    return engagement.ask(body).getFirst();
  }

  private Answer files(Person by, String item) {
    return by.get(engagement.files(item)).is(200);
  }

  private static List<String> each(Answer files, String member) {
    return Shares.texts(files.at("items"), member);
  }

  private Answer review(ObjectNode body) {
    return ada.post(engagement.path() + "/reviews", body);
  }

  @Test
  @Tag("ST12")
  @Tag("ST13")
  @Tag("ST17")
  void theClientUploadsWhatIsAskedFor_andSubmitsIt() {
    client.assignTeam(sam.staffId());
    String item = ask();
    String folder = engagement.folder();
    carla.person().get(folder).is(404);

    String document = engagement.upload(carla.person(), File.text("March.txt", "March"), item);

    String path = folder + "/documents/" + document;
    for (Person reader : List.of(carla.person(), sam.person())) {
      Answer file = files(reader, item);
      assertThat(each(file, "documentId")).containsExactly(document);
      assertThat(file.text("items/0/name")).isEqualTo("March.txt");
      assertThat(file.text("items/0/uploadedBy/as")).isEqualTo("client");
      assertThat(file.text("items/0/verdict")).isEqualTo("none");
      assertThat(reader.get(path).is(200).text("answers/itemId")).isEqualTo(item);
      assertThat(File.download(reader, path).is(200).text()).isEqualTo("March");
    }
    assertThat(carla.person().get(engagement.path()).text("items/0/started")).isEqualTo("true");
    assertThat(ada.get(engagement.path()).text("progress/started")).isEqualTo("1");
    assertThat(carla.person().get(client.path() + "/shared").is(200).at("items").toString())
        .contains(document);
    assertThat(sam.person().get("/v1/me/notices").is(200).at("items").toString())
        .contains(document);
    carla.person().post(engagement.path() + "/submissions", Engagement.naming(item)).is(200);
    Person dora = office.activeClient("Dora").person();
    dora.get(path).is(404);
    dora.get(engagement.files(item)).is(404);
  }

  private static <T> List<T> atOnce(List<? extends Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(calls)) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Test
  void twentyFiles_droppedIntoOneBoxAtOnce_allArrive() throws Exception {
    String item = ask();
    String folder = engagement.folder();
    List<File> dropped =
        IntStream.range(0, AT_ONCE).mapToObj(i -> File.text(i + ".txt", "file " + i)).toList();

    List<String> declared =
        atOnce(
            dropped.stream()
                .<Callable<String>>map(file ->
                    () -> {
                      Answer answer =
                          carla
                              .person()
                              .post(folder + "/documents", engagement.declaration(file, item))
                              .is(201);
                      File.put(answer, file.bytes()).is(200);
                      return answer.text("documentId");
                    })
                .toList());
    Portal.settle();

    Answer files = files(carla.person(), item);
    assertThat(each(files, "documentId")).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(each(files, "late")).containsOnly("false");
    assertThat(ada.get(engagement.path()).text("progress/started")).isEqualTo("1");
    assertThat(ada.get(folder + "/documents").is(200).at("items")).hasSize(AT_ONCE);
  }

  @Test
  void aFile_whoseItemHasMovedOn_isThereAndLate() {
    client.assignTeam(sam.staffId());
    String item = ask();
    Answer late = engagement.declare(carla.person(), File.text("late.txt", "late"), item).is(201);
    engagement.upload(carla.person(), File.text("first.txt", "first"), item);
    review(Engagement.review(item, "accept")).is(200);
    JsonNode accepted = ada.get(engagement.path()).at("items/0");

    File.put(late, File.text("late.txt", "late").bytes()).is(200);
    Portal.settle();

    String document = late.text("documentId");
    Answer files = files(carla.person(), item);
    assertThat(each(files, "late")).containsExactlyInAnyOrder("true", "false");
    assertThat(each(files, "verdict")).containsExactlyInAnyOrder("none", "accepted");
    assertThat(ada.get(engagement.path()).at("items/0")).isEqualTo(accepted);
    assertThat(
            carla
                .person()
                .get(engagement.folder() + "/documents/" + document)
                .is(200)
                .text("status"))
        .isEqualTo("available");
    assertThat(sam.person().get("/v1/me/notices").is(200).at("items").toString())
        .contains(document);
    engagement
        .declare(carla.person(), File.text("later.txt", "later"), item)
        .isProblem(409, "status-conflict");
  }

  @Test
  void whatIsNotAskedFor_isRefused_andWhatIsOfOthersIsNotThere() {
    String item = ask("application/pdf", "image/*");
    File text = File.text("a.txt", "a");

    Answer refused = engagement.declare(carla.person(), text, item);
    refused.isProblem(422, "content-type-not-accepted");
    assertThat(refused.at("accepts").toString()).isEqualTo("[\"application/pdf\",\"image/*\"]");
    engagement.declare(carla.person(), File.pdf("a.pdf"), item).is(201);
    engagement.declare(sam.person(), text, item).isProblem(403, "permission-required");
    engagement.declare(ada, File.pdf("b.pdf"), item).is(201);
    Office.Client.SignedIn dora = office.activeClient("Dora");
    Engagement theirs = Engagement.begin(dora.client(), "Theirs");
    String asked = theirs.ask(Engagement.items("document", "Passport")).getFirst();
    String detail =
        engagement.declare(carla.person(), text, asked).isProblem(404, "not-found").text("detail");
    for (Answer answer :
        List.of(
            carla.person().post(theirs.folder() + "/documents", theirs.declaration(text, asked)),
            carla
                .person()
                .post(engagement.folder() + "/documents", theirs.declaration(text, asked)),
            dora.person().post(engagement.folder() + "/documents", text.declaration()),
            engagement.declare(dora.person(), text, item),
            ada.post(theirs.folder() + "/documents", engagement.declaration(text, item)))) {
      assertThat(answer.isProblem(404, "not-found").text("detail")).isEqualTo(detail);
    }
    assertThat(files(ada, item).at("items")).isEmpty();
  }

  @Test
  void anUpload_isResumedAndCancelled_byWhoDeclaredIt() {
    String item = ask();
    String document =
        engagement
            .declare(carla.person(), File.text("a.txt", "a"), item)
            .is(201)
            .text("documentId");
    String path = engagement.folder() + "/documents/" + document;

    assertThat(carla.person().get(path).is(200).text("status")).isEqualTo("pending");
    carla.person().post(path + "/upload").is(200);
    office.activeClient("Dora").person().get(path).is(404);
    carla.person().delete(path + "/upload").is(204);
    carla.person().get(path).is(404);
  }

  @Test
  void aFileThatIsRejected_isSeenByWhoUploadedIt_andDismissed() {
    String item = ask();
    File broken = new File("broken.pdf", "application/pdf", new byte[] {1});
    String document = engagement.upload(carla.person(), broken, item);
    String path = engagement.folder() + "/documents/" + document;

    assertThat(carla.person().get(path).is(200).text("status")).isEqualTo("rejected");
    assertThat(carla.person().get("/v1/me/notices").is(200).at("items").toString())
        .contains("upload-rejected", "broken.pdf");
    assertThat(files(ada, item).at("items")).isEmpty();
    assertThat(ada.get(engagement.path()).text("items/0/started")).isEqualTo("false");
    carla.person().post(path + "/upload/dismissal").is(204);
    carla.person().get(path).is(404);
  }

  @Test
  void whatIsKept_needNotComeAgain() {
    String item = ask();
    String march = engagement.upload(carla.person(), File.text("March.txt", "March"), item);
    engagement.upload(carla.person(), File.text("April.txt", "dark"), item);
    ObjectNode inPart = Engagement.review(item, "accept-in-part");
    ((ObjectNode) inPart.path("reviews").path(0)).withArray("keep").add(march);

    review(inPart).is(200);

    assertThat(each(files(carla.person(), item), "verdict")).containsExactly("rejected", "kept");
    engagement.upload(carla.person(), File.text("April.txt", "April"), item);
    review(inPart).isProblem(422, "unknown-reference");
    review(Engagement.review(item, "accept")).is(200);
    assertThat(each(files(ada, item), "verdict")).containsExactly("accepted", "rejected", "kept");
  }

  @Test
  void whatCameAnotherWay_isAttached_andWhatIsWrongIsDetached() {
    String item = ask();
    String other = client.folder("Sent by mail");
    String in = client.path() + "/folders/" + other;
    String document = File.text("March.txt", "March").upload(ada, in);
    String path = engagement.files(item) + "/" + document;
    ObjectNode body = json().put("folderId", other);
    carla.person().get(in + "/documents/" + document).is(404);
    sam.person().put(path, body).isProblem(403, "permission-required");
    ada.put(path, json().put("folderId", engagement.engagementId())).isProblem(404, "not-found");

    Answer attached = ada.put(path, body).is(200);

    assertThat(ada.put(path, body).is(200).json()).isEqualTo(attached.json());
    assertThat(File.download(carla.person(), in + "/documents/" + document).is(200).text())
        .isEqualTo("March");
    assertThat(each(files(carla.person(), item), "documentId")).containsExactly(document);
    String second = engagement.upload(carla.person(), File.text("x.txt", "x"), item);
    String third = File.text("y.txt", "y").upload(ada, in);
    ada.put(engagement.files(item) + "/" + third, body).is(200);
    sam.person().delete(path).isProblem(403, "permission-required");
    carla.person().delete(engagement.files(item) + "/" + second).is(204);
    ada.delete(engagement.files(item) + "/" + third).is(204);
    assertThat(ada.get(engagement.path()).text("items/0/started")).isEqualTo("true");
    ada.delete(path).is(204);
    ada.delete(path).isProblem(404, "not-found");
    assertThat(ada.get(engagement.path()).text("items/0/started")).isEqualTo("false");
    assertThat(files(ada, item).at("items")).isEmpty();
    carla.person().get(in + "/documents/" + document).is(200);
  }

  private static ObjectNode policy(String mode) {
    ObjectNode body = json().put("mode", mode).put("reason", "Letter of 1 March.");
    body.putArray("documentTypeIds");
    return body;
  }

  @Test
  void whatCannotBeAttached_orDetached_staysAsItIs() {
    String item = ask();
    String other = client.folder("Sent by mail");
    String in = client.path() + "/folders/" + other;
    ObjectNode body = json().put("folderId", other);
    String document = File.text("March.txt", "March").upload(ada, in);
    String path = engagement.files(item) + "/" + document;
    ada.delete(in + "/documents/" + document).is(204);
    ada.put(path, body).isProblem(409, "archived");
    String closed = File.text("April.txt", "April").upload(ada, in);
    Person operator = Portal.signIn("operator@portal.test");
    String policy = office.path() + "/share-policy";
    operator.put(policy, policy("only")).is(200);
    ada.put(engagement.files(item) + "/" + closed, body).isProblem(409, "not-shareable");
    operator.put(policy, policy("all")).is(200);
    String file = engagement.upload(carla.person(), File.text("May.txt", "May"), item);
    String another = ask();
    String folder = engagement.folder();
    ada.put(
            engagement.files(another) + "/" + file,
            json().put("folderId", folder.substring(folder.lastIndexOf('/') + 1)))
        .isProblem(409, "conflict");
    review(Engagement.review(item, "accept")).is(200);

    ada.put(engagement.files(item) + "/" + closed, body).isProblem(409, "status-conflict");
    ada.delete(engagement.files(item) + "/" + file).isProblem(409, "status-conflict");

    assertThat(each(files(ada, item), "verdict")).containsExactly("accepted");
  }
}
