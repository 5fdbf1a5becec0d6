package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.MemberDirectory.Question;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.time.Clock;
import java.time.LocalDate;
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
            int version) {}

    record MemberCount(long count) {}

    private final MemberDirectory directory;
    private final Clock clock;

    MemberController(MemberDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Requires(Right.MEMBERS_READ)
    @GetMapping
    Page<MemberItem> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var question =
                new Question(organization, q, MemberSort.of(sort), after, PageLimit.of(limit));
        var page = directory.list(who, question);
        var today = LocalDate.now(clock);
        return new Page<>(page.items().stream().map(row -> item(row, today)).toList(), page.next());
    }

    @Requires(Right.MEMBERS_READ)
    @GetMapping("/count")
    MemberCount count(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String q) {
        return new MemberCount(directory.count(who, organization, q));
    }

    @Requires({Right.MEMBERS_READ, Right.MEMBER_READ_OWN})
    @GetMapping("/{id}")
    MemberCard get(SignedIn who, @PathVariable UUID id) {
        return directory.get(who, id);
    }

    private static MemberItem item(MemberRow row, LocalDate today) {
        var dates = new MemberDates(row.bornOn(), row.joinedOn(), null);
        return new MemberItem(
                row.id(),
                row.name(),
                row.sex(),
                dates.age(today),
                row.status(),
                row.education(),
                new Named(row.organization(), row.organizationName()),
                row.joinedOn(),
                row.version());
    }
}
