package clientportal.local.template;

import java.util.Set;

/** The types of resources that the stack runs, and those that have no effect on it. */
final class ResourceTypes {
  static final String STACK = "AWS::CloudFormation::Stack";
  static final String SAM_STACK = "AWS::Serverless::Application";
  static final String FUNCTION = "AWS::Serverless::Function";
  static final String TABLE = "AWS::DynamoDB::Table";
  static final String BUCKET = "AWS::S3::Bucket";
  static final String BUCKET_POLICY = "AWS::S3::BucketPolicy";
  static final String MALWARE_PROTECTION = "AWS::GuardDuty::MalwareProtectionPlan";
  static final String TOPIC = "AWS::SNS::Topic";
  static final String SUBSCRIPTION = "AWS::SNS::Subscription";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String RULE = "AWS::Events::Rule";
  static final String USER_POOL = "AWS::Cognito::UserPool";
  static final String USER_POOL_CLIENT = "AWS::Cognito::UserPoolClient";
  static final String CONFIGURATION_SET = "AWS::SES::ConfigurationSet";
  static final String API = "AWS::ApiGatewayV2::Api";
  static final String API_STAGE = "AWS::ApiGatewayV2::Stage";
  static final String ROLE = "AWS::IAM::Role";

  /** Types that the stack runs. */
  static final Set<String> RUN =
      Set.of(
          STACK,
          SAM_STACK,
          FUNCTION,
          TABLE,
          BUCKET,
          BUCKET_POLICY,
          MALWARE_PROTECTION,
          TOPIC,
          SUBSCRIPTION,
          QUEUE,
          RULE,
          USER_POOL,
          USER_POOL_CLIENT,
          CONFIGURATION_SET,
          API,
          API_STAGE);

  /**
   * Types for permissions, logs, alarms, budgets, domains, sites and limits of floods, whose
   * absence no local call can notice. A role is read with the function that names it.
   */
  static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "AWS::ApiGatewayV2::DomainName",
          "AWS::ApiGatewayV2::ApiMapping",
          "AWS::Budgets::Budget",
          "AWS::CloudFront::Distribution",
          "AWS::CloudFront::Function",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::CloudFront::ResponseHeadersPolicy",
          "AWS::CloudTrail::Trail",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::CloudWatch::InsightRule",
          "AWS::Cognito::UserPoolDomain",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          ROLE,
          "AWS::KMS::Alias",
          "AWS::KMS::Key",
          "AWS::Lambda::Permission",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::ResourcePolicy",
          "AWS::Route53::RecordSet",
          "AWS::SES::ConfigurationSetEventDestination",
          "AWS::SES::EmailIdentity",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::WAFv2::WebACL",
          "AWS::WAFv2::WebACLAssociation");

  private ResourceTypes() {}
}
