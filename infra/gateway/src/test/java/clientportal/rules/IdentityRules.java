package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for the user pool: who can get an account, how they sign in, what tokens may change. */
final class IdentityRules {
  private static final Set<String> FIRST_FACTORS = Set.of("PASSWORD", "EMAIL_OTP", "WEB_AUTHN");

  /** The flows that a client allows, by how long its refresh tokens last: portal and staff. */
  private static final Map<String, Set<String>> FLOWS =
      Map.of(
          "30 days", Set.of("ALLOW_USER_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"),
          "12 hours", Set.of("ALLOW_USER_AUTH"));

  /** The header that names the operation, and the operations of an attempt to sign in. */
  private static final List<String> SIGN_IN =
      List.of("x-amzn-cognito-operation-name", "InitiateAuth", "RespondToAuthChallenge");

  /** What Cognito takes as the mail of a code, which replaces the number signs. */
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]*\\{####}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]*");

  private static final int LONGEST_MAIL = 20_000;

  private IdentityRules() {}

  static List<String> poolsAreAsDesigned(Template template) {
    return template
        .resources("AWS::Cognito::UserPool")
        .flatMap(pool -> {
          Tree own = pool.own();
          return Stream.of(
                  check(
                      own.at("AdminCreateUserConfig", "AllowAdminCreateUserOnly").is("true"),
                      pool,
                      "lets people sign up without our routes"),
                  check(own.at("UserPoolTier").is("ESSENTIALS"), pool, "has another tier"),
                  check(
                      own.at("AccountRecoverySetting", "RecoveryMechanisms").each().stream()
                          .map(mechanism -> mechanism.at("Name").text())
                          .toList()
                          .equals(List.of("admin_only")),
                      pool,
                      "lets people reset a password without our routes"),
                  check(
                      set(own.at("Policies", "SignInPolicy", "AllowedFirstAuthFactors"))
                          .equals(FIRST_FACTORS),
                      pool,
                      "allows other ways to sign in"),
                  check(
                      own.at("MfaConfiguration").is("OPTIONAL")
                          && set(own.at("EnabledMfas")).equals(Set.of("SOFTWARE_TOKEN_MFA")),
                      pool,
                      "has another second factor than an authenticator app for who wants one"),
                  check(isStrong(own), pool, "has another rule for passwords than the functions"),
                  check(
                      own.at("EmailConfiguration", "EmailSendingAccount").is("DEVELOPER"),
                      pool,
                      "does not send its codes through SES"),
                  check(
                      own.at("UsernameConfiguration", "CaseSensitive").is("false"),
                      pool,
                      "takes one address for two"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /** The length is that of {@code Password}; a kind of character is a firm's to require. */
  private static boolean isStrong(Tree pool) {
    Tree policy = pool.at("Policies", "PasswordPolicy");
    return policy.at("MinimumLength").number() == 12
        && Stream.of("RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols")
            .allMatch(kind -> policy.at(kind).is("false"));
  }

  /** Cognito mails the code itself, with a template: it looks like the portal's other mails. */
  static List<String> codesAreMailedLikeAllElse(Template template) {
    String layout = Template.source("functions/notifications/src/main/jte/html/letter.jte");
    String style = layout.substring(layout.indexOf("<style>"), layout.indexOf("</style>"));
    return template
        .resources("AWS::Cognito::UserPool")
        .flatMap(pool -> {
          String mail = pool.own().at("EmailAuthenticationMessage", "Fn::Sub").text();
          List<String> languages = List.of(mail.split("<div lang=", -1));
          return Stream.of(
                  check(mail.contains(style), pool, "mails codes in another style"),
                  check(
                      MAIL.matcher(mail).matches() && mail.length() <= LONGEST_MAIL,
                      pool,
                      "has a mail that Cognito does not take"),
                  check(languages.size() == 2, pool, "mails codes in one language alone"),
                  check(
                      languages.stream().allMatch(each -> each.contains("${SignInPages}")),
                      pool,
                      "mails codes that do not say where to enter them"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /** AWS WAF blocks an address that starts or answers too many sign-ins, unless it is left out. */
  static List<String> signInsAreLimited(Template template) {
    return template
        .resources("AWS::Cognito::UserPool")
        .flatMap(pool ->
            check(
                template
                    .resources("AWS::WAFv2::WebACLAssociation")
                    .filter(each -> each.tree().at("Condition").is("SignInsAreLimited"))
                    .filter(each -> each.own().at("ResourceArn").target().equals(pool.id()))
                    .map(each -> each.own().at("WebACLArn").target())
                    .flatMap(id -> template.properties(id).at("Rules").each().stream())
                    .filter(rule -> rule.at("Action").fields().containsKey("Block"))
                    .map(rule -> rule.at("Statement", "RateBasedStatement"))
                    .anyMatch(rate ->
                        rate.at("AggregateKeyType").is("IP")
                            && rate.at("Limit").target().equals("SignInLimit")
                            && rate.texts().toList().containsAll(SIGN_IN)),
                pool,
                "mails codes and takes passwords without limit"))
        .toList();
  }

  static List<String> clientsAreAsDesigned(Template template) {
    return template
        .resources("AWS::Cognito::UserPoolClient")
        .flatMap(client -> {
          Tree own = client.own();
          return Stream.of(
                  check(own.at("GenerateSecret").is("false"), client, "has a secret"),
                  check(
                      own.at("RefreshTokenRotation", "Feature").is("ENABLED"),
                      client,
                      "has refresh tokens with which a stolen session goes on unnoticed"),
                  check(
                      own.at("EnableTokenRevocation").is("true"), client, "does not revoke tokens"),
                  check(
                      own.at("PreventUserExistenceErrors").is("ENABLED"),
                      client,
                      "reveals who has an account"),
                  check(
                      set(own.at("ExplicitAuthFlows")).equals(FLOWS.get(validity(own))),
                      client,
                      "allows other flows, or for longer"),
                  check(
                      set(own.at("ReadAttributes")).equals(Set.of("email", "locale")),
                      client,
                      "shows its users other attributes than their address"),
                  // Without the list, tokens may write every attribute.
                  check(
                      !set(own.at("WriteAttributes")).isEmpty()
                          && set(own.at("WriteAttributes")).stream()
                              .noneMatch(name -> name.startsWith("email")),
                      client,
                      "lets a token change the email"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  private static String validity(Tree client) {
    return client.at("RefreshTokenValidity").text()
        + " "
        + client.at("TokenValidityUnits", "RefreshToken").text();
  }

  /** A domain or an identity provider would allow sign-in without our routes. */
  static List<String> poolsHaveNoOtherWayIn(Template template) {
    return template
        .resources()
        .filter(resource ->
            resource.type().startsWith("AWS::Cognito::UserPoolDomain")
                || resource.type().startsWith("AWS::Cognito::UserPoolIdentityProvider")
                || resource.type().startsWith("AWS::Cognito::IdentityPool"))
        .map(resource -> resource.violation("is another way in"))
        .toList();
  }

  private static Set<String> set(Tree list) {
    return Set.copyOf(list.texts().toList());
  }
}
