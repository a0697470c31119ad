package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands of the pages for operators name functions, stacks, queues and logs that exist. */
class DocumentedNamesTest {
  private static final String OPERATING = Template.source("infra/OPERATING.md");
  private static final String RUNBOOK = Template.source("infra/RUNBOOK.md");

  /** It tells the application from the stack. */
  private static final DocumentedNames OF_OPERATING = new DocumentedNames("$APPLICATION", "$STAGE");

  private static final DocumentedNames OF_RUNBOOK =
      new DocumentedNames("portal-prod", "portal-prod");

  @Test
  void names_exist() {
    assertThat(OF_OPERATING.faults(OPERATING, APPLICATION)).isEmpty();
    assertThat(OF_RUNBOOK.faults(RUNBOOK, APPLICATION)).isEmpty();
  }

  @Test
  void names_areFound() {
    assertThat(OF_OPERATING.used(OPERATING, APPLICATION))
        .containsExactly("function", "nested stack", "output");
    assertThat(OF_RUNBOOK.used(RUNBOOK, APPLICATION))
        .containsExactly("function", "log group", "nested stack", "queue with dead letters");
  }

  @Test
  void aNameThatDoesNotExist_isFound() {
    assertThat(operating("$APPLICATION-RevokeSessions", "$STAGE-RevokeSessions"))
        .containsExactly("there is no nested stack RevokeSessions");
    assertThat(operating("$APPLICATION-AppointOperator", "$STAGE-AppointOperator"))
        .containsExactly("there is no nested stack AppointOperator");
    assertThat(operating("$STAGE-Data-", "$APPLICATION-Data-"))
        .containsExactly("there is no function Data");
    assertThat(operating("(output UserPoolId)", "(output UserPool)"))
        .containsExactly("there is no output UserPool");
    assertThat(runbook("portal-prod-RelayEvents", "portal-prod-RelayEvent"))
        .containsExactly("there is no function RelayEvent");
    assertThat(runbook("--queue Sweeps ", "--queue Sweep "))
        .containsExactly("there is no queue with dead letters Sweep");
    assertThat(runbook("/portal-prod/documents ", "/portal-prod/document "))
        .containsExactly("there is no log group document");
    assertThat(runbook("nested stack of Documents", "nested stack of Document"))
        .containsExactly("there is no nested stack Document");
  }

  private static Iterable<String> operating(String right, String wrong) {
    assertThat(OPERATING).contains(right);
    return OF_OPERATING.faults(OPERATING.replace(right, wrong), APPLICATION);
  }

  private static Iterable<String> runbook(String right, String wrong) {
    assertThat(RUNBOOK).contains(right);
    return OF_RUNBOOK.faults(RUNBOOK.replace(right, wrong), APPLICATION);
  }
}
