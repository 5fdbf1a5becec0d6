package org.sunmao.audit.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Accounts;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.audit.internal.Naming.Names;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Trail;
import org.sunmao.journal.Trail.Question;
import org.sunmao.journal.TrailLine;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The log for those who audit it, and the alarms for those who keep the house safe. */
@Service
class AuditLog {

    private static final String READING = "audit";

    /** How a subject is called by its kind, where it has no name of its own that may be shown. */
    private static final Map<String, String> KINDS =
            Map.of(
                    "member", "党员",
                    "organization", "党组织",
                    "body", "单位",
                    "account", "账号",
                    "change", "机构变更",
                    "export", "导出",
                    "import", "导入",
                    "file", "文件",
                    "journal", "日志");

    private static final int DIGITS = 8;

    private final Scopes scopes;
    private final Trail trail;
    private final Naming naming;
    private final Actions actions;
    private final Accounts accounts;
    private final Journal journal;
    private final Clock clock;

    AuditLog(
            Scopes scopes,
            Trail trail,
            Naming naming,
            Actions actions,
            Accounts accounts,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.trail = trail;
        this.naming = naming;
        this.actions = actions;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    Question question(AuditFilter filter) {
        return filter.question(accounts::named, clock.getZone());
    }

    Page<AuditItem> list(Question question, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        return scopes.system(
                READING,
                _ -> {
                    var lines = trail.lines(question, behind, limit + 1);
                    var page = Page.of(lines, limit, line -> List.of(line.id().toString()));
                    return new Page<>(items(page.items()), page.next());
                });
    }

    /** Lines for a file, part by part. */
    List<AuditItem> part(Question question, @Nullable UUID behind, int limit) {
        return scopes.system(READING, _ -> items(trail.lines(question, behind, limit)));
    }

    /** What security administrators are told of: nothing else of the log (SEC-16). */
    Page<AuditItem> alarms(@Nullable String after, int limit) {
        var question =
                new Question(Set.of("entry", "event"), null, Actions.ALARMS, null, null, null);
        return list(question, after, limit);
    }

    Trail.State state() {
        return scopes.system(READING, _ -> trail.state());
    }

    /** That the log was taken out stands in the log. */
    void tellExport(SignedIn who, Map<String, ?> told) {
        scopes.system(
                READING,
                scope -> {
                    var rules = List.<String>of();
                    journal.append(
                            who.actor(),
                            new Act(
                                    null,
                                    "audit.export",
                                    "journal",
                                    null,
                                    LocalDate.now(clock),
                                    rules,
                                    told));
                    return scope;
                });
    }

    private List<AuditItem> items(List<TrailLine> lines) {
        var people =
                lines.stream()
                        .flatMap(l -> Stream.of(l.account(), l.behalf(), ofKind(l, "account")));
        var units =
                lines.stream().flatMap(l -> Stream.of(l.organization(), ofKind(l, "organization")));
        var names = naming.of(people.toList(), units.toList());
        return lines.stream().map(line -> item(line, names)).toList();
    }

    private static @Nullable UUID ofKind(TrailLine line, String kind) {
        return kind.equals(line.subjectKind()) ? line.subject() : null;
    }

    private AuditItem item(TrailLine line, Names names) {
        return new AuditItem(
                line.id(),
                line.log(),
                line.at(),
                names.account(line.account()),
                names.account(line.behalf()),
                Naming.post(line.post()),
                names.organization(line.organization()),
                line.organization(),
                line.action(),
                actions.label(line.action()),
                subject(line, names),
                line.count(),
                line.level(),
                line.what(),
                line.reason(),
                line.rules(),
                line.source(),
                line.request(),
                line.sealed());
    }

    private static @Nullable String subject(TrailLine line, Names names) {
        var id = line.subject();
        var kind = line.subjectKind();
        if (id == null || kind == null) {
            return null;
        }
        var label = KINDS.getOrDefault(kind, "记录");
        var name =
                switch (kind) {
                    case "account" -> names.account(id);
                    case "organization" -> names.organization(id);
                    default -> null;
                };
        var text = id.toString();
        return label + " " + (name == null ? text.substring(text.length() - DIGITS) : name);
    }
}
