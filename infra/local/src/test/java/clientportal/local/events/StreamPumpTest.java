package clientportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.dynamodb.TableStream;
import clientportal.local.fixture.Applications;
import clientportal.local.fixture.ScriptedHandler;
import clientportal.local.fixture.TestClock;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A stream in memory of one shard, one record a read. */
@Timeout(30)
final class StreamPumpTest {
  private static final Application.StreamSource SOURCE =
      new Application.StreamSource("stream", 100, List.of(), 0, false, true, Optional.empty());
  private static final Application.Function FUNCTION = Applications.function("StreamPumpTest");

  private final TestClock clock = new TestClock();
  private final FunctionHost functions = Applications.host(clock, FUNCTION);
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
  private Optional<StreamPump> pump = Optional.empty();

  private static final class Tables implements DynamoDbClient {
    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
      return DescribeTableResponse.builder()
          .table(table -> table.latestStreamArn("actual arn"))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private final class Stream implements DynamoDbStreamsClient {
    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
      return DescribeStreamResponse.builder()
          .streamDescription(stream -> stream.shards(Shard.builder().shardId("shard").build()))
          .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
      String after = request.sequenceNumber();
      return GetShardIteratorResponse.builder()
          .shardIterator(after == null ? "0" : "" + (Integer.parseInt(after) + 1))
          .build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
      if (failures.getAndDecrement() > 0) {
        throw ResourceInUseException.builder().message("busy").build();
      }
      int next = Integer.parseInt(request.shardIterator());
      return next < written.size()
          ? GetRecordsResponse.builder()
              .records(record(next, written.get(next)))
              .nextShardIterator("" + (next + 1))
              .build()
          : GetRecordsResponse.builder().nextShardIterator("" + next).build();
    }

    @Override
    public String serviceName() {
      return "streams";
    }

    @Override
    public void close() {}
  }

  private static Record record(int number, String text) {
    return Record.builder()
        .eventName("INSERT")
        .dynamodb(change ->
            change
                .approximateCreationDateTime(Instant.EPOCH)
                .keys(Map.of("PK", AttributeValue.fromS(text)))
                .sequenceNumber("" + number))
        .build();
  }

  private StreamPump start(Optional<Path> checkpoints) {
    return start(checkpoints, List.of(consumer(functions)));
  }

  private StreamConsumer consumer(FunctionHost host) {
    Queues queues = new Queues(List.of(), clock, Optional.empty());
    return new StreamConsumer(FUNCTION, SOURCE, host, queues, clock);
  }

  private StreamPump start(Optional<Path> checkpoints, List<StreamConsumer> consumers) {
    TableStream stream =
        new TableStream(
            new Tables(),
            new Stream(),
            "rows",
            "arn",
            "eu-west-9",
            StreamPump.checkpoints(checkpoints));
    StreamPump started = new StreamPump(stream, consumers, checkpoints);
    started.start();
    pump = Optional.of(started);
    return started;
  }

  private void record() {
    ScriptedHandler.script(
        FUNCTION.name(), (_, event) -> handled.add(text(event)) ? "" : "not JSON");
  }

  private static String text(String event) {
    String before = "\"PK\":{\"S\":\"";
    int from = event.indexOf(before) + before.length();
    return event.substring(from, event.indexOf('"', from));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (pump.isPresent()) {
      pump.get().stop();
    }
    functions.close();
  }

  @Test
  void writtenItems_areHandled_inTheirOrder_beforeTheStreamIsDrained() throws Exception {
    record();
    written.addAll(List.of("a", "b", "c"));

    assertThat(start(Optional.empty()).drained(20_000)).isTrue();
    assertThat(handled).containsExactly("a", "b", "c");
  }

  @Test
  void aConsumerThatCanTakeNothing_leavesTheStreamToTheOthers() throws Exception {
    record();
    written.addAll(List.of("a", "b"));
    FunctionHost closed = Applications.host(clock, FUNCTION);
    closed.close();
    List<StreamConsumer> consumers = List.of(consumer(closed), consumer(functions));

    assertThat(start(Optional.empty(), consumers).drained(20_000)).isTrue();
    assertThat(handled).containsExactly("a", "b");
  }

  @Test
  void aWrite_wakesThePump() throws Exception {
    record();
    StreamPump started = start(Optional.empty());
    assertThat(started.drained(20_000)).isTrue();

    written.add("a");
    started.written();

    assertThat(handled.take()).isEqualTo("a");
  }

  @Test
  void aStreamWhoseFunctionIsBusy_isNotDrained() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ScriptedHandler.script(
        FUNCTION.name(),
        (_, _) -> {
          busy.countDown();
          go.await();
          return "";
        });
    written.add("a");
    StreamPump started = start(Optional.empty());
    started.written();
    busy.await();

    assertThat(started.drained(1)).isFalse();

    go.countDown();
    assertThat(started.drained(20_000)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aReadThatFails_isDoneAgain_beforeTheStreamIsDrained(int times) throws Exception {
    record();
    failures.set(times);
    written.addAll(List.of("a", "b"));

    assertThat(start(Optional.empty()).drained(20_000)).isTrue();
    assertThat(handled).containsExactly("a", "b");
  }

  @Test
  void handledRecords_areNotHandledAtTheNextStart(@TempDir Path folder) throws Exception {
    record();
    Optional<Path> file = Optional.of(folder.resolve("rows-stream.json"));
    written.addAll(List.of("a", "b"));
    StreamPump first = start(file);
    assertThat(first.drained(20_000)).isTrue();
    first.stop();
    handled.clear();
    written.add("c");

    assertThat(start(file).drained(20_000)).isTrue();
    assertThat(handled).containsExactly("c");
  }

  @Test
  void recordsUnderWayAtTheStop_areHandledAtTheNextStart(@TempDir Path folder) throws Exception {
    Optional<Path> file = Optional.of(folder.resolve("rows-stream.json"));
    CountDownLatch busy = new CountDownLatch(1);
    ScriptedHandler.script(
        FUNCTION.name(),
        (_, event) -> {
          if (text(event).equals("b")) {
            busy.countDown();
            new CountDownLatch(1).await();
          }
          return "";
        });
    written.addAll(List.of("a", "b"));
    StreamPump first = start(file);
    first.written();
    busy.await();
    first.stop();

    record();
    assertThat(start(file).drained(20_000)).isTrue();
    assertThat(handled).containsExactly("b");
  }
}
