package org.sunmao.admission.internal;

import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.PaperStore.Brought;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.file.FileId;
import org.sunmao.file.Files;
import org.sunmao.file.NewFile;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Papers that are brought as files: photographs or PDF of what was signed by hand. */
@Service
class Papers {

    /** The largest, in bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final String PURPOSE = NewFile.OF_A_PERSON + "admission-paper";

    private final Scopes scopes;
    private final AdmissionStore store;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Files files;
    private final AdmissionJournal journal;
    private final PaperStore papers;
    private final Readings readings;
    private final Clock clock;

    Papers(
            Scopes scopes,
            AdmissionStore store,
            Catalogue catalogue,
            Actors actors,
            Files files,
            AdmissionJournal journal,
            PaperStore papers,
            Readings readings,
            Clock clock) {
        this.readings = readings;
        this.scopes = scopes;
        this.store = store;
        this.catalogue = catalogue;
        this.actors = actors;
        this.files = files;
        this.journal = journal;
        this.papers = papers;
        this.clock = clock;
    }

    /** Before anything is read of what is sent. */
    void expect(SignedIn who, UUID id, String code) {
        var open =
                scopes.read(
                        who,
                        scope ->
                                store.get(scope, id)
                                        .filter(it -> actors.writes(who, scope, it.organization()))
                                        .isPresent());
        if (!open || catalogue.paper(code) == null) {
            throw new NotFound();
        }
    }

    /** A paper as it was brought. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Read(String name, String type, byte[] content) {}

    /**
     * Opens a paper for whoever may read the case, also while it is examined elsewhere. Who did so
     * is told to the person before it is sent (PRV-05).
     */
    Read read(SignedIn who, UUID id, String code) {
        record Found(UUID person, String title, Read paper) {}
        var found =
                scopes.read(
                        who,
                        scope -> {
                            var admission = store.get(scope, id).orElseThrow(NotFound::new);
                            var brought =
                                    papers.of(id).stream()
                                            .filter(one -> one.code().equals(code))
                                            .findFirst()
                                            .orElseThrow(NotFound::new);
                            var paper = read(scope, brought);
                            return new Found(admission.person(), title(code), paper);
                        });
        var look = Look.of(Kind.VIEW, Level.S2).of(found.title());
        readings.each(who.reader(), look, List.of(found.person()));
        return found.paper();
    }

    private Read read(Scope scope, Brought brought) {
        var lent = files.lend(scope, new FileId(brought.file())).orElseThrow(NotFound::new);
        try (var content = lent.content()) {
            return new Read(brought.name(), lent.file().mediaType(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String title(String code) {
        var paper = catalogue.paper(code);
        return paper == null ? code : paper.title() + "扫描件";
    }

    /** Keeps a paper; one that was brought before stays in the file store. */
    void bring(SignedIn who, UUID id, String code, String name, byte[] content) {
        if (catalogue.paper(code) == null) {
            throw new NotFound();
        }
        var type = type(content);
        scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    if (!actors.writes(who, scope, was.organization())) {
                        throw new NotFound();
                    }
                    var file = new NewFile(was.organization(), name, type, PURPOSE);
                    var kept = files.keep(scope, file, content);
                    papers.add(id, new Brought(code, kept.id().value(), name), by(who));
                    store.touch(id);
                    journal.noted(scope, was, was.organization(), "paper", Map.of("paper", code));
                    return true;
                });
    }

    /** The case goes on elsewhere: what was brought of it goes with it, and is read there alone. */
    void follow(Scope scope, UUID id, UUID organization) {
        for (var brought : papers.of(id)) {
            files.handOver(scope, new FileId(brought.file()), organization);
        }
    }

    private By by(SignedIn who) {
        return new By(who.account(), who.behalf(), who.name(), clock.instant());
    }

    /** What it is, by its first bytes and not by its name. */
    private static String type(byte[] content) {
        if (starts(content, '%', 'P', 'D', 'F')) {
            return "application/pdf";
        }
        if (starts(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        throw new InputRefused("file", "请上传 PDF、JPG 或者 PNG 文件");
    }

    private static boolean starts(byte[] content, int... with) {
        if (content.length < with.length) {
            return false;
        }
        for (var i = 0; i < with.length; i++) {
            if ((content[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
