package org.sunmao.request.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Officers;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.request.internal.Request.Ask;
import org.sunmao.request.internal.Request.Officer;
import org.sunmao.request.internal.RequestReader.Read;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Judges a wish by what the platform holds and by the rules, and tells everything at once. */
@Component
class RequestChecks {

    static final RuleId HELD = new RuleId("AF-07");
    static final RuleId BANS = new RuleId("R-GEN-04");

    private final RequestReader reader;
    private final Known known;
    private final TargetStore targets;
    private final Burdens burdens;
    private final Officers officers;
    private final Tree tree;
    private final Rulebook rulebook;

    RequestChecks(
            RequestReader reader,
            Known known,
            TargetStore targets,
            Burdens burdens,
            Officers officers,
            Tree tree,
            Rulebook rulebook) {
        this.reader = reader;
        this.known = known;
        this.targets = targets;
        this.burdens = burdens;
        this.officers = officers;
        this.tree = tree;
        this.rulebook = rulebook;
    }

    /**
     * What came of it.
     *
     * @param ask null where anything is missing or refused
     * @param burden null as long as it cannot be counted
     */
    record Judged(
            UUID organization,
            @Nullable Ask ask,
            List<RequestFault> faults,
            @Nullable Burden burden) {}

    Judged judge(SignedIn who, Scope scope, RequestWish sent) {
        var organization = sent.organization() == null ? who.organization() : sent.organization();
        if (organization == null) {
            throw new NotFound();
        }
        var path = path(scope, organization);
        var read = reader.read(organization, sent, scope.day());
        var faults = new ArrayList<>(read.faults());
        checkTitle(read.title(), faults);
        for (var i = 0; i < read.items().size(); i++) {
            var item = read.items().get(i);
            if (item != null) {
                check(item, "items/" + i + "/label", read.title(), faults);
            }
        }
        var burden = burden(scope, path, read, faults);
        var approver = approver(who, scope, read, faults);
        var ask = faults.isEmpty() ? ask(read, requireNonNull(approver)) : null;
        return new Judged(organization, ask, faults, burden);
    }

    /** The path of an organization of the scope: of others nothing is known. */
    private String path(Scope scope, UUID organization) {
        return tree.path(organization, scope.day())
                .filter(path -> scope.everything() || scope.subtree().contains(path))
                .orElseThrow(NotFound::new);
    }

    private void checkTitle(@Nullable String title, List<RequestFault> faults) {
        if (title != null) {
            known.forbidden(title).ifPresent(ban -> faults.add(banned("title", ban)));
        }
    }

    private void check(
            Item item, String pointer, @Nullable String title, List<RequestFault> faults) {
        var ban = known.forbidden(item.label());
        if (ban.isPresent()) {
            faults.add(banned(pointer, ban.get()));
            return;
        }
        known.find(item.label(), title == null ? "" : title)
                .ifPresent(
                        found ->
                                faults.add(
                                        new RequestFault(
                                                pointer,
                                                "“%s”平台已经有了，在“%s”里查看，不要再让下级填报"
                                                        .formatted(
                                                                found.label(),
                                                                found.place().name()),
                                                HELD,
                                                found.place())));
    }

    private static RequestFault banned(String pointer, String ban) {
        return new RequestFault(pointer, ban + "，请去掉这一项", BANS, null);
    }

    private @Nullable Burden burden(
            Scope scope, String path, Read read, List<RequestFault> faults) {
        var top = read.top();
        if (top == null) {
            return null;
        }
        var below = path(scope, top);
        if (!below.startsWith(path)) {
            faults.add(new RequestFault("target", "只能向下级党组织提出要求", null, null));
            return null;
        }
        var meant =
                new TargetStore.Meant(
                        read.organization(), Subtree.below(below), read.kinds(), scope.day());
        var organizations = targets.count(meant);
        if (organizations == 0) {
            faults.add(new RequestFault("target", "这个范围里没有这样的下级党组织，请重新选择", null, null));
        }
        var until = read.until();
        var minutes = read.minutes();
        var days = read.days();
        var frequency = read.frequency();
        if (until == null || minutes == null || days == null || frequency == null || days < 1) {
            return null;
        }
        if (until.isAfter(read.from().plusYears(2))) {
            return null;
        }
        var periods = Period.of(frequency, read.from(), until, days);
        return burdens.of(new UUID(0, 0), top, meant, organizations, periods, minutes);
    }

    private @Nullable Officer approver(
            SignedIn who, Scope scope, Read read, List<RequestFault> faults) {
        var named = read.approver();
        if (named == null) {
            return null;
        }
        if (named.equals(who.account()) || named.equals(who.behalf())) {
            faults.add(new RequestFault("approver", "批准人不能是提出人自己，请另选一位", RequestReader.GATE, null));
            return null;
        }
        var officer =
                officers.who(Right.REQUESTS_APPROVE, read.organization(), scope.day()).stream()
                        .filter(one -> one.account().equals(named))
                        .findFirst();
        if (officer.isEmpty()) {
            throw new InputRefused("approver", "这位不能批准本级的要求，请另选一位");
        }
        return new Officer(officer.get().account(), officer.get().name());
    }

    private static Ask ask(Read read, Officer approver) {
        return new Ask(
                requireNonNull(read.title()),
                requireNonNull(read.document()),
                requireNonNull(read.article()),
                requireNonNull(read.purpose()),
                read.items().stream().map(Objects::requireNonNull).toList(),
                requireNonNull(read.frequency()),
                read.from(),
                requireNonNull(read.days()),
                requireNonNull(read.until()),
                requireNonNull(read.minutes()),
                requireNonNull(read.top()),
                read.kinds(),
                approver);
    }

    /** Refuses what has faults: first what cannot be understood, then rule by rule. */
    Ask pass(Scope scope, Judged judged) {
        if (judged.ask() != null) {
            return judged.ask();
        }
        var faults = judged.faults();
        var places = faults.stream().filter(fault -> fault.rule() == null).toList();
        if (!places.isEmpty()) {
            throw new InputRefused(
                    places.stream()
                            .map(fault -> new InputRefused.Place(fault.pointer(), fault.says()))
                            .toList());
        }
        var rule = requireNonNull(faults.getFirst().rule());
        var same = faults.stream().filter(fault -> rule.equals(fault.rule())).toList();
        throw new RuleRefused(
                rulebook.rule(rule, scope.day(), judged.organization()),
                same.stream().map(RequestFault::says).distinct().collect(Collectors.joining("；")),
                same.stream().map(RequestFault::pointer).toArray(String[]::new));
    }
}
