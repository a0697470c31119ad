package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the sites of the pages: who can read the files, and which headers they have. */
final class PagesRules {
  private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

  private PagesRules() {}

  /** Tells whether a template serves pages. */
  static boolean serves(Template template) {
    return template.resources(DISTRIBUTION).findAny().isPresent();
  }

  /** Only the distributions of this template read the files, signed and over TLS. */
  static List<String> onlySitesReadTheFiles(Template template) {
    if (!serves(template)) {
      return List.of();
    }
    Set<String> sites =
        template
            .resources(DISTRIBUTION)
            .map(site ->
                "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${"
                    + site.id()
                    + "}")
            .collect(Collectors.toSet());
    Stream<String> readers =
        template
            .resources("AWS::S3::BucketPolicy")
            .flatMap(policy ->
                policy.own().at("PolicyDocument", "Statement").each().stream()
                    .filter(statement -> statement.at("Effect").is("Allow"))
                    .filter(statement -> !isReadBySites(statement, sites))
                    .map(statement -> policy.violation("lets others reach the files")));
    Stream<String> signed =
        template
            .resources("AWS::CloudFront::OriginAccessControl")
            .filter(control ->
                !control.own().at("OriginAccessControlConfig", "SigningBehavior").is("always"))
            .map(control -> control.violation("does not sign"));
    return Stream.concat(readers, signed).toList();
  }

  private static boolean isReadBySites(Tree statement, Set<String> sites) {
    return statement.at("Principal", "Service").is("cloudfront.amazonaws.com")
        && statement.at("Action").is("s3:GetObject")
        && statement
            .at("Condition", "StringEquals", "aws:SourceArn")
            .texts()
            .collect(Collectors.toSet())
            .equals(sites);
  }

  /** Each site has an origin of its own, asks for TLS, takes no uploads, and sends the headers. */
  static List<String> sitesAreSafe(Template template) {
    return template.resources(DISTRIBUTION).flatMap(site -> faults(template, site)).toList();
  }

  private static Stream<String> faults(Template template, Resource site) {
    Tree config = site.own().at("DistributionConfig");
    Tree behavior = config.at("DefaultCacheBehavior");
    Tree headers =
        template
            .properties(behavior.at("ResponseHeadersPolicyId").target())
            .at("ResponseHeadersPolicyConfig", "SecurityHeadersConfig");
    String policy =
        headers.at("ContentSecurityPolicy", "ContentSecurityPolicy").texts().findFirst().orElse("");
    return Stream.of(
            check(config.at("CacheBehaviors").isAbsent(), site, "has paths with other rules"),
            check(
                behavior.at("ViewerProtocolPolicy").is("redirect-to-https"),
                site,
                "answers without TLS"),
            check(
                behavior.at("AllowedMethods").texts().toList().equals(List.of("GET", "HEAD")),
                site,
                "takes more than GET"),
            check(
                config
                    .at("ViewerCertificate", "MinimumProtocolVersion")
                    .text()
                    .startsWith("TLSv1.2"),
                site,
                "accepts old TLS"),
            check(
                config.at("Origins").each().stream()
                    .noneMatch(origin -> origin.at("OriginAccessControlId").isAbsent()),
                site,
                "reads files unsigned"),
            check(
                policy.contains("default-src 'none'")
                    && policy.contains("frame-ancestors 'none'")
                    && !policy.contains("unsafe"),
                site,
                "allows foreign or inline scripts, or frames"),
            check(
                headers.at("StrictTransportSecurity", "AccessControlMaxAgeSec").number() > 31536000,
                site,
                "does not insist on TLS"),
            check(!headers.at("ContentTypeOptions").isAbsent(), site, "lets types be guessed"),
            check(
                headers.at("ReferrerPolicy", "ReferrerPolicy").is("no-referrer"),
                site,
                "tells other sites its addresses"))
        .flatMap(violation -> violation);
  }
}
