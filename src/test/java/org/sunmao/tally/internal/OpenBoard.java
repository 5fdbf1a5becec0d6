package org.sunmao.tally.internal;

import org.sunmao.house.Caller;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody who keeps a board open and sees it change. */
final class OpenBoard implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> stream;

    OpenBoard(Caller caller, UUID organization) {
        var request = caller.request("/api/board/events?organization=" + organization).GET();
        stream =
                http.sendAsync(request.build(), BodyHandlers.ofLines())
                        .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    /** The next board. */
    JsonNode next() throws InterruptedException {
        return until(_ -> true);
    }

    /** The next board that is as wanted. */
    JsonNode until(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no such board came");
            }
            if (line.startsWith("data:")) {
                var board = JSON.readTree(line.substring("data:".length()));
                if (wanted.test(board)) {
                    return board;
                }
            }
        }
    }

    /** Waits until the house has closed it. */
    void ends() throws Exception {
        stream.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
