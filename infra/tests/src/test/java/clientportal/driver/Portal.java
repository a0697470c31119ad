package clientportal.driver;

import static java.util.Objects.requireNonNull;

import clientportal.local.LocalStack;
import clientportal.local.Options;
import clientportal.local.functions.AwsCall;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The running portal that all tests of one JVM share. Each test makes its own firms and people, so
 * that none sees another's.
 */
public final class Portal {
  private static final ScopedValue<LocalStack> CHOSEN = ScopedValue.newInstance();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Pattern TOKEN = Pattern.compile("#([A-Za-z0-9_-]{43,})");
  private static final Pattern CODE = Pattern.compile("(?m)^(\\d{8})$");

  private Portal() {}

  /** Started at the first use. */
  private static final class Shared {
    static final LocalStack STACK = startForTests();
  }

  /** Returns how every stack of a test is started. */
  public static Options options() {
    return Options.forTests().withLog(WholeLog.ofFailures());
  }

  /** Files above one part are uploaded in parts, so that tests with parts are small. */
  static LocalStack startForTests() {
    LocalStack stack =
        LocalStack.start(
            options().withParameter("SinglePutLimit", Integer.toString(LargeFile.PART)));
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    return stack;
  }

  /** Returns the stack that all tests share, or the one that was chosen here. */
  public static LocalStack stack() {
    return CHOSEN.isBound() ? CHOSEN.get() : Shared.STACK;
  }

  /** Has the driver act on another stack than the shared one, whose clock other tests move. */
  public static <T, X extends Throwable> T on(LocalStack stack, ScopedValue.CallableOp<T, X> action)
      throws X {
    return ScopedValue.where(CHOSEN, stack).call(action);
  }

  /** Returns an address that nobody has yet. */
  public static String email(String name) {
    String email = name + NUMBER.incrementAndGet() + "@example.test";
    SentTexts.add(email);
    return email;
  }

  /** Returns a web address that no firm has yet. */
  public static String slug() {
    return "firm-" + NUMBER.incrementAndGet();
  }

  /** Calls the API without a token. */
  public static Call anonymous(String method, String path) {
    return new Call(stack().api() + path).method(method);
  }

  /** Waits until nothing asynchronous is under way. */
  public static void settle() {
    try {
      stack().settle();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Moves the clock forward, once nothing is under way. */
  public static void advance(Duration by) {
    settle();
    stack().clock().advance(by);
  }

  public static Instant now() {
    return stack().clock().instant();
  }

  /** Returns the messages to an address, oldest first, once nothing is under way. */
  public static List<Message> mails(String email) {
    settle();
    List<Message> mails =
        stack().outbox().messages().stream()
            .filter(message -> message.to().equalsIgnoreCase(email))
            .toList();
    mails.forEach(SentTexts::addMail);
    return mails;
  }

  /** Returns the text messages to a phone number, oldest first, once nothing is under way. */
  public static List<Message> textMessages(String phone) {
    settle();
    return stack().outbox().messages().stream()
        .filter(message -> message.to().equals(phone))
        .toList();
  }

  /** Returns the newest message to an address. */
  public static Message lastMail(String email) {
    List<Message> mails = mails(email);
    if (mails.isEmpty()) {
      throw new AssertionError("no mail to " + email);
    }
    return mails.getLast();
  }

  /** Returns the token in the fragment of the link of a mail. */
  public static String token(Message mail) {
    return find(TOKEN, mail);
  }

  /** Returns the code that is on a line of its own in a mail. */
  public static String code(Message mail) {
    return find(CODE, mail);
  }

  /** Returns the token of the newest mail that has one; notices may arrive after that mail. */
  public static String newestToken(String email) {
    return token(lastMail(email, TOKEN));
  }

  /** Returns the code of the newest mail with one. */
  public static String newestCode(String email) {
    return code(lastMail(email, CODE));
  }

  /** Returns the newest mail with a token. */
  public static Message lastMailWithToken(String email) {
    return lastMail(email, TOKEN);
  }

  private static String find(Pattern pattern, Message mail) {
    Matcher matcher = pattern.matcher(String.valueOf(mail.text()));
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + mail.text());
    }
    return matcher.group(1);
  }

  /** Returns the newest message to an address that has a token or a code. */
  private static Message lastMail(String email, Pattern pattern) {
    return mails(email).reversed().stream()
        .filter(mail -> pattern.matcher(String.valueOf(mail.text())).find())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mail with " + pattern + " to " + email));
  }

  /** Signs in to the staff UI with an emailed code and returns the person. */
  public static Person signIn(String email) {
    return signIn(email, clientId());
  }

  /** Signs in to the UI of an app client with an emailed code and returns the person. */
  public static Person signIn(String email, String clientId) {
    Answer done = signInFully(email, clientId);
    return new Person(
        email,
        done.text("AuthenticationResult/AccessToken"),
        done.text("AuthenticationResult/IdToken"));
  }

