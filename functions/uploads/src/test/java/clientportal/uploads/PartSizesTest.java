package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartSizesTest {
  private static final long MEBI = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    // limit, size, mebibytes of a part, parts
    "104857600, 104857601, 16, 7",
    "104857600, 200000000, 16, 12",
    "104857600, 15099494400, 16, 900",
    "104857600, 15099494401, 17, 848",
    "104857600, 5000000000000, 5120, 932",
    "5368709120, 5368709121, 16, 321",
    "1, 2, 5, 1",
    "1, 5242881, 5, 2",
    "6000000, 18874368, 6, 3",
    "16777217, 33554432, 16, 2",
  })
  void aPartIsAsSmallAsCanBe(long limit, long size, long mebibytes, int parts) {
    PartSizes sizes = new PartSizes(limit, PartSizes.LARGEST_FILE);

    assertThat(sizes.isInParts(size)).isTrue();
    assertThat(sizes.partSize(size)).isEqualTo(mebibytes * MEBI);
    assertThat(sizes.parts(size)).isEqualTo(parts);
  }

  @Test
  void upToTheLimit_nothingIsInParts() {
    assertThat(new PartSizes(100, 100).isInParts(100)).isFalse();
    assertThat(new PartSizes(100, 100).isInParts(0)).isFalse();
  }

  /** A checksum takes 67 bytes of a body of 64 KiB. */
  @Test
  void theChecksumsOfTheLargestDocument_fitIntoABody() {
    assertThat(new PartSizes(1, PartSizes.LARGEST_FILE).parts(PartSizes.LARGEST_FILE))
        .isEqualTo(PartSizes.MOST);
    assertThat(PartSizes.MOST * 67).isLessThan(64 * 1024 - 2_500);
  }
}
