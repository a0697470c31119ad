package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.AuthenticatorApp;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;

/** The operations on accounts, each on an account of its own, because it ends only once. */
record AccountsScene(EventCatcher events, Office office) {

  void ask(Office.Client.SignedIn carla, Person member) {
    invitations(carla);
    contacts(carla.client());
    registrations();
    passwords(carla.client().email(), member.email());
    secondFactors();
  }

  private void secondFactors() {
    Person withApp = AuthenticatorApp.of(office.member("Tess", false).person()).signIn();
    events.request("ReplaceRecoveryCodes", withApp.call("PUT", "/v1/me/recovery-codes"));
    Office.Member lost = office.member("Theo", false);
    String path = office.path() + "/staff/" + lost.staffId() + "/second-factor";
    events.request("ResetSecondFactor", office.administrator().call("DELETE", path));
  }

  private void invitations(Office.Client.SignedIn carla) {
    events.request("GetMe", carla.person().call("GET", "/v1/me"));
    events.request(
        "EndSessions", office.activeClient("Gerda").person().call("DELETE", "/v1/me/sessions"));
    Office.Client without = office.client("Dora");
    events.request(
        "CreateAccount",
        office
            .administrator()
            .call("POST", without.path() + "/account")
            .json(json().put("email", without.email())));
    Office.Client invited = office.client("Erik").invite();
    Person ada = office.administrator();
    events.request("GetAccount", ada.call("GET", invited.path() + "/account"));
    String invitation = Portal.newestToken(invited.email());
    events.request(
        "AcceptInvitation",
        Portal.anonymous("POST", "/v1/invitations/accept").json(json().put("token", invitation)));
    events.request(
        "GetAccountInstructions", ada.call("GET", invited.path() + "/account/instructions"));
    events.request("ResendInvitation", ada.call("POST", invited("Rita") + "/account/invitation"));
    events.request("RevokeAccount", ada.call("DELETE", invited("Rolf") + "/account"));

    Office.Client verifying = office.client("Fay").invite();
    Visitor.Asked asked = Visitor.elsewhere().accepting(verifying.email());
    events.request(
        "VerifyAccount",
        Portal.anonymous("POST", "/v1/verifications")
            .json(json().put("token", asked.token()).put("browserKey", asked.browserKey())));
    events.invoke(
        "RevokeSessions", json().put("email", office.activeClient("Rhea").client().email()));
    events.invoke("AppointOperator", json().put("email", Portal.email("olga")));
  }

  /** Invites a client; returns the path. */
  private String invited(String name) {
    Office.Client client = office.client(name).invite();
    return client.path();
  }

  private void contacts(Office.Client client) {
    Person ada = office.administrator();
    String email = Portal.email("colin");
    String without = client.contact("Conrad", email, true);
    events.request(
        "CreateContactAccount",
        ada.call("POST", client.path() + "/contacts/" + without + "/account")
            .json(json().put("email", email)));
    String invited = invitedContact(client, "Cleo");
    events.request("GetContactAccount", ada.call("GET", invited + "/account"));
    events.request("ResendContactInvitation", ada.call("POST", invited + "/account/invitation"));
    events.request(
        "RevokeContactAccount", ada.call("DELETE", invitedContact(client, "Cora") + "/account"));
  }

  /** Invites a contact; returns the path. */
  private String invitedContact(Office.Client client, String name) {
    String email = Portal.email("contact");
    String contact = client.contact(name, email, true);
    String path = client.path() + "/contacts/" + contact;
    office.administrator().post(path + "/account", json().put("email", email)).is(201);
    return path;
  }

  private void registrations() {
    Person ada = office.administrator();
    ada.patch(office.path(), json().set("settings", json().put("selfRegistration", "review")))
        .is(200);
    Visitor visitor = Visitor.elsewhere();
    Visitor.Asked asked = visitor.registering(office.slug(), "Wanda Wants", Portal.email("wanda"));
    visitor.verify(asked.withKey()).is(200);
    String path = office.path() + "/registrations";
    String registration = ada.get(path).text("items/0/registrationId");
    Office.Client wanted = office.client("Wanda");
    events.request("ListRegistrations", ada.call("GET", path));
    events.request(
        "ResolveRegistration",
        ada.call("POST", path + "/" + registration + "/resolution")
            .json(json().put("clientId", wanted.clientId())));
    events.request("GetSite", Portal.anonymous("GET", "/v1/sites/" + office.slug()));
    events.request(
        "Register",
        Portal.anonymous("POST", "/v1/registrations")
            .json(
                json()
                    .put("site", office.slug())
                    .put("name", "Nadja New")
                    .put("email", Portal.email("nadja"))));
  }

  private void passwords(String email, String other) {
    events.request(
        "RequestPasswordReset",
        Portal.anonymous("POST", "/v1/password-resets").json(json().put("email", email)));
    Visitor.Asked asked = Visitor.elsewhere().resetting(other);
    events.request(
        "ResetPassword",
        Portal.anonymous("POST", "/v1/password-resets/confirmation")
            .json(
                json()
                    .put("token", asked.token())
                    .put("browserKey", asked.browserKey())
                    .put("password", "Another-horse-9")));
  }
}
