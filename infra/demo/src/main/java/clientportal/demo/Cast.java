package clientportal.demo;

import java.util.List;

/** The people of the demo. */
final class Cast {
  /** The password of all: in a demo it is no secret. */
  static final String PASSWORD = "Harbour-2026";

  static final String FIRM = "Harbour Street Accountants";
  static final String SLUG = "harbour-street";

  static final Visitor OPERATOR =
      new Visitor(1, "The operator", "operator@portal.test", "may create firms");

  static final Visitor INGRID =
      new Visitor(
          2,
          "Ingrid Solheim",
          "ingrid.solheim@harbour-street.test",
          "administrator with webPortal");
  static final Visitor DANIEL =
      new Visitor(3, "Daniel Okafor", "daniel.okafor@harbour-street.test", "staff with webPortal");
  static final Visitor MARTA =
      new Visitor(4, "Marta Wójcik", "marta.wojcik@harbour-street.test", "staff without webPortal");

  static final Visitor JOSE =
      new Visitor(5, "José Álvarez Núñez", "jose.alvarez@example.test", "client");
  static final Visitor TARO = new Visitor(6, "山田 太郎", "taro.yamada@example.test", "client");
  static final Visitor OLENA =
      new Visitor(7, "Олена Шевченко", "olena.shevchenko@example.test", "client, an individual");

  static final Visitor MEERA =
      new Visitor(8, "मीरा शर्मा", "meera.sharma@example.test", "client, only invited");

  static final Visitor GRACE =
      new Visitor(
          9, "Grace Lindholm", "grace.lindholm@example.test", "member of a portal, full access");
  static final Visitor TOMAS =
      new Visitor(10, "Tomás Álvarez", "tomas.alvarez@example.test", "contributor in a portal");

  /** Of kind {@code other}, so without account. */
  static final String TAX_OFFICE = "Finanzamt Überlingen";

  static final String TAX_OFFICE_EMAIL = "poststelle@finanzamt.example.test";

  /** Without email, so without account. */
  static final String ELENI = "Ελένη Παπαδοπούλου";

  static final String ELENI_PHONE = "+302101234567";

  private Cast() {}

  /** The people who have signed in and chosen the password. */
  static List<Visitor> signedUp() {
    return List.of(INGRID, DANIEL, MARTA, JOSE, TARO, OLENA, GRACE, TOMAS);
  }
}
