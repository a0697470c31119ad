package clientportal.local;

import clientportal.local.cognito.AppClient;
import clientportal.local.cognito.CognitoSettings;
import clientportal.local.cognito.CognitoStandIn;
import clientportal.local.cognito.PasswordPolicy;
import clientportal.local.cognito.UserAttributes;
import clientportal.local.docs.DocsPages;
import clientportal.local.events.Activity;
import clientportal.local.events.EventBus;
import clientportal.local.events.Queues;
import clientportal.local.events.Topics;
import clientportal.local.functions.FunctionHost;
import clientportal.local.http.ApiFront;
import clientportal.local.http.CrossOrigin;
import clientportal.local.http.Guarded;
import clientportal.local.http.OwnHost;
import clientportal.local.messaging.Message;
import clientportal.local.messaging.Outbox;
import clientportal.local.messaging.OutboxPages;
import clientportal.local.messaging.SesSettings;
import clientportal.local.messaging.SesStandIn;
import clientportal.local.messaging.SnsStandIn;
import clientportal.local.pages.PageFiles;
import clientportal.local.pages.Side;
import clientportal.local.pages.Site;
import clientportal.local.pages.SitePages;
import clientportal.local.template.Application;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** Mounts every HTTP handler of the stack at its path. */
record Mounts(
    Application application,
    Addresses addresses,
    StackClock clock,
    Outbox outbox,
    Queues queues,
    FunctionHost functions,
    Activity activity) {

  static HttpServer listen(int port, ExecutorService threads) {
    try {
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 200);
      server.setExecutor(threads);
      return server;
    } catch (BindException e) {
      throw StartException.portIsTaken(port, e);
    } catch (IOException e) {
      throw new StartException("Cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The address of pages: passkeys need a host with a name. */
  static URI origin(HttpServer server) {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Mounts one side's pages, which may call the API and sign-in, and S3. */
  void mountPages(HttpServer server, Side side) {
    Site site =
        new Site(
            side,
            addresses.config(application, side),
            addresses.api(),
            Set.of(addresses.api(), addresses.s3()));
    mount(server, "/", new SitePages(site, new PageFiles("pages")));
  }

  void mountApi(
      HttpServer server, LocalStack stack, Path root, EventBus bus, Optional<Path> identities) {
    String region = application.place().region();
    mount(server, "/_local", new CrossOrigin(new LocalPages(stack)));
    mount(server, "/_local/outbox", new CrossOrigin(new OutboxPages(outbox)));
    Path contract = root.resolve("infra/openapi.yaml");
    if (Files.exists(contract)) {
      HttpHandler docs = new DocsPages(contract);
      mount(server, "/docs", docs);
      mount(server, "/openapi.yaml", docs);
    }
    mount(
        server,
        "/_aws/ses",
        new SesStandIn(
            new SesSettings(region, senders(), Set.copyOf(application.configurationSets())),
            clock,
            outbox,
            bus::put));
    Optional<CognitoStandIn> cognito =
        application.userPool().map(pool -> cognito(pool, bus, identities));
    cognito.ifPresent(standIn -> mount(server, "/_aws/cognito", standIn));
    HttpHandler front =
        application
            .api()
            .<HttpHandler>map(api ->
                new ApiFront(
                    api,
                    application.place(),
                    functions,
                    () -> cognito.map(CognitoStandIn::publicKeys).orElseGet(JWKSet::new),
                    issuers(),
                    activity,
                    clock))
            .orElseGet(() -> new LocalPages(stack));
    mount(server, "/", new WelcomePage(addresses.describe(application), front));
  }

  void mountSns(HttpServer server) {
    Topics topics = new Topics(application.subscriptions(), queues, clock);
    Set<String> arns =
        application.topics().stream()
            .map(Application.Topic::arn)
            .collect(Collectors.toUnmodifiableSet());
    mount(server, "/", new SnsStandIn(arns, clock, outbox, topics::published));
  }

  private static void mount(HttpServer server, String path, HttpHandler handler) {
    server.createContext(path, new OwnHost(new Guarded(handler, System.err)));
  }

  private CognitoStandIn cognito(Application.UserPool pool, EventBus bus, Optional<Path> file) {
    return new CognitoStandIn(
        new CognitoSettings(
            application.place().region(),
            pool.id(),
            Addresses.issuer(addresses.api(), pool.id()),
            Set.copyOf(pool.firstAuthFactors()),
            pool.relyingParty(),
            pool.offersSoftwareTokens(),
            policy(pool.passwordRules()),
            pool.clients().stream().map(Mounts::client).toList()),
        clock,
        (email, code) -> sendCode(pool.codeMail(), email, code),
        bus::put,
        file);
  }

  private static AppClient client(Application.UserPoolClient client) {
    return new AppClient(
        client.id(),
        client.authSessionValidity(),
        client.accessTokenValidity(),
        client.idTokenValidity(),
        client.refreshTokenValidity(),
        Set.copyOf(client.authFlows()),
        client.rotationGrace(),
        UserAttributes.readable(client.readAttributes()),
        UserAttributes.writable(client.writeAttributes()));
  }

  private static PasswordPolicy policy(Application.PasswordRules rules) {
    return new PasswordPolicy(
        rules.minimumLength(),
        rules.lowercase(),
        rules.uppercase(),
        rules.numbers(),
        rules.symbols());
  }

  /** Cognito sends HTML alone; its text is what a mail program without HTML shows. */
  private void sendCode(Application.CodeMail mail, String email, String code) {
    String html = mail.html().replace("{####}", code);
    outbox.add(
        new Message(
            Message.Channel.EMAIL,
            email,
            mail.subject(),
            html.replaceFirst("(?s)<head>.*</head>", "")
                .replace("<br>", "\n")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip(),
            html,
            Map.of("From", String.valueOf(application.parameters().get("MailFrom"))),
            clock.instant()));
  }

  /** The verified identities of SES: the sender's address and its domain. */
  private Set<String> senders() {
    Set<String> identities = new HashSet<>();
    if (application.parameters().get("MailFrom") instanceof String address) {
      identities.add(address);
      identities.add(address.substring(address.indexOf('@') + 1));
    }
    return identities;
  }

  private Map<String, String> issuers() {
    return application
        .userPool()
        .map(pool -> Map.of(pool.issuer(), Addresses.issuer(addresses.api(), pool.id())))
        .orElse(Map.of());
  }
}
