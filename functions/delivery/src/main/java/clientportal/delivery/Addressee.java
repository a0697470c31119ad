package clientportal.delivery;

import clientportal.access.ids.Absence;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import java.util.Optional;

/**
 * An account holder who is to be notified.
 *
 * @param person empty if the holder has not signed in yet and is notified only by mail
 * @param absence of a staff member, whose stand-in is notified too
 * @param noticeMails what a staff member has chosen; without meaning for others
 */
public record Addressee(
    Holder holder,
    Optional<PersonId> person,
    NoticeReason reason,
    Optional<Absence> absence,
    NoticeMails noticeMails) {}
