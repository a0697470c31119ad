package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static clientportal.rules.Planted.finds;
import static clientportal.rules.Planted.holds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that deployed files contain no secrets, give reasons, and fit the template. */
class FilesTest {
  private static final String SAMCONFIG = Template.source("samconfig.toml");

  @Test
  void files_containNoSecrets() {
    assertThat(
            Stream.concat(
                    Stream.of(SAMCONFIG),
                    APPLICATION.stream().map(template -> Template.source(template.path())))
                .flatMap(text -> SecretRules.containsNoSecrets(text).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key: AKIAIOSFODNN7EXAMPLE",
        "aws_secret_access_key = x",
        "-----BEGIN PRIVATE KEY-----",
        "  DB_PASSWORD: correct-horse",
        "\"ApiToken=0123456789abcdef\",",
      })
  void secret_isFound(String line) {
    assertThat(SecretRules.containsNoSecrets(SAMCONFIG + line + "\n")).isNotEmpty();
  }

  @Test
  void secretParameters_areHidden_andEnvironmentsContainNone() {
    holds(SecretRules::secretParametersAreHidden);
    finds(
        SecretRules::secretParametersAreHidden,
        "template.yaml",
        "  AlarmMail:\n",
        "  WebhookSecret:\n",
        "WebhookSecret: can be read");
    holds(SecretRules::environmentsContainNoSecrets);
    finds(
        SecretRules::environmentsContainNoSecrets,
        "functions/notifications/template.yaml",
        "TOPIC_ARN:",
        "API_TOKEN:",
        "has a secret in API_TOKEN");
  }

  @Test
  void ignoredChecks_haveAReason() {
    assertThat(
            APPLICATION.stream()
                .flatMap(template ->
                    SuppressionRules.eachHasAReason(Template.source(template.path())).stream()))
        .isEmpty();
    assertThat(Template.exists(".cfnlintrc")).isFalse();
    assertThat(Template.exists(".cfnlintrc.yaml")).isFalse();
    assertThat(Template.exists(".cfnlintrc.yml")).isFalse();
  }

  @Test
  void ignoredCheck_withoutReason_isFound() {
    String root = Template.source("template.yaml");
    assertThat(root).contains("ignore_checks:\n").containsPattern("\n *# .*\n *- W3002\n");

    assertThat(SuppressionRules.eachHasAReason(root.replaceFirst("\n *#.*\n( *- W3002)", "\n$1")))
        .containsExactly("ignores a check without a reason: - W3002");
    assertThat(SuppressionRules.eachHasAReason(root.replace("- W3002", "- W3002\n        - E3012")))
        .containsExactly("ignores a check without a reason: - E3012");
    assertThat(SuppressionRules.eachHasAReason("cfn-lint: { config: { ignore_checks: [W1] } }"))
        .hasSize(1);
  }

  @Test
  void stages_fitTheTemplate() {
    assertThat(StageRules.stages(SAMCONFIG))
        .extracting(StageRules.Stage::name)
        .containsExactly("dev", "staging", "prod");
    assertThat(StageRules.stagesFitTheTemplate(SAMCONFIG, APPLICATION.getFirst())).isEmpty();
    assertThat(StageRules.stagesHaveTheirOwnNames(SAMCONFIG)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MailFrom=portal@, Lost=portal@, 'dev gives Lost, which the template does not declare'",
    "MailFrom=portal@, Lost=portal@, dev does not give MailFrom",
    "MailFrom=portal@dev, MailFrom=Portal <portal@dev, dev gives MailFrom a value",
    "PortalUrl=https://portal.dev, PortalUrl=https://other.dev, dev has PortalUrl outside",
    "CAPABILITY_AUTO_EXPAND, CAPABILITY_NAMED_IAM, dev allows more or less",
    "MailFrom=portal@,"
        + " MailFrom=a-mailbox-with-a-name-that-is-far-longer-than-anybody-would-ever-choose@, dev"
        + " gives MailFrom a value that is too long",
    "'stack_name = \"portal-dev\"', 'stack_name = \"portal-development-europe\"', dev has a"
        + " stack_name of more than 22",
    "'template_file = \"template.yaml\"\nstack', stack, dev deploys another template",
  })
  void stage_thatDoesNotFit_isFound(String right, String wrong, String fault) {
    assertThat(SAMCONFIG).contains(right);
    int at = SAMCONFIG.indexOf(right);
    String planted = SAMCONFIG.substring(0, at) + wrong + SAMCONFIG.substring(at + right.length());

    assertThat(StageRules.stagesFitTheTemplate(planted, APPLICATION.getFirst()))
        .anyMatch(violation -> violation.startsWith(fault));
  }

  @Test
  void stages_withOneName_areFound() {
    List<String> faults =
        StageRules.stagesHaveTheirOwnNames(
            SAMCONFIG.replace("stack_name = \"portal-staging\"", "stack_name = \"portal-dev\""));

    assertThat(faults).singleElement().asString().startsWith("two stages have the same name");
  }
}
