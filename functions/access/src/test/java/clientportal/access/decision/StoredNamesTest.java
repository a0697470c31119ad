package clientportal.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is stored is read back, and a text that nobody knows gives the least. */
final class StoredNamesTest {

  @Test
  void anAccessLevel_isReadFromItsText_andAnUnknownOneIsToView() {
    assertThat(AccessLevel.values())
        .extracting(AccessLevel::text)
        .containsExactly("view", "view-upload");
    assertThat(AccessLevel.values())
        .allSatisfy(each -> assertThat(AccessLevel.of(each.text())).isEqualTo(each));
    assertThat(AccessLevel.of("everything")).isEqualTo(AccessLevel.VIEW);
  }

  @Test
  void aRole_isReadFromItsText_andAnUnknownOneIsStaff() {
    assertThat(Role.values()).extracting(Role::text).containsExactly("staff", "administrator");
    assertThat(Role.values()).allSatisfy(each -> assertThat(Role.of(each.text())).isEqualTo(each));
    assertThat(Role.of("owner")).isEqualTo(Role.STAFF);
  }
}
