package clientportal.access;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Hashes;
import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The {@code Idempotency-Key} of a request: a repeated request has the result of the first. The
 * result is remembered for 24 hours, in the transaction of the change, so a refused request does
 * not use the key up. Keys are separate for each caller and operation.
 */
public record Idempotency(Optional<Key> key, String bodyHash) {
  private static final Duration REMEMBERED = Duration.ofHours(24);

  public static Idempotency of(Request request) {
    PersonId person = Caller.of(request).person();
    String operation = request.method() + " " + request.rawPath();
    return new Idempotency(
        request
            .idempotencyKey()
            .filter(Request::isIdempotencyKey)
            .map(key -> TableKeys.idempotency(person, Hashes.sha256(operation + "\n" + key))),
        request.bodyHash());
  }

  /** A request without a key. */
  public static Idempotency none() {
    return new Idempotency(Optional.empty(), "");
  }

  /** Returns the keys to read for {@link #earlier}. */
  public List<Key> keys() {
    return key.stream().toList();
  }

  /**
   * Returns the result of an earlier request with the same key: the id of what it created.
   *
   * @throws ProblemException {@code idempotency-key-reused} if its body was different
   */
  public Optional<String> earlier(Items items, Instant now) {
    Optional<Fields> earlier =
        key.flatMap(items::at)
            .map(Item::fields)
            .filter(fields -> now.isBefore(fields.instant("expiresAt")));
    if (earlier.isPresent() && !earlier.get().text("bodyHash").equals(bodyHash)) {
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "The key belongs to an earlier request with another body.");
    }
    return earlier.map(fields -> fields.text("result"));
  }

  /**
   * Runs a use case that creates something and refuses to create it twice. If the same request runs
   * twice concurrently, the second is refused because of what the first has just created. So a
   * refusal counts only while the key has no result; otherwise the use case runs again and finds
   * it.
   */
  public <T> T run(Table table, Supplier<T> useCase) {
    return Attempts.run(() -> {
      try {
        return useCase.get();
      } catch (ProblemException refused) {
        if (!refused.type().isConflict() || key.flatMap(table::find).isEmpty()) {
          throw refused;
        }
        return useCase.get();
      }
    });
  }

  /** Returns the write that remembers the result; none where no key was sent. */
  public List<Write> remember(String resultId, Instant now) {
    Instant expiresAt = now.plus(REMEMBERED);
    return key
        .<Write>map(at ->
            new Write.Put(
                Fields.of()
                    .with("bodyHash", bodyHash)
                    .with("result", resultId)
                    .with("expiresAt", expiresAt)
                    .with(Item.EXPIRES_AT_EPOCH, expiresAt.getEpochSecond())
                    .at(at),
                Condition.absent()
                    .or(Condition.less(Item.EXPIRES_AT_EPOCH, now.getEpochSecond() + 1))))
        .stream()
        .toList();
  }
}
