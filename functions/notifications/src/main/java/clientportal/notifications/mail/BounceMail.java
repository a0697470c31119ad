package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * Says that an invitation did not arrive, to the person who sent it.
 *
 * @param name of the invited person
 * @param staff whether the invited person is a staff member
 * @param clientName of the client whose contact was invited; null for others
 * @param address to which the invitation was sent
 * @param link to the page on which the address can be corrected
 */
public record BounceMail(
    Letterhead from,
    String name,
    boolean staff,
    @Nullable String clientName,
    String address,
    BounceReason why,
    String link) {}
