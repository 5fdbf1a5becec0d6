package org.sunmao.admission.internal;

import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Catalogue.Actor;
import org.sunmao.admission.internal.Catalogue.PaperKind;
import org.sunmao.document.Documents;
import org.sunmao.document.Paper;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Prints of a case: its papers, filled as far as it is known, and its map. Who prints what of whom
 * is written down; a person prints their own map and the papers they write themselves.
 */
@Service
class AdmissionPrinting {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String MAP = "入党进程";

    /** A print as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Printed(String name, byte[] content) {}

    private record Composed(UUID person, String name, Paper paper) {}

    private final Scopes scopes;
    private final AdmissionStore store;
    private final AdmissionViews views;
    private final AdmissionForms forms;
    private final Catalogue catalogue;
    private final Documents documents;
    private final Readings readings;
    private final Clock clock;

    AdmissionPrinting(
            Scopes scopes,
            AdmissionStore store,
            AdmissionViews views,
            AdmissionForms forms,
            Catalogue catalogue,
            Documents documents,
            Readings readings,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.views = views;
        this.forms = forms;
        this.catalogue = catalogue;
        this.documents = documents;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * One of the papers D01 to D29.
     *
     * @param own whether whoever asks prints it in their own matter
     */
    Printed paper(SignedIn who, UUID id, String code, boolean own) {
        var paper = catalogue.paper(code);
        if (paper == null || !paper.printed() || (own && !personal(paper))) {
            throw new NotFound();
        }
        var composed =
                scopes.read(
                        who,
                        scope -> {
                            var admission = admission(who, scope, id, own);
                            var filled = forms.fill(scope, admission, paper, own, told(who));
                            return new Composed(admission.person(), filled.name(), filled);
                        });
        return print(who, composed, paper.title(), "admission/" + code);
    }

    /** The papers that a person writes. */
    private boolean personal(PaperKind paper) {
        return catalogue.entries().stream()
                .anyMatch(entry -> entry.by() == Actor.PERSON && entry.papers().contains(paper));
    }

    Printed map(SignedIn who, UUID id, boolean own) {
        var composed =
                scopes.read(
                        who,
                        scope -> {
                            var admission = admission(who, scope, id, own);
                            var view = views.of(who, scope, admission);
                            var scheme = catalogue.scheme(scope.day(), admission.organization());
                            var map = AdmissionMapPaper.of(view, scheme, told(who));
                            return new Composed(admission.person(), map.name(), map);
                        });
        return print(who, composed, MAP, "admission/map");
    }

    private Admission admission(SignedIn who, Scope scope, UUID id, boolean own) {
        return store.get(scope, id)
                .filter(one -> !own || one.person().equals(who.member()))
                .orElseThrow(NotFound::new);
    }

    /** Set outside of any transaction, and told before it is sent. */
    private Printed print(SignedIn who, Composed composed, String title, String template) {
        var content = documents.pdf(template, composed.paper());
        var look = Look.of(Kind.PRINT, Level.S2).of(title);
        readings.each(who.reader(), look, List.of(composed.person()));
        return new Printed(title + "（" + composed.name() + "）.pdf", content);
    }

    private String told(SignedIn who) {
        var time = TIME.withZone(clock.getZone()).format(clock.instant());
        return "由" + who.name() + "于 " + time + " 打印";
    }
}
