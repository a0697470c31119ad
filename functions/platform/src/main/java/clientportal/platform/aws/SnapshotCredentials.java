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
 * The credentials that Lambda hands out at a local address to a function with SnapStart. Those from
 * before the snapshot are not in it: each instance asks for its own.
 */
final class SnapshotCredentials implements AwsCredentialsProvider {
  /** So many signing keys are kept by the SDK's signer, each under a name that holds the secret. */
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

  void forget() {
    held = null;
    displaceSigningKeys();
  }

  /** The signer has no way to drop a key, but one more than it keeps displaces the oldest. */
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