  /** Signs in with an emailed code and returns all tokens, as Cognito does. */
  public static Answer signInFully(String email) {
    return signInFully(email, clientId());
  }

  /** Signs in to the UI of an app client with an emailed code and returns all tokens. */
  public static Answer signInFully(String email, String clientId) {
    return mailCode(email, clientId).get();
  }

  /** Has a code mailed, and returns what enters it. */
  public static Supplier<Answer> mailCode(String email, String clientId) {
    Answer started =
        cognito(
            "InitiateAuth",
            json()
                .put("AuthFlow", "USER_AUTH")
                .put("ClientId", clientId)
                .set(
                    "AuthParameters",
                    json().put("USERNAME", email).put("PREFERRED_CHALLENGE", "EMAIL_OTP")));
    String code = newestCode(email);
    return () ->
        cognito(
            "RespondToAuthChallenge",
            json()
                .put("ClientId", clientId)
                .put("ChallengeName", "EMAIL_OTP")
                .put("Session", started.text("Session"))
                .set(
                    "ChallengeResponses",
                    json().put("USERNAME", email).put("EMAIL_OTP_CODE", code)));
  }

  /** Signs in with a password. */
  public static Answer signInWithPassword(String email, String password) {
    return cognito(
        "InitiateAuth",
        json()
            .put("AuthFlow", "USER_AUTH")
            .put("ClientId", clientId())
            .set(
                "AuthParameters",
                json()
                    .put("USERNAME", email)
                    .put("PREFERRED_CHALLENGE", "PASSWORD")
                    .put("PASSWORD", password)));
  }

  /** Calls Cognito as a browser does. */
  public static Answer cognito(String operation, com.fasterxml.jackson.databind.JsonNode body) {
    return new Call(stack().cognito().toString())
        .method("POST")
        .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
        .header("Content-Type", "application/x-amz-json-1.1")
        .body(body.toString())
        .outsideTheContract()
        .send();
  }

  /** The app client of the staff UI; its tokens are good for everybody. */
  public static String clientId() {
    return String.valueOf(stack().describe().get("staffClientId"));
  }

  /** The app client of the portal; its tokens are not good for staff. */
  public static String portalClientId() {
    return String.valueOf(stack().describe().get("userPoolClientId"));
  }

  public static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Follows the invitation in the newest mail to an address, verifies with the code, signs in. */
  public static Person acceptInvitation(String email) {
    acceptAndVerify(email, newestToken(email));
    return signIn(email);
  }

  private static void acceptAndVerify(String email, String invitation) {
    Answer started = Visitor.elsewhere().accept(invitation).is(202);
    anonymous("POST", "/v1/verifications")
        .json(json().put("token", newestToken(email)).put("browserKey", started.text("browserKey")))
        .send()
        .is(200);
  }

  /**
   * Returns everything in table, bucket and outbox, to see that nothing changed: all but counters,
   * and when reminders are looked at next, which a round writes at any time.
   */
  public static Map<String, Object> everything() {
    settle();
    Map<String, Object> state = new TreeMap<>();
    TableMirror.of(stack())
        .items()
        .forEach((key, item) -> {
          if (!key.pk().startsWith("LIMIT#") && !key.sk().equals("REMINDERS")) {
            state.put("item " + key.pk() + " " + key.sk(), item);
          }
        });
    stack()
        .s3Client()
        .listObjectsV2Paginator(request -> request.bucket(bucketName()))
        .contents()
        .forEach(object -> state.put("object " + object.key(), object.size()));
    List<Message> messages = stack().outbox().messages();
    for (int i = 0; i < messages.size(); i++) {
      state.put("message " + i, messages.get(i));
    }
    return state;
  }

  public static String tableName() {
    return stack().application().tables().getFirst().name();
  }

  public static String bucketName() {
    return stack().application().buckets().getFirst().name();
  }

  /** Returns an item of the table. */
  public static Map<String, AttributeValue> item(String pk, String sk) {
    return stack()
        .dynamoDbClient()
        .getItem(request ->
            request
                .tableName(tableName())
                .consistentRead(true)
                .key(Map.of("PK", AttributeValue.fromS(pk), "SK", AttributeValue.fromS(sk))))
        .item();
  }

  /** Returns the sort keys of a partition that begin so. */
  public static List<String> sortKeys(String pk, String prefix) {
    return stack()
        .dynamoDbClient()
        .queryPaginator(request ->
            request
                .tableName(tableName())
                .consistentRead(true)
                .keyConditionExpression("PK = :pk")
                .projectionExpression("SK")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
        .items()
        .stream()
        .map(item -> requireNonNull(item.get("SK")).s())
        .filter(key -> key.startsWith(prefix))
        .toList();
  }

  /** Returns the calls to AWS that one function made while something ran. */
  public static List<AwsCall> calls(String function, Runnable action) {
    settle();
    stack().calls().clear();
    action.run();
    return new ArrayList<>(stack().calls().callsOf(function));
  }

  /** Returns the claims of a token. */
  public static String claims(String jwt) {
    return new String(
        Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }
}
