package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static clientportal.rules.Planted.finds;
import static clientportal.rules.Planted.holds;
import static clientportal.rules.Planted.planted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How new versions are rolled out, by the templates and from CI. */
class RolloutRulesTest {
  private static final String FOLDERS = "functions/folders/template.yaml";
  private static final String OBSERVABILITY = "infra/observability.yaml";
  private static final String DEPLOY = Template.source(".github/workflows/deploy.yaml");

  @Test
  void eachFunction_isRolledOutAsTheStageSays() {
    Rule rule = RolloutRules::eachFunctionIsRolledOut;
    holds(rule);
    String function = "CreateFolderFunction: ";
    assertThat(violations(rule, "Enabled: !Ref RolloutIsGradual", "Enabled: false"))
        .contains(function + "is not rolled out as the stage says");
    assertThat(violations(rule, "Type: !Ref Rollout", "Type: AllAtOnce"))
        .contains(function + "is not rolled out as the stage says");
    assertThat(violations(rule, "Role: !GetAtt RolloutRole.Arn\n", "TriggerConfigurations: []\n"))
        .contains(function + "is rolled out by a role of SAM's");
    assertThat(violations(rule, "- !Sub ${Application}-ServerErrors\n", "- x\n"))
        .contains(function + "does not go back when requests fail, or has too many alarms");
  }

  private static List<String> violations(Rule rule, String right, String wrong) {
    return rule.violations(planted(FOLDERS, right, wrong));
  }

  @Test
  void parameters_areUsed() {
    Rule rule = StackRules::parametersAreUsed;
    holds(rule);
    finds(
        rule,
        FOLDERS,
        "Enabled: !Ref RolloutIsGradual",
        "Enabled: true",
        "RolloutIsGradual is not used");
    finds(rule, FOLDERS, "  TableArn:\n", "  TopicArn:\n", "TopicArn is not used");
  }

  @Test
  void role_movesTheAliasOfEachFunction_andOfNoOther() {
    Rule rule = RolloutRules::rolesMoveEachAlias;
    holds(rule);
    finds(
        rule,
        FOLDERS,
        "                  - !GetAtt GetFolderFunction.Arn\n",
        "",
        "too little: [GetFolderFunction.Arn]");
    finds(
        rule,
        FOLDERS,
        "- !Sub ${GetFolderFunction.Arn}:live\n",
        "- !Sub ${GetFolderFunction.Arn}:live\n                  - !Ref TableArn\n",
        "too little: [TableArn]");
  }

  @Test
  void alarms_areNamedAfterTheirResources_andThoseOfRolloutsExist() {
    Rule rule = RolloutRules::alarmsHaveTheirNames;
    holds(rule);
    finds(
        rule,
        OBSERVABILITY,
        "AlarmName: !Sub ${Application}-RequestsSlow",
        "AlarmName: !Sub ${Application}-Slow",
        "RequestsSlow: has another name");
    assertThat(RolloutRules.alarmsExist(APPLICATION)).isEmpty();
    List<Template> renamed =
        Stream.concat(
                APPLICATION.stream().filter(template -> !template.path().equals(OBSERVABILITY)),
                Stream.of(
                    planted(
                        OBSERVABILITY,
                        "AlarmName: !Sub ${Application}-UploadsWait",
                        "AlarmName: !Sub ${Application}-Uploads")))
            .toList();
    assertThat(RolloutRules.alarmsExist(renamed)).containsExactly("there is no alarm UploadsWait");
  }

  /** The workflow offers the stages of {@code samconfig.toml}, and has a role but no secret. */
  @Test
  void workflow_deploysTheStages_withoutASecret() {
    Tree workflow = Tree.parse(DEPLOY);
    assertThat(
            workflow.at("on", "workflow_dispatch", "inputs", "stage", "options").texts().toList())
        .containsExactlyElementsOf(
            StageRules.stages(Template.source("samconfig.toml")).stream()
                .map(StageRules.Stage::name)
                .toList());
    assertThat(workflow.at("permissions", "id-token").text()).isEqualTo("write");
    assertThat(DEPLOY)
        .contains("role-to-assume: ${{ vars.DEPLOY_ROLE }}")
        .contains("sam deploy --config-env \"$STAGE\"")
        .doesNotContain("secrets.");
  }

  /** Both workflows use one version of an action. */
  @Test
  void workflows_useTheSameActions() {
    TreeSet<String> uses = new TreeSet<>();
    Pattern action = Pattern.compile("uses: (\\S+)");
    for (String file : List.of(DEPLOY, Template.source(".github/workflows/verify.yaml"))) {
      action.matcher(file).results().map((MatchResult use) -> use.group(1)).forEach(uses::add);
    }
    assertThat(uses.stream().map(use -> use.replaceFirst("@.*", ""))).doesNotHaveDuplicates();
  }
}
