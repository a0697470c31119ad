package clientportal.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptTest {
  private static final List<String> OFFERED = List.of("application/json", "application/pdf");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                  | application/json
          */*                                                 | application/json
          application/*                                       | application/json
          application/json                                    | application/json
          application/pdf                                     | application/pdf
          Application/PDF                                     | application/pdf
          application/pdf, application/json                   | application/json
          application/pdf, application/json;q=0.9             | application/pdf
          application/json; q=0.2 , application/pdf;q=0.30    | application/pdf
          application/pdf, */*;q=0.1                          | application/pdf
          application/json;q=0, */*                           | application/pdf
          text/html, application/pdf;version=1.7              | application/pdf
          application/problem+json, application/pdf           | application/pdf
          application/pdf;q=2, application/json;q=0.5         | application/pdf
          text/html                                           | none
          application/json;q=0                                | none
          application/pdf;q=0.000                             | none
          */*;q=0                                             | none
          image/*                                             | none
          application                                         | none
          """)
  void preferred_isWhatTheCallerLikesBest(String header, String expected) {
    assertThat(Accept.parse(header).preferred(OFFERED).orElse("none")).isEqualTo(expected);
  }
}
