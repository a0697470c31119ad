package clientportal.exports;

import clientportal.access.events.Actor;
import clientportal.access.ids.Language;
import clientportal.access.records.By;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes words, people and times as a firm reads them: in its language and time zone. */
record Wording(Language language, ZoneId zone) {
  String of(Word word, Object... filled) {
    String text = word.in(language);
    return filled.length == 0 ? text : String.format(locale(), text, filled);
  }

  String of(boolean yes) {
    return of(yes ? Word.YES : Word.NO);
  }

  String of(LocalDate date) {
    return DateTimeFormatter.ofPattern(day(), locale()).format(date);
  }

  String of(Instant at) {
    return DateTimeFormatter.ofPattern(day() + ", HH:mm", locale()).withZone(zone).format(at);
  }

  String of(Actor actor) {
    String as = of(Word.of(actor.as()));
    return actor.name().isEmpty() ? as : actor.name() + " (" + as + ")";
  }

  String of(By by) {
    return of(Word.BY, of(by.at()), of(by.actor()));
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  private String day() {
    return switch (language) {
      case ENGLISH -> "d MMMM uuuu";
      case GERMAN -> "d. MMMM uuuu";
    };
  }

  private Locale locale() {
    return Locale.forLanguageTag(language.tag());
  }
}
