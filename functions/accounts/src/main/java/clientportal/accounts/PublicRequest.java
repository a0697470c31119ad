package clientportal.accounts;

import clientportal.platform.http.Response;
import clientportal.platform.log.Metric;

/**
 * What became of a public request that a limit may refuse. The caller gets the same answer in both
 * cases; the log counts what was refused.
 *
 * @param admitted whether the request was within the limits
 */
record PublicRequest(BrowserKey browserKey, boolean admitted) {
  Response answer() {
    Response accepted = Response.accepted(browserKey.json());
    return admitted ? accepted : accepted.counting(Metric.LIMITS_REFUSED);
  }
}
