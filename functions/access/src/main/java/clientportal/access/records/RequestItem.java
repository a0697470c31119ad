package clientportal.access.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is asked for in an engagement: a document, or the answer to a question.
 *
 * @param assignee who is asked for it
 * @param rank its place among the items of the engagement
 * @param answers those that were given, at most one of each round, oldest first; they stand here
 *     alone, in no event, notice or mail
 * @param reviews what staff said, oldest first
 * @param lastTime what became of it in the engagement from which it was taken over
 */
public record RequestItem(
    RequestItemPath path,
    Wanted wanted,
    Recipient.Party assignee,
    Optional<LocalDate> dueOn,
    long rank,
    ItemState state,
    List<Answer> answers,
    List<Review> reviews,
    Optional<LastTime> lastTime,
    long revision) {

  /** The most items of an engagement: whatever is done to all of them fits in a transaction. */
  public static final int MOST = 80;

  /**
   * The most recipients who are asked for something in an engagement: the row of each may move when
   * all items change, which is two more writes of the transaction.
   */
  public static final int MOST_ASSIGNEES = 8;

  /**
   * The most bytes of text in the items of an engagement. With it whatever is done to all of them
   * fits in a transaction of 4 MB, and all of them in an answer of 6 MB, where a quotation mark of
   * a text may have four characters.
   */
  public static final long MOST_TEXT = 1024L * 1024;

  /**
   * How often an item can be sent back. With the longest answer in each round and the longest
   * reasons it still fits in an item of the table.
   */
  public static final int MOST_RETURNS = 12;

  /** The attribute that only the first file or answer of a round sets. */
  public static final String STARTED_AT = "startedAt";

  /** The order in which an engagement has its items. */
  public static final Comparator<RequestItem> IN_ORDER =
      Comparator.comparingLong(RequestItem::rank).thenComparing(item -> item.id().value());

  /**
   * What is asked for.
   *
   * @param required whether the engagement is complete only with it
   * @param accepts the media types that files may have; empty for any
   * @param choices the answers to choose from; empty unless the item is a choice
   * @param period the month, quarter or year that it is asked for, if any
   * @param showIf on which answer it depends, if on any
   */
  public record Wanted(
      String name,
      Optional<String> description,
      ItemTemplate.Kind kind,
      boolean required,
      List<String> accepts,
      List<String> choices,
      Optional<String> period,
      Optional<ShowIf> showIf) {

    public Wanted {
      accepts = List.copyOf(accepts);
      choices = List.copyOf(choices);
    }

    /** Returns what a template asks for. */
    public static Wanted of(
        ItemTemplate template, Optional<String> period, Optional<ShowIf> showIf) {
      return new Wanted(
          template.name(),
          template.description(),
          template.kind(),
          template.required(),
          template.accepts(),
          template.choices(),
          period,
          showIf);
    }

    /** Tells whether it is answered, and not by a file. */
    public boolean isQuestion() {
      return kind != ItemTemplate.Kind.DOCUMENT;
    }
  }

  /** A condition: the item is asked only while an earlier one has this answer. */
  public record ShowIf(ItemId item, String is) {
    private Fields toFields() {
      return Fields.of().with("itemId", item.value()).with("is", is).build();
    }

    private static ShowIf fromFields(Fields fields) {
      return new ShowIf(new ItemId(fields.text("itemId")), fields.text("is"));
    }
  }

  /** The answer to a question, in one round. */
  public record Answer(int round, String text, By by) {
    private Fields toFields() {
      return Fields.of().with("round", round).with("text", text).with("by", by.toFields()).build();
    }

    private static Answer fromFields(Fields fields) {
      return new Answer(
          Math.toIntExact(fields.number("round")),
          fields.text("text"),
          By.fromFields(fields.map("by")));
    }
  }

  /** What staff decided about a round. */
  public record Review(
      int round, Verdict verdict, Optional<Code> code, Optional<String> reason, By by) {

    /** What staff decided. */
    public enum Verdict {
      ACCEPT,
      ACCEPT_IN_PART,
      REJECT,
      /** It was settled, and is asked for again. */
      REOPEN;

      public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }

      private static Verdict of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
      }

      /** Tells whether the client is asked for it again. */
      public boolean sendsBack() {
        return this != ACCEPT;
      }
    }

    /** Why it is not accepted, in a word. */
    public enum Code {
      UNREADABLE,
      INCOMPLETE,
      WRONG_DOCUMENT,
      WRONG_PERIOD,
      OUTDATED,
      OTHER;

      public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }

      /** Returns the code with this text; empty if there is none. */
      public static Optional<Code> parse(String text) {
        return Arrays.stream(values()).filter(code -> code.text().equals(text)).findFirst();
      }
    }

    private Fields toFields() {
      return Fields.of()
          .with("round", round)
          .with("verdict", verdict.text())
          .with("code", code.map(Code::text))
          .with("reason", reason)
          .with("by", by.toFields())
          .build();
    }

    private static Review fromFields(Fields fields) {
      return new Review(
          Math.toIntExact(fields.number("round")),
          Verdict.of(fields.text("verdict")),
          fields.optionalText("code").flatMap(Code::parse),
          fields.optionalText("reason"),
          By.fromFields(fields.map("by")));
    }
  }

  /**
   * What became of an item in an earlier engagement.
   *
   * @param reason why there was no such thing, if that was so
   */
  public record LastTime(ItemId item, ItemStatus status, Optional<String> reason) {
    private Fields toFields() {
      return Fields.of()
          .with("itemId", item.value())
          .with("status", status.text())
          .with("reason", reason)
          .build();
    }

    private static LastTime fromFields(Fields fields) {
      return new LastTime(
          new ItemId(fields.text("itemId")),
          ItemStatus.of(fields.text("status")),
          fields.optionalText("reason"));
    }
  }

  public RequestItem {
    answers = List.copyOf(answers);
    reviews = List.copyOf(reviews);
  }

  /** Prepares an item, which staff alone see. */
  public static RequestItem draft(
      RequestItemPath path,
      Wanted wanted,
      Recipient.Party assignee,
      Optional<LocalDate> dueOn,
      long rank) {
    return new RequestItem(
        path,
        wanted,
        assignee,
        dueOn,
        rank,
        ItemState.DRAFT,
        List.of(),
        List.of(),
        Optional.empty(),
        1);
  }

  public ItemId id() {
    return path.item();
  }

  public ItemStatus status() {
    return state.status();
  }

  /**
   * Returns who can read it: the assignee, once it is asked. A hidden item is kept closed; it takes
   * the permission to change it all the same, since another answer would show it.
   */
  public Grants grants() {
    return new Grants(
        state
            .askedAt()
            .map(at -> new Grant(assignee, AccessLevel.VIEW_UPLOAD, at, Optional.empty()))
            .stream()
            .toList(),
        state.hidden());
  }

  /** Returns the answer of this round. */
  public Optional<Answer> answer() {
    return answers.stream().filter(answer -> answer.round() == state.round()).findFirst();
  }

  /**
   * Returns the answer on which other items depend: the newest that was given, of this round or one
   * before, so that sending a question back hides nothing meanwhile. There is none while the client
   * says that the question does not apply.
   */
  public Optional<String> answerInForce() {
    return status() == ItemStatus.NOT_APPLICABLE || answers.isEmpty()
        ? Optional.empty()
        : Optional.of(answers.getLast().text());
  }

  public RequestItem with(ItemState other) {
    return new RequestItem(
        path, wanted, assignee, dueOn, rank, other, answers, reviews, lastTime, revision);
  }

  /** Gives it an answer for this round, in place of an earlier one, or takes it back. */
  public RequestItem withAnswer(Optional<Answer> given) {
    List<Answer> others = new ArrayList<>(answers);
    others.removeIf(answer -> answer.round() == state.round());
    given.ifPresent(others::add);
    Optional<Instant> started = given.map(answer -> state.startedAt().orElse(answer.by().at()));
    return new RequestItem(
        path,
        wanted,
        assignee,
        dueOn,
        rank,
        state.withStarted(started),
        others,
        reviews,
        lastTime,
        revision);
  }

  /** Adds what staff decided about this round, and what follows from it. */
  public RequestItem reviewed(Review review, ItemState then) {
    List<Review> all = new ArrayList<>(reviews);
    all.add(review);
    return new RequestItem(
        path, wanted, assignee, dueOn, rank, then, answers, all, lastTime, revision);
  }

  /** Tells whether it was sent back as often as it can be. */
  public boolean isReturnedTooOften() {
    return reviews.stream().filter(review -> review.verdict().sendsBack()).count() >= MOST_RETURNS;
  }

  /** Prepares it anew in another engagement, with what became of it in this one. */
  public RequestItem again(
      RequestItemPath other, Wanted asked, Optional<LocalDate> due, long place) {
    return new RequestItem(
        other,
        asked,
        assignee,
        due,
        place,
        ItemState.DRAFT,
        List.of(),
        List.of(),
        Optional.of(
            new LastTime(
                id(), status(), state.notApplicable().map(ItemState.NotApplicable::reason))),
        1);
  }

  /** Tells whether nothing of it has arrived and nothing was said about it. */
  public boolean isUntouched() {
    return switch (status()) {
      case DRAFT, OPEN -> !state.isStarted() && answers.isEmpty() && reviews.isEmpty();
      case SUBMITTED, NOT_APPLICABLE, ACCEPTED, CANCELLED -> false;
    };
  }

  /** Asks for something else, or by another date. */
  public RequestItem withDetails(Wanted other, Optional<LocalDate> due) {
    return new RequestItem(
        path, other, assignee, due, rank, state, answers, reviews, lastTime, revision);
  }

  /** Asks it of somebody else, from now on. */
  public RequestItem assignedTo(Recipient.Party other, Instant now) {
    return new RequestItem(
        path,
        wanted,
        other,
        dueOn,
        rank,
        status() == ItemStatus.DRAFT ? state : state.asked(now),
        answers,
        reviews,
        lastTime,
        revision);
  }

  public RequestItem withRank(long other) {
    return new RequestItem(
        path, wanted, assignee, dueOn, other, state, answers, reviews, lastTime, revision);
  }

  /** Returns it as it is written the next time. */
  public RequestItem withRevision(long other) {
    return new RequestItem(
        path, wanted, assignee, dueOn, rank, state, answers, reviews, lastTime, other);
  }

  /** Returns how many bytes the texts in it have: what is asked for, the answers, the reasons. */
  public long textBytes() {
    return textBytes(toItem().fields().values());
  }

  private static long textBytes(Object value) {
    return switch (value) {
      case String text -> text.getBytes(UTF_8).length;
      case List<?> list -> list.stream().mapToLong(RequestItem::textBytes).sum();
      case Map<?, ?> map -> map.values().stream().mapToLong(RequestItem::textBytes).sum();
      default -> 0;
    };
  }

  public Item toItem() {
    return Fields.of()
        .with("name", wanted.name())
        .with("description", wanted.description())
        .with("kind", wanted.kind().text())
        .with("required", wanted.required())
        .withTexts("accepts", wanted.accepts())
        .withTexts("choices", wanted.choices())
        .with("period", wanted.period())
        .with("showIf", wanted.showIf().map(ShowIf::toFields))
        .with("assignee", assignee.text())
        .with("dueOn", dueOn.map(LocalDate::toString))
        .with("rank", rank)
        .withAll(state.toFields())
        .withMaps("answers", answers.stream().map(Answer::toFields).toList())
        .withMaps("reviews", reviews.stream().map(Review::toFields).toList())
        .with("lastTime", lastTime.map(LastTime::toFields))
        .with(Item.REVISION, revision)
        .at(RequestKeys.requestItem(path));
  }

  public static RequestItem fromItem(Item item) {
    Fields fields = item.fields();
    return new RequestItem(
        RequestKeys.requestItemOf(item.key()),
        new Wanted(
            fields.text("name"),
            fields.optionalText("description"),
            ItemTemplate.Kind.of(fields.text("kind")),
            fields.flag("required"),
            fields.texts("accepts"),
            fields.texts("choices"),
            fields.optionalText("period"),
            fields.optionalMap("showIf").map(ShowIf::fromFields)),
        Recipient.party(fields.text("assignee")),
        fields.optionalText("dueOn").map(LocalDate::parse),
        fields.number("rank"),
        ItemState.of(fields),
        fields.maps("answers").stream().map(Answer::fromFields).toList(),
        fields.maps("reviews").stream().map(Review::fromFields).toList(),
        fields.optionalMap("lastTime").map(LastTime::fromFields),
        fields.number(Item.REVISION));
  }
}
