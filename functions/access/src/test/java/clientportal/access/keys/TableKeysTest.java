package clientportal.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableKeysTest {
  @ParameterizedTest
  @CsvSource({
    "JOSÉ, josé",
    "JOSE\u0301, José",
    "Straße, STRASSE",
    "ΟΔΥΣΣΕΥΣ, Οδυσσευς",
    "ﬁrma, FIRMA",
    "Ｍｅｙｅｒ, meyer"
  })
  void names_areComparedWithoutCase_inOneUnicodeForm(String one, String other) {
    assertThat(TableKeys.nameSort(one, "id")).isEqualTo(TableKeys.nameSort(other, "id"));
  }

  @ParameterizedTest
  @CsvSource({"ΟΔΟΣ, οδοσία", "STRAS, Straße", "Me, mEYER", "e\u0301, Élodie", "😀 A, 😀 anna"})
  void aBeginning_isFoundWhateverFollows(String beginning, String name) {
    assertThat(TableKeys.nameSort(name, "id")).startsWith(TableKeys.namePrefix(beginning));
  }

  @Test
  void otherLetters_areOtherNames() {
    assertThat(TableKeys.nameSort("Élodie", "id")).doesNotStartWith(TableKeys.namePrefix("E"));
    assertThat(TableKeys.nameSort("Ana", "id")).doesNotStartWith(TableKeys.namePrefix("ana b"));
  }

  @Test
  void aLongName_fitsIntoASortKey_andAShorterOneSortsBefore() {
    String longest = TableKeys.nameSort("ﷺ".repeat(120), "01arz3ndektsv4rrffq69g5fav");
    assertThat(longest.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(1024);
    assertThat(TableKeys.nameSort("Ana", "z")).isLessThan(TableKeys.nameSort("Ana B", "a"));
  }
}
