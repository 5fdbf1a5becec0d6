package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.document.Documents;
import org.sunmao.file.FileId;
import org.sunmao.file.Files;
import org.sunmao.file.NewFile;
import org.sunmao.organization.internal.ChangeDocuments.Kind;
import org.sunmao.organization.internal.ChangePaper.Move;
import org.sunmao.organization.internal.ChangePaperStore.Settled;
import org.sunmao.web.NotFound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Prints the papers of changes: a draft as things stand; a final one once, and from then on the
 * same file. Of a list of members everybody reads those whom their own organizations let go.
 */
@Service
class ChangePrinting {

    private static final String PURPOSE = "change.paper";

    /** A paper as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Printed(String name, byte[] content) {}

    /** What is to be printed; a whole final paper is kept, with whoever decided. */
    private record Wanted(
            Kind kind,
            String title,
            UUID organization,
            ChangePaper says,
            @Nullable UUID file,
            boolean kept) {}

    private final Scopes scopes;
    private final ChangeStore changes;
    private final ChangeCases cases;
    private final ChangeSurvey survey;
    private final ChangePapers papers;
    private final ChangePaperStore store;
    private final Documents documents;
    private final Files files;

    ChangePrinting(
            Scopes scopes,
            ChangeStore changes,
            ChangeCases cases,
            ChangeSurvey survey,
            ChangePapers papers,
            ChangePaperStore store,
            Documents documents,
            Files files) {
        this.scopes = scopes;
        this.changes = changes;
        this.cases = cases;
        this.survey = survey;
        this.papers = papers;
        this.store = store;
        this.documents = documents;
        this.files = files;
    }

    Printed print(SignedIn who, UUID id, String code) {
        var wanted = scopes.read(who, scope -> wanted(scope, id, code));
        var name = wanted.title() + ".pdf";
        var file = wanted.file();
        if (file != null) {
            return new Printed(name, read(file));
        }
        var content = documents.pdf(wanted.kind().template(), wanted.says());
        if (wanted.kept()) {
            keep(id, wanted, name, content);
        }
        return new Printed(name, content);
    }

    private Wanted wanted(Scope scope, UUID id, String code) {
        var change = changes.get(scope, id).orElseThrow(NotFound::new);
        var steps = cases.steps(change);
        var kind =
                ChangeDocuments.kinds(steps).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var title = change.title() + "（" + kind.title() + "）";
        var settled = store.get(id, code).orElse(null);
        var says = settled == null ? draft(scope, change) : settled.says();
        var own = within(scope, says);
        var whole = own.moves().size() == says.moves().size();
        return new Wanted(
                kind,
                title,
                papers.house(change, steps).approver().id(),
                own,
                whole ? file(settled) : null,
                whole && settled != null);
    }

    private static @Nullable UUID file(@Nullable Settled settled) {
        return settled == null ? null : settled.file();
    }

    private ChangePaper draft(Scope scope, ChangeRecord change) {
        var examined = cases.examine(change, scope.day());
        return papers.compose(examined, change.passed(), true);
    }

    private ChangePaper within(Scope scope, ChangePaper says) {
        var sources = says.moves().stream().map(Move::source).collect(Collectors.toSet());
        var within = survey.everWithin(scope, sources);
        return says.with(
                says.moves().stream().filter(move -> within.contains(move.source())).toList());
    }

    /** Read on behalf of whoever may read the change, wherever its file lies. */
    private byte[] read(UUID file) {
        return scopes.system(
                PURPOSE,
                scope -> {
                    try (var content = files.open(scope, new FileId(file))) {
                        return content.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void keep(UUID id, Wanted wanted, String name, byte[] content) {
        scopes.system(
                PURPOSE,
                scope -> {
                    var purpose = "change." + wanted.kind().code();
                    var file = new NewFile(wanted.organization(), name, "application/pdf", purpose);
                    var kept = files.keep(scope, file, content);
                    return store.printed(id, wanted.kind().code(), kept.id().value());
                });
    }
}
