package clientportal.accounts;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Single-use codes with which a person who has lost their authenticator app can still reset the
 * password. Only hashes are stored; 80 random bits need no slow hash.
 */
record RecoveryCodes(PersonId person, List<String> hashes, long revision) {
  private static final int NUMBER = 10;
  private static final String HASHES = "hashes";

  /** Returns new codes to show, in groups of four letters. */
  static List<String> fresh() {
    return Stream.generate(Secrets::letters)
        .map(code -> code.replaceAll("(.{4})(?=.)", "$1-"))
        .limit(NUMBER)
        .toList();
  }

  /**
   * Returns the codes of a person, none if they never made any.
   *
   * @param items read with the key {@link TableKeys#recoveryCodes}
   */
  static RecoveryCodes of(PersonId person, Items items) {
    return items
        .at(TableKeys.recoveryCodes(person))
        .map(Item::fields)
        .map(
            fields -> new RecoveryCodes(person, fields.texts(HASHES), fields.number(Item.REVISION)))
        .orElseGet(() -> new RecoveryCodes(person, List.of(), 0));
  }

  /**
   * Ends all codes of a person. The revision goes on, so that whoever has read the codes cannot
   * write them back.
   */
  static Write end(PersonId person) {
    return Write.update(TableKeys.recoveryCodes(person))
        .set(Fields.of().withTexts(HASHES, List.of()).build())
        .add(Item.REVISION, 1)
        .when(Condition.always());
  }

  /** Replaces all codes. */
  Write replaceBy(List<String> codes) {
    return save(codes.stream().map(RecoveryCodes::hash).toList());
  }

  /** Uses up a code; empty if it is not one of these. */
  Optional<Write> use(String code) {
    String hash = hash(code);
    List<String> left = hashes.stream().filter(each -> !Hashes.equal(each, hash)).toList();
    return left.size() < hashes.size() ? Optional.of(save(left)) : Optional.empty();
  }

  private Write save(List<String> replacement) {
    Item item =
        Fields.of()
            .withTexts(HASHES, replacement)
            .with(Item.REVISION, revision + 1)
            .at(TableKeys.recoveryCodes(person));
    return revision == 0 ? Write.create(item) : Write.replace(item, revision);
  }

  /**
   * Hashes a code, however it was typed: in capitals, with other separators, and with the letters
   * O, I and L, which no code contains, for the digits that they look like.
   */
  static String hash(String code) {
    return Hashes.sha256(
        code.toLowerCase(Locale.ROOT)
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1')
            .replaceAll("[^0-9a-z]", ""));
  }
}
