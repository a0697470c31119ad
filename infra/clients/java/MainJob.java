import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.AccountsApi;
import org.openapitools.client.api.ClientsApi;
import org.openapitools.client.api.DocumentsApi;
import org.openapitools.client.api.SharingApi;
import org.openapitools.client.model.MissingWhole;
import org.openapitools.client.model.NewAccount;
import org.openapitools.client.model.NewClient;
import org.openapitools.client.model.NewDocument;
import org.openapitools.client.model.NewFolder;
import org.openapitools.client.model.NewShares;

/** The main job by the client of openapi-generator. */
public final class MainJob {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    JsonNode job = new ObjectMapper().readTree(System.getenv("JOB"));
    String api = job.get("api").asText();
    String firm = job.get("firm").asText();
    ApiClient client = new ApiClient();
    // It tells the two forms of MissingBytes apart by the fields that the other has not.
    client.setObjectMapper(
        ApiClient.createDefaultObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    client.updateBaseUri(api);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + job.get("token").asText()));
    DocumentsApi documents = new DocumentsApi(client);
    byte[] content = "Dear Ada, here it is.".getBytes(StandardCharsets.UTF_8);
    String email = "java." + ProcessHandle.current().pid() + "@example.test";

    NewClient carla =
        ApiClient.createDefaultObjectMapper()
            .readValue(
                "{\"kind\":\"client\",\"name\":\"Carla Client\",\"email\":\"" + email + "\"}",
                NewClient.class);
    String clientId = new ClientsApi(client).createClient(firm, carla, null).getClientId();
    new AccountsApi(client).createAccount(firm, clientId, new NewAccount().email(email), null);
    String folder =
        documents.createFolder(firm, clientId, new NewFolder().name("Taxes"), null).getFolderId();
    NewShares shares =
        ApiClient.createDefaultObjectMapper()
            .readValue(
                "{\"recipients\":[{\"recipient\":\"client\",\"access\":\"view-upload\"}]}",
                NewShares.class);
    new SharingApi(client).setFolderShares(firm, clientId, folder, shares, null);
    var requested =
        documents.requestUpload(
            firm,
            clientId,
            folder,
            new NewDocument()
                .name("letter.txt")
                .size((long) content.length)
                .contentType("text/plain")
                .sha256(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content))),
            null);
    MissingWhole upload = requested.getUpload().getMissingWhole();
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(upload.getUrl().toString()))
            .PUT(BodyPublishers.ofByteArray(content));
    upload.getHeaders().forEach(put::header);
    require(HTTP.send(put.build(), BodyHandlers.ofString()).statusCode() == 200, "S3 refused");
    HTTP.send(
        HttpRequest.newBuilder(URI.create(api + "/_local/settle"))
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.discarding());
    var download = documents.requestDownload(firm, clientId, folder, requested.getDocumentId());
    byte[] got =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(download.getUrl().toString())).build(),
                BodyHandlers.ofByteArray())
            .body();
    require(java.util.Arrays.equals(got, content), "downloaded other bytes");
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalStateException(fault);
    }
  }
}
