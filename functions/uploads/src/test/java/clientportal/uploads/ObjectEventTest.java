package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.json.JsonReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ObjectEventTest {
  @Test
  void theEventOfGuardDuty_isRead_andAnUnknownResultIsAFailure() {
    for (String result : List.of("THREATS_FOUND", "SOMETHING_NEW")) {
      ObjectEvent event =
          ObjectEvent.read(
              JsonReader.read(
                  """
                  {"version": "0", "id": "72c7d362", "source": "aws.guardduty",
                   "detail-type": "GuardDuty Malware Protection Object Scan Result",
                   "account": "111122223333", "time": "2026-02-28T01:01:01Z",
                   "region": "us-east-1",
                   "resources": ["arn:aws:guardduty:us-east-1:111122223333:malware-protection-plan/b4"],
                   "detail": {"schemaVersion": "1.0", "scanStatus": "COMPLETED",
                     "resourceType": "S3_OBJECT",
                     "s3ObjectDetails": {"bucketName": "b", "objectKey": "k", "eTag": "e",
                       "versionId": "v", "s3Throttled": false},
                     "scanResultDetails": {"scanResultStatus": "%s",
                       "threats": [{"name": "EICAR-Test-File (not a virus)"}]}}}
                  """
                      .formatted(result)));

      ScanResult expected =
          result.equals("THREATS_FOUND") ? ScanResult.THREATS_FOUND : ScanResult.FAILED;
      assertThat(event)
          .isEqualTo(new ObjectEvent.ObjectScanned("b", "k", new Verdict("e", expected)));
    }
    assertThat(ScanResult.NO_THREATS_FOUND.rejection()).isEqualTo(Optional.empty());
  }
}
