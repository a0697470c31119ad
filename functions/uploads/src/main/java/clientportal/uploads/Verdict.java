package clientportal.uploads;

/**
 * The result of a malware scan.
 *
 * @param eTag of the bytes that were scanned
 */
public record Verdict(String eTag, ScanResult result) {}
