package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.member.internal.MemberDirectory.Question;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.PostView;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.AsOf;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;
import org.sunmao.web.Version;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/members")
class MemberController {

    record MemberItem(
            UUID id,
            String name,
            String sex,
            int age,
            String status,
            @Nullable String education,
            Named organization,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn,
            int partyAgeMonths,
            @Nullable String nation,
            @Nullable String jobPost,
            @Nullable String memberClass,
            @Nullable String way,
            boolean floating,
            int version) {}

    record MemberCount(long count) {}

    /**
     * A search by number.
     *
     * @param number a whole citizen number, or a whole mobile number
     * @param organization below which; null for the whole scope
     */
    record NumberSearch(@Nullable String number, @Nullable UUID organization) {}

    private final MemberDirectory directory;
    private final MemberEditor editor;
    private final Searches searches;
    private final Clock clock;

    MemberController(
            MemberDirectory directory, MemberEditor editor, Searches searches, Clock clock) {
        this.directory = directory;
        this.editor = editor;
        this.searches = searches;
        this.clock = clock;
    }

    @Requires(Right.MEMBERS_READ)
    @GetMapping
    Page<MemberItem> list(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject MemberFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var question =
                new Question(
                        organization, q, filter, MemberSort.of(sort), after, PageLimit.of(limit));
        var page = directory.list(who, asOf, question);
        return new Page<>(items(page.items(), asOf), page.next());
    }

    /**
     * Whom a whole number belongs to: it stands in the body, so that no log of addresses has it.
     */
    @Requires(Right.MEMBERS_FIND_BY_NUMBER)
    @PostMapping("/search")
    Page<MemberItem> search(
            SignedIn who, @ParameterObject AsOf asOf, @RequestBody NumberSearch asked) {
        var sought = searches.number(who, asked.number());
        var question =
                new Question(
                        asked.organization(),
                        null,
                        MemberFilter.NONE,
                        MemberSort.NAME,
                        null,
                        PageLimit.of(null));
        return new Page<>(items(directory.find(who, asOf, question, sought), asOf), null);
    }

    private List<MemberItem> items(List<MemberRow> rows, AsOf asOf) {
        var asked = asOf.day();
        var day = asked == null ? LocalDate.now(clock) : asked;
        return rows.stream().map(row -> item(row, day)).toList();
    }

    @Requires(Right.MEMBERS_READ)
    @GetMapping("/count")
    MemberCount count(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject MemberFilter filter) {
        return new MemberCount(directory.count(who, asOf, Question.of(organization, q, filter)));
    }

    @Requires(Right.MEMBERS_READ)
    @GetMapping("/breakdown")
    MemberBreakdown breakdown(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject MemberFilter filter) {
        return directory.breakdown(who, asOf, Question.of(organization, q, filter));
    }

    @Requires({Right.MEMBERS_READ, Right.MEMBER_READ_OWN})
    @GetMapping("/{id}")
    ResponseEntity<MemberCard> get(
            SignedIn who, @PathVariable UUID id, @ParameterObject AsOf asOf) {
        var card = directory.get(who, asOf, id, Look.of(Kind.VIEW, Level.S2));
        return Version.answer(card, card.version());
    }

    @Requires({Right.MEMBERS_READ, Right.MEMBER_READ_OWN})
    @GetMapping("/{id}/history")
    Page<HistoryEntry> history(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return directory.history(who, id, after, PageLimit.of(limit));
    }

    @Requires({Right.MEMBERS_READ, Right.MEMBER_READ_OWN})
    @GetMapping("/{id}/posts")
    Page<PostView> posts(SignedIn who, @PathVariable UUID id, @ParameterObject AsOf asOf) {
        return new Page<>(directory.posts(who, asOf, id), null);
    }

    @Requires(Right.MEMBERS_WRITE)
    @PostMapping
    ResponseEntity<MemberCard> enter(
            SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Map<String, @Nullable Object> entry) {
        var card = editor.enter(who, entry, key);
        return Version.made("/api/members/" + card.id(), card, card.version());
    }

    @Requires(Right.MEMBERS_WRITE)
    @PatchMapping("/{id}")
    ResponseEntity<MemberCard> change(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable UUID answering,
            @RequestBody Map<String, @Nullable Object> change) {
        Version.refuseAsOf(asOf);
        var card = editor.change(who, id, Version.of(ifMatch), change, answering);
        return Version.answer(card, card.version());
    }

    private static MemberItem item(MemberRow row, LocalDate day) {
        var dates = new MemberDates(row.bornOn(), row.joinedOn(), row.fullOn());
        return new MemberItem(
                row.id(),
                row.name(),
                row.sex(),
                dates.age(day),
                row.status(),
                row.education(),
                new Named(row.organization(), row.organizationName()),
                row.joinedOn(),
                row.fullOn(),
                dates.partyAgeMonths(day, row.partyAgeCorrection()),
                row.nation(),
                row.jobPost(),
                row.memberClass(),
                row.way(),
                row.floating(),
                row.version());
    }
}
