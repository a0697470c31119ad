package clientportal.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.NoteId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParticipantRangeTest {
  private final TestFirm firm = new TestFirm();
  private final GroupNotePath note = new GroupNotePath(firm.id, new NoteId(firm.ids.next()));

  private String sortKey(String client) {
    return TableKeys.participant(
            new ParticipantPath(new ClientPath(firm.id, new ClientId(client)), note.note()))
        .sk();
  }

  private static boolean contains(ParticipantRange range, String sortKey) {
    return range.from().compareTo(sortKey) <= 0 && sortKey.compareTo(range.to()) <= 0;
  }

  @Test
  void eachParticipant_isInExactlyOnePart_howeverManyThereAre() {
    List<String> keys = IntStream.range(0, 2_000).mapToObj(_ -> sortKey(firm.ids.next())).toList();
    for (int number : new int[] {1, 25, 26, 51, 90, 499, 500}) {
      List<ParticipantRange> parts =
          IntStream.iterate(0, from -> from < number, from -> from + 25)
              .mapToObj(from -> ParticipantRange.of(from, Math.min(from + 25, number), number))
              .toList();
      assertThat(keys)
          .allSatisfy(
              key -> assertThat(parts.stream().filter(part -> contains(part, key))).hasSize(1));
      assertThat(keys).allMatch(key -> contains(ParticipantRange.ALL, key));
    }
  }

  @Test
  void theFirstAndTheLastIds_areInARange_andWhatIsNoParticipantIsNot() {
    String last = sortKey("01arz3ndektsv4rrffq69g5fzz");
    String first = sortKey("01arz3ndektsv4rrffq69g5f00");

    assertThat(contains(ParticipantRange.of(475, 500, 500), last)).isTrue();
    assertThat(contains(ParticipantRange.of(0, 25, 500), first)).isTrue();
    assertThat(contains(ParticipantRange.ALL, TableKeys.noteText(note).sk())).isFalse();
    assertThat(contains(ParticipantRange.ALL, TableKeys.noteExcerpt(note).sk())).isFalse();
  }
}
