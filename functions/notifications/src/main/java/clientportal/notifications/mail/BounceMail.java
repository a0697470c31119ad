package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * What tells who invited somebody that the invitation did not arrive.
 *
 * @param name of the invited one
 * @param staff whether it is a member of the staff
 * @param clientName of the client whose contact it is
 * @param address where the invitation was sent
 * @param link to where the address is put right
 */
public record BounceMail(
    String firmName,
    String name,
    boolean staff,
    @Nullable String clientName,
    String address,
    BounceReason why,
    String link) {}
