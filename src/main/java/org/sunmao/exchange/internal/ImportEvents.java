package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds;
import org.sunmao.access.StillHolds.Watch;
import org.sunmao.exchange.internal.ImportView.RowCounts;
import org.sunmao.exchange.internal.ImportView.WorkProgress;
import org.sunmao.web.NotFound;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells how an import comes along, until it rests or whoever listens loses the right to hear it.
 */
@Component
class ImportEvents {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration EVERY = Duration.ofMillis(400);

    /** What is told of an import that is at work, or has come to rest. */
    record ImportNews(String state, RowCounts counts, @Nullable WorkProgress progress) {}

    private final Scopes scopes;
    private final Imports imports;
    private final ImportPages pages;
    private final StillHolds rights;

    ImportEvents(Scopes scopes, Imports imports, ImportPages pages, StillHolds rights) {
        this.rights = rights;
        this.scopes = scopes;
        this.imports = imports;
        this.pages = pages;
    }

    SseEmitter tell(SignedIn who, UUID id) {
        var first = news(who, id);
        var emitter = new SseEmitter(LONGEST.toMillis());
        var watch = rights.watch();
        Thread.ofVirtual().name("import-events").start(() -> tell(watch, who, id, first, emitter));
        return emitter;
    }

    private void tell(Watch watch, SignedIn who, UUID id, ImportNews first, SseEmitter emitter) {
        try (watch) {
            var news = first;
            send(emitter, news);
            while (RosterImport.State.of(news.state()).working() && !watch.endsWithin(EVERY)) {
                var next = news(who, id);
                if (!next.equals(news)) {
                    send(emitter, next);
                }
                news = next;
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            emitter.complete(); // whoever listened has gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (NotFound e) {
            emitter.completeWithError(e);
        }
    }

    private static void send(SseEmitter emitter, ImportNews news) throws IOException {
        emitter.send(SseEmitter.event().name("import").data(news, MediaType.APPLICATION_JSON));
    }

    private ImportNews news(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope -> {
                    var one = imports.find(scope, id);
                    return new ImportNews(
                            one.state(), ImportPages.counts(one), pages.progress(one));
                });
    }
}
