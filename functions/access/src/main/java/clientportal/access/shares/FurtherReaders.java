package clientportal.access.shares;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.Recorder;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recipients who are to read a document, too, because of something else that they are notified of.
 * Who reads it already, by name or among all authorized, gets no second grant.
 *
 * @param folder that of the document
 */
public record FurtherReaders(
    SharedDocument document, Folder folder, List<Recipient.Party> recipients) {

  /** Returns the writes that let them read it; none if they all do already. */
  public List<Write> writes(Recorder recorder) {
    Grants before = new Grants(document.grants().inForce(recorder.at()));
    Grants inherited = new Grants(folder.grants().inForce(recorder.at()));
    List<Grant> added =
        recipients.stream()
            .filter(recipient -> !reads(recipient, before.and(inherited)))
            .map(recipient ->
                new Grant(recipient, AccessLevel.VIEW, recorder.at(), Optional.empty()))
            .toList();
    if (added.isEmpty()) {
      return List.of();
    }
    Grants after = new Grants(Stream.concat(before.all().stream(), added.stream()).toList());
    if (chosen(after) > NewShares.MOST_CHOSEN) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "A document can be shared with " + NewShares.MOST_CHOSEN + " chosen recipients.");
    }
    SharedDocument shared = document.withGrants(after);
    List<Write> writes = new ArrayList<>();
    writes.add(shared.saveGrants());
    writes.addAll(FeedRow.changes(document, shared));
    writes.add(
        recorder.record(
            new DocumentShared(
                new NamedDocument(folder.named(), document.path().document(), document.name()),
                new ShareChange(before, after, inherited).recipients(List.of()),
                List.of())));
    return writes;
  }

  private static boolean reads(Recipient.Party recipient, Grants open) {
    return open.to(recipient).isPresent()
        || (recipient instanceof Recipient.OfClient
            && open.to(Recipient.ALL_AUTHORIZED).isPresent());
  }

  private static long chosen(Grants grants) {
    return grants.all().stream()
        .filter(grant -> grant.recipient() instanceof Recipient.Party)
        .count();
  }
}
