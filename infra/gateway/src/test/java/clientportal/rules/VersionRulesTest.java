package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static clientportal.rules.Planted.finds;
import static clientportal.rules.Planted.holds;
import static clientportal.rules.Planted.planted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function gets reaches the version that runs, and no other version stays. */
class VersionRulesTest {
  private static final String ACCOUNTS = "functions/accounts/template.yaml";
  private static final String FOLDERS = "functions/folders/template.yaml";
  private static final String NOTIFICATIONS = "functions/notifications/template.yaml";

  @Test
  void descriptions_haveWhatFunctionsGet() {
    Rule rule = VersionRules::descriptionsHaveWhatFunctionsGet;
    holds(rule);
    finds(
        rule,
        ACCOUNTS,
        "      VersionDescription: !Ref TableName\n",
        "",
        "GetMeFunction: does not have VersionDescription: !Ref TableName");
    finds(
        rule,
        ACCOUNTS,
        "VersionDescription: !Sub ${TableName} ${UserPoolId} ${UserPoolClientId}",
        "VersionDescription: !Sub ${TableName} ${UserPoolId}",
        "does not have VersionDescription: !Sub ${TableName} ${UserPoolId} ${UserPoolClientId}");
    finds(
        rule,
        NOTIFICATIONS,
        "${TableName} ${PortalUrl} ${StaffUrl} ${MailFrom}",
        "${TableName} ${StaffUrl} ${PortalUrl} ${MailFrom}",
        "does not have VersionDescription: !Sub ${TableName} ${PortalUrl} ${StaffUrl} ${MailFrom}");
    finds(
        rule,
        NOTIFICATIONS,
        "          TOPIC_ARN: !Ref TopicArn\n",
        "          TOPIC_ARN: fixed\n",
        "has a VersionDescription without need");
    finds(
        rule,
        NOTIFICATIONS,
        "TOPIC_ARN: !Ref TopicArn",
        "TOPIC_ARN: !Sub ${TopicArn}",
        "gets [${TopicArn}] not by Ref",
        "does not have VersionDescription: !Ref ");
  }

  /** A parameter in any other property of a version is one of those, too. */
  @Test
  void descriptions_haveParametersOfOtherProperties() {
    String right = "      VersionDescription: !Ref TopicArn\n";
    finds(
        VersionRules::descriptionsHaveWhatFunctionsGet,
        NOTIFICATIONS,
        right,
        right + "      MemorySize: !Ref LogRetentionDays\n",
        "RelayEventsFunction: does not have VersionDescription: !Sub ");
  }

  @Test
  void descriptions_fit() {
    assertThat(VersionRules.descriptionsFit(APPLICATION)).isEmpty();
    assertThat(VersionRules.descriptionsFit(withRoot("MaxLength: 64", "MaxLength: 68")))
        .hasSize(5)
        .allMatch(fault -> fault.contains("more than 256 characters"));
    assertThat(VersionRules.descriptionsFit(withRoot("    MaxLength: 64\n", ""))).hasSize(9);
    assertThat(VersionRules.descriptionsFit(withRoot("    MaxValue: 5368709120\n", ""))).hasSize(3);
    assertThat(VersionRules.descriptionsFit(withRoot("    AllowedValues: ['true', 'false']\n", "")))
        .hasSize(5);
    assertThat(
            VersionRules.descriptionsFit(
                withRoot("Data.Outputs.TableName", "Data.Outputs.TableArn")))
        .isNotEmpty();
    assertThat(VersionRules.restoredTablesHaveShortNames(APPLICATION.getFirst())).isEmpty();
    assertThat(
            VersionRules.restoredTablesHaveShortNames(
                planted("template.yaml", "MaxLength: 60", "MaxLength: 61")))
        .hasSize(1);
  }

  private static List<Template> withRoot(String right, String wrong) {
    List<Template> templates = new ArrayList<>(APPLICATION);
    templates.set(0, planted("template.yaml", right, wrong));
    return templates;
  }

  @Test
  void oldVersions_areDeleted() {
    Rule rule = VersionRules::oldVersionsAreDeleted;
    holds(rule);
    finds(
        rule,
        FOLDERS,
        "    VersionDeletionPolicy: Delete\n",
        "",
        "ArchiveFolderFunction: keeps",
        "CreateFolderFunction: keeps",
        "GetFolderFunction: keeps",
        "ListFoldersFunction: keeps",
        "UpdateFolderFunction: keeps");
  }
}
