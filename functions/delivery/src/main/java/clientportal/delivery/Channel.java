package clientportal.delivery;

/** How a notice reaches its addressee, besides in the portal. */
public sealed interface Channel {

  /** The firm sends nothing about such notices. */
  record PortalOnly() implements Channel {}

  /**
   * It is part of a digest.
   *
   * @param joins whether the digest is collecting notices already; otherwise this is its first
   */
  record InDigest(DigestWindow window, boolean joins) implements Channel {}
}
