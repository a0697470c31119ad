package clientportal.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the demo's firm asks its clients for: an engagement in every state. */
final class DemoRequests {
  private static final String LOAN = "Loan for the house";
  private static final String PASSPORT = "Passport";
  private static final String PAYSLIPS = "Payslips of three months";
  private static final String STATEMENT = "Bank statement";
  private static final String INSURANCE = "Insurance of the house";
  private static final String ALIMONY = "Agreement about alimony";
  private static final String OWNER = "Do you own a house already?";
  private static final String DEEDS = "Deeds of your house";

  private static final String TAXES = "Income tax 2025";
  private static final String WAGES = "Statement of wages";
  private static final String DONATIONS = "Receipts for donations";
  private static final String MOVED = "Did you move in 2025?";

  private final String firm;
  private final Session staff;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  DemoRequests(String firm, Session staff) {
    this.firm = firm;
    this.staff = staff;
  }

  /** What is asked for by a checklist, each item at another point of its way. */
  void askForLoan(ClientFile file, Session client) throws InterruptedException {
    Engagement loan =
        Engagement.begin(staff, file, Map.of("name", LOAN, "dueOn", today.plusDays(14).toString()))
            .ask(staff, Map.of("checklistId", checklist()));
    loan.answer(client, OWNER, "yes");
    loan.upload(client, PASSPORT, SampleFile.png("Passport, first page.png"));
    loan.upload(client, PASSPORT, SampleFile.png("Passport, last page.png"));
    loan.upload(
        client, INSURANCE, SampleFile.pdf("Insurance.pdf", "House insurance", "", "Page 1 of 4"));
    loan.upload(
        client,
        STATEMENT,
        SampleFile.csv("Statement.csv", "date,text,amount", "2026-01-15,Salary,3120.00"));
    loan.submit(client, OWNER, PASSPORT, INSURANCE, STATEMENT);
    loan.markNotApplicable(client, ALIMONY, "We are married.");
    loan.accept(staff, PASSPORT, OWNER);
    loan.reject(staff, INSURANCE, "incomplete", "Pages 2 to 4 are missing.");
    loan.upload(
        client,
        PAYSLIPS,
        SampleFile.pdf("Payslip January.pdf", "Payslip", "", "January 2026", "3,120.00"));
  }

  private String checklist() throws InterruptedException {
    return staff
        .post(
            firm + "/checklists",
            Map.of(
                "name",
                "Loan for a house",
                "description",
                "What banks ask for, whichever it is.",
                "items",
                List.of(
                    Map.of("name", OWNER, "kind", "yes-no", "ref", "owner"),
                    Map.of("name", DEEDS, "showIf", Map.of("ref", "owner", "is", "yes")),
                    Map.of(
                        "name",
                        PASSPORT,
                        "description",
                        "The first and the last page, in colour.",
                        "accepts",
                        List.of("image/*", "application/pdf")),
                    Map.of("name", PAYSLIPS),
                    Map.of("name", STATEMENT),
                    Map.of("name", INSURANCE),
                    Map.of("name", ALIMONY, "required", false))))
        .require("checklistId");
  }

  /** What was asked for last year and is done, and the same prepared for this year. */
  void completeTaxes(ClientFile file, Session client) throws InterruptedException {
    Engagement taxes =
        Engagement.begin(staff, file, Map.of("name", TAXES))
            .ask(
                staff,
                Map.of(
                    "items",
                    List.of(
                        Map.of("name", WAGES),
                        Map.of("name", DONATIONS),
                        Map.of("name", MOVED, "kind", "yes-no"))));
    taxes.upload(
        client,
        WAGES,
        SampleFile.pdf("Wages 2025.pdf", "Statement of wages 2025", "", "48,250.00"));
    taxes.answer(client, MOVED, "no");
    taxes.submit(client, WAGES, MOVED);
    taxes.markNotApplicable(client, DONATIONS, "We gave nothing in 2025.");
    taxes.accept(staff, WAGES, DONATIONS, MOVED);
    taxes.end(staff, "completed");
    Engagement.begin(
        staff,
        file,
        Map.of("name", "Income tax 2026", "rollForward", Map.of("engagementId", taxes.id())));
  }

  /** What is prepared, and not asked for yet. */
  void prepareStatement(ClientFile file) throws InterruptedException {
    Engagement.begin(staff, file, Map.of("name", "決算 2026"))
        .ask(
            staff,
            Map.of(
                "draft",
                true,
                "items",
                List.of(
                    Map.of("name", "Ledger 2026"),
                    Map.of("name", "Inventory at the end of the year"),
                    Map.of("name", "Which cars were bought?", "kind", "text"))));
  }

  /** What was asked for and is no longer needed. */
  void cancelRegistration(ClientFile file) throws InterruptedException {
    Engagement registration =
        Engagement.begin(staff, file, Map.of("name", "Registration as self-employed"))
            .ask(
                staff,
                Map.of(
                    "items",
                    List.of(
                        Map.of("name", "Business plan"),
                        Map.of("name", "Form of the tax office"))));
    registration.end(staff, "cancelled");
  }
}
