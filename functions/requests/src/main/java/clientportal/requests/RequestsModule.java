package clientportal.requests;

import clientportal.access.Access;
import clientportal.delivery.Previews;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record RequestsModule(Access access, Table table, Ids ids) {
  static RequestsModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new RequestsModule(new Access(table, clock), table, new Ids(clock));
  }

  /** Returns the same use cases on another table. */
  private RequestsModule on(Table other) {
    return new RequestsModule(new Access(other, access.clock()), other, ids);
  }

  CreateChecklist createChecklist() {
    return new CreateChecklist(access, table, ids);
  }

  ListChecklists listChecklists() {
    return new ListChecklists(access, table);
  }

  GetChecklist getChecklist() {
    return new GetChecklist(access);
  }

  UpdateChecklist updateChecklist() {
    return new UpdateChecklist(access, table, ids);
  }

  CreateEngagement createEngagement() {
    return new CreateEngagement(access, table, ids);
  }

  GetEngagement getEngagement() {
    return new GetEngagement(access, table);
  }

  ListEngagements listEngagements() {
    return new ListEngagements(access, table);
  }

  RequestDocuments requestDocuments() {
    return new RequestDocuments(access, table, ids);
  }

  SendRequest sendRequest() {
    return new SendRequest(access, table, ids);
  }

  PreviewRequest previewRequest() {
    return new PreviewRequest(
        new Previews(table, access.clock()),
        dry -> on(dry).requestDocuments(),
        dry -> on(dry).sendRequest());
  }

  SendReminder sendReminder() {
    return new SendReminder(access, table, ids);
  }

  AnswerItem answerItem() {
    return new AnswerItem(access, table, ids);
  }

  ListItemFiles listItemFiles() {
    return new ListItemFiles(access, table);
  }

  AttachFile attachFile() {
    return new AttachFile(access, table, ids);
  }

  DetachFile detachFile() {
    return new DetachFile(access, table, ids);
  }

  SubmitItems submitItems() {
    return new SubmitItems(access, table, ids);
  }

  ReviewItems reviewItems() {
    return new ReviewItems(access, table, ids);
  }

  MarkItemNotApplicable markItemNotApplicable() {
    return new MarkItemNotApplicable(new OwnItem(access, table, ids));
  }

  WithdrawItem withdrawItem() {
    return new WithdrawItem(new OwnItem(access, table, ids));
  }

  ReopenItems reopenItems() {
    return new ReopenItems(access, table, ids);
  }

  CancelItems cancelItems() {
    return new CancelItems(access, table, ids);
  }

  SetEngagementStatus setEngagementStatus() {
    return new SetEngagementStatus(access, table, ids);
  }

  UpdateEngagement updateEngagement() {
    return new UpdateEngagement(access, table, ids);
  }

  UpdateItem updateItem() {
    return new UpdateItem(access, table, ids);
  }

  ListFirmEngagements listFirmEngagements() {
    return new ListFirmEngagements(access, table);
  }
}
