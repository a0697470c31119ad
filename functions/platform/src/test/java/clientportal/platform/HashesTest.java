package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HashesTest {
  @Test
  void aHash_isSha256InHexadecimal() {
    // The example of FIPS 180-4.
    assertThat(Hashes.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hashesThatDifferInOneCharacter_areNotEqual_whereverItStands() {
    String hash = Hashes.sha256("abc");

    assertThat(Hashes.equal(hash, Hashes.sha256("abc"))).isTrue();
    for (int i = 0; i < hash.length(); i++) {
      String other = hash.substring(0, i) + "x" + hash.substring(i + 1);
      assertThat(Hashes.equal(hash, other)).as(other).isFalse();
      assertThat(Hashes.equal(hash, hash.substring(0, i))).as("the first %d", i).isFalse();
    }
  }
}
