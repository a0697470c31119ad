package clientportal.local.events;

import clientportal.local.dynamodb.EmbeddedDynamoDb;
import clientportal.local.dynamodb.TableStream;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes the records of streams and the messages of queues to their functions. */
public final class Pumps implements AutoCloseable {
  private static final Pattern TABLE_OF_STREAM = Pattern.compile(":table/([^/]+)/stream/");

  private final List<QueuePump> queuePumps = new ArrayList<>();
  private final FunctionHost functions;
  private final Queues queues;
  private final EmbeddedDynamoDb dynamoDb;
  private final Clock clock;
  private final Optional<Path> folder;

  /** By the stream's ARN. */
  private volatile Map<String, StreamPump> streamPumps = Map.of();

  public Pumps(
      Application application,
      FunctionHost functions,
      Queues queues,
      EmbeddedDynamoDb dynamoDb,
      Clock clock,
      Optional<Path> folder) {
    this.functions = functions;
    this.queues = queues;
    this.dynamoDb = dynamoDb;
    this.clock = clock;
    this.folder = folder;
    for (Application.Function function : application.functions()) {
      for (Application.Source source : function.sources()) {
        if (source instanceof Application.QueueSource each) {
          queuePumps.add(
              new QueuePump(
                  function,
                  each,
                  queues.byArn(each.queueArn()),
                  functions,
                  application.place().region()));
        }
      }
    }
    streamPumps = streamPumps(application);
    dynamoDb.onWrite(() -> streamPumps.values().forEach(StreamPump::written));
  }

  private Map<String, StreamPump> streamPumps(Application application) {
    Map<String, List<StreamConsumer>> consumers = new LinkedHashMap<>();
    for (Application.Function function : application.functions()) {
      for (Application.Source source : function.sources()) {
        if (source instanceof Application.StreamSource each) {
          consumers
              .computeIfAbsent(each.streamArn(), arn -> new ArrayList<>())
              .add(new StreamConsumer(function, each, functions, queues, clock));
        }
      }
    }
    Map<String, StreamPump> pumps = new LinkedHashMap<>();
    consumers.forEach((arn, readers) -> {
      StreamPump running = streamPumps.get(arn);
      pumps.put(arn, running == null ? pump(application, arn, readers) : running);
    });
    return Collections.unmodifiableMap(pumps);
  }

  private StreamPump pump(Application application, String arn, List<StreamConsumer> consumers) {
    Matcher table = TABLE_OF_STREAM.matcher(arn);
    if (!table.find()) {
      throw new IllegalArgumentException("not the stream of a table: " + arn);
    }
    Optional<Path> file = folder.map(path -> path.resolve(table.group(1) + "-stream.json"));
    TableStream stream =
        new TableStream(
            dynamoDb.client(),
            dynamoDb.streams(),
            table.group(1),
            arn,
            application.place().region(),
            StreamPump.checkpoints(file));
    return new StreamPump(stream, consumers, file);
  }

  /** Starts all pumps. */
  public void start() {
    streamPumps.values().forEach(StreamPump::start);
    queuePumps.forEach(QueuePump::start);
  }

  /** Reads the streams that the functions now read, and no other. */
  public void update(Application application) throws InterruptedException {
    Map<String, StreamPump> before = streamPumps;
    Map<String, StreamPump> now = streamPumps(application);
    streamPumps = now;
    for (StreamPump pump : before.values()) {
      if (!now.containsValue(pump)) {
        pump.stop();
      }
    }
    now.values().stream().filter(pump -> !before.containsValue(pump)).forEach(StreamPump::start);
  }

  /** The queues that a function reads; a message in one of them is work to be done. */
  List<LocalQueue> consumed() {
    return queuePumps.stream().map(QueuePump::queue).toList();
  }

  boolean streamsDrained(long millis) throws InterruptedException {
    for (StreamPump pump : streamPumps.values()) {
      if (!pump.drained(millis)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    queuePumps.forEach(QueuePump::stop);
    try {
      for (StreamPump pump : streamPumps.values()) {
        pump.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
