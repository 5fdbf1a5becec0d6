package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is done with requests, as the journal has it. */
@Component
class RequestJournal {

    static final String KIND = "request";

    private final Journal journal;

    RequestJournal(Journal journal) {
        this.journal = journal;
    }

    void add(Scope scope, Request request, String verb, @Nullable String reason) {
        var ask = request.ask();
        var values = new LinkedHashMap<String, Object>();
        values.put("title", ask.title());
        if (verb.equals("draft")) {
            values.put("document", ask.document());
            values.put("article", ask.article());
            values.put("purpose", ask.purpose());
            values.put("items", ask.items().stream().map(Item::label).toList());
            values.put("frequency", ask.frequency().code());
            values.put("until", ask.lastOn().toString());
            values.put("approver", ask.approver().name());
        }
        if (reason != null) {
            values.put("reason", reason);
        }
        append(scope, request.organization(), "request." + verb, request.id(), scope.day(), values);
    }

    /** An answer is the act of whoever was asked. */
    void answered(
            Scope scope,
            UUID organization,
            UUID request,
            boolean correction,
            LocalDate on,
            Map<String, ?> values) {
        var action = correction ? "request.correct-answer" : "request.answer";
        append(scope, organization, action, request, on, values);
    }

    private void append(
            Scope scope,
            UUID organization,
            String action,
            UUID request,
            LocalDate on,
            Map<String, ?> values) {
        var rules = List.of(RequestReader.GATE.value());
        journal.append(
                scope.actor(), new Act(organization, action, KIND, request, on, rules, values));
    }
}
