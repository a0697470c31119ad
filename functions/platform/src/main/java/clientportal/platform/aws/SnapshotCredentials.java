package clientportal.platform.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;

/**
 * The credentials that Lambda provides at a local address to a function with SnapStart. The
 * snapshot contains none: each instance requests its own.
 */
final class SnapshotCredentials implements AwsCredentialsProvider {
  /** How many signing keys the SDK's signer keeps, each under a name that contains the secret. */
  private static final int SIGNING_KEYS = 300;

  private volatile @Nullable ContainerCredentialsProvider held;

  @Override
  public AwsCredentials resolveCredentials() {
    ContainerCredentialsProvider provider = held;
    if (provider == null) {
      provider = ContainerCredentialsProvider.create();
      held = provider;
    }
    return provider.resolveCredentials();
  }

  void discard() {
    held = null;
    displaceSigningKeys();
  }

  /** The signer cannot drop a key, but each new key beyond its limit displaces the oldest. */
  private static void displaceSigningKeys() {
    AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    SdkHttpRequest nothing =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol("https")
            .host("nothing.invalid")
            .build();
    for (int i = 0; i < SIGNING_KEYS; i++) {
      signer.sign(
          SignRequest.builder(AwsBasicCredentials.create("nobody", "nothing" + i))
              .request(nothing)
              .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "nothing")
              .putProperty(AwsV4HttpSigner.REGION_NAME, "nowhere")
              .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
              .build());
    }
  }
}
