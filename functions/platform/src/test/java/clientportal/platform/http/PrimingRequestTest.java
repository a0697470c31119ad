package clientportal.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.Ids;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PrimingRequestTest {

  @Test
  void anyParameterOfThePath_isAnId_whateverItsName() {
    List<String> parameters = new ArrayList<>();
    Endpoint endpoint =
        Endpoint.of(request -> {
          parameters.add(request.path("nobodyListedThisId"));
          parameters.add(request.path("version"));
          return Response.noContent();
        });

    PrimingRequest.sendTo(endpoint);

    assertThat(parameters).hasSize(2).allMatch(Ids::isId);
  }
}
