package clientportal.documents;

/**
 * The result of a malware scan.
 *
 * @param eTag of the bytes that were scanned
 */
record Verdict(String eTag, ScanResult result) {}
