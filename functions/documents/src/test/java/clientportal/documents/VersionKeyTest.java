package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.uploads.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionKeyTest {
  private static final String ID = "01kjm7r2t4v6x8z0b2d4f6g8h0";
  private static final String TEXT =
      "firms/%1$s/clients/%1$s/folders/%1$s/documents/%1$s/1".formatted(ID);
  private static final VersionKey KEY =
      new VersionKey(
          new DocumentPath(
              new FolderPath(new ClientPath(new FirmId(ID), new ClientId(ID)), new FolderId(ID)),
              new DocumentId(ID)),
          1);

  @Test
  void aKeyIsReadAsItIsWritten() {
    assertThat(KEY.object()).isEqualTo(new ObjectKey(TEXT));
    assertThat(VersionKey.parse(TEXT)).contains(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "firms/a/clients/b/folders/c/documents/d/1", "/", "%s/2", "%s0000000"})
  void anythingElseIsNoKey(String text) {
    assertThat(VersionKey.parse(text.replace("%s", TEXT))).isEmpty();
    assertThat(VersionKey.parse(TEXT.replace("/1", "/0"))).isEmpty();
    assertThat(VersionKey.parse(TEXT + "\n")).isEmpty();
  }
}
