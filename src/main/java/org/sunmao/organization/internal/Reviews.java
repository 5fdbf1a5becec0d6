package org.sunmao.organization.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.organization.internal.Review.Withdrawal;
import org.sunmao.organization.internal.ReviewStore.Behind;
import org.sunmao.register.FieldReader;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Looking at whether a temporary branch is still needed (R-BR-07): what was found, entered with its
 * own day, and withdrawn with a reason where it was wrong.
 */
@Service
class Reviews {

    /** What is made, for receipts. */
    private static final String MADE = "review";

    private final Scopes scopes;
    private final ReviewStore store;
    private final PostHomes homes;
    private final OrganizationStore organizations;
    private final Absences absences;
    private final FieldReader reader;
    private final Receipts receipts;
    private final Journal journal;
    private final Clock clock;

    Reviews(
            Scopes scopes,
            ReviewStore store,
            PostHomes homes,
            OrganizationStore organizations,
            Absences absences,
            FieldReader reader,
            Receipts receipts,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.homes = homes;
        this.organizations = organizations;
        this.absences = absences;
        this.reader = reader;
        this.receipts = receipts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those of one organization on a day, the newest first, withdrawn ones among them. */
    Page<Review> of(SignedIn who, AsOf asOf, UUID organization, @Nullable String after, int limit) {
        var behind = behind(after);
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    if (organizations.get(scope, organization).isEmpty()) {
                        throw absences.of(who, scope, organization);
                    }
                    var rows = store.of(organization, behind, limit + 1);
                    return Page.of(
                            rows, limit, row -> List.of(row.on().toString(), row.id().toString()));
                });
    }

    /** Enters what was found; under a key that was used before, shows what was made then. */
    Review enter(
            SignedIn who,
            UUID organization,
            @Nullable UUID key,
            Map<String, @Nullable Object> sent) {
        var values = reader.entry(sent, ReviewFields.ENTERED).values();
        return scopes.write(
                who,
                scope -> {
                    var made =
                            receipts.once(
                                    who, MADE, key, () -> enter(who, scope, organization, values));
                    return find(organization, made);
                });
    }

    private UUID enter(
            SignedIn who, Scope scope, UUID organization, Map<String, @Nullable Object> values) {
        var home = homes.lock(scope, organization);
        var on = (LocalDate) Objects.requireNonNull(values.get(ReviewFields.ON.name()));
        homes.refuse(scope, refused(home, organization, on));
        var review =
                new Review(
                        UuidCreator.getTimeOrderedEpoch(),
                        organization,
                        on,
                        String.valueOf(values.get(ReviewFields.RESULT.name())),
                        PostFields.text(values, ReviewFields.NOTE),
                        who.name(),
                        clock.instant(),
                        null);
        store.add(review, who.account());
        tell(scope, "organization.review", review, null, review);
        return review.id();
    }

    private List<Refused> refused(Home home, UUID organization, LocalDate on) {
        var refused = new ArrayList<Refused>();
        if (!home.kind().equals(Kinds.TEMPORARY)) {
            refused.add(
                    new Refused(Kinds.TEMPORARY_BRANCH, "on", "只有临时党支部定期检查是否保留；别的党组织要调整的，请办理变更"));
        } else if (on.isBefore(home.establishedOn())) {
            refused.add(
                    new Refused(null, "on", "这个党组织 " + home.establishedOn() + " 成立，检查不能在更早的一天"));
        } else if (store.standsOn(organization, on)) {
            refused.add(new Refused(null, "on", on + " 的检查已经登记；登记错了的，请先撤回"));
        }
        return refused;
    }

    /** It was entered in error: it stays, and counts no more. */
    Review withdraw(SignedIn who, UUID organization, UUID id, Map<String, @Nullable Object> sent) {
        var values = reader.entry(sent, ReviewFields.WITHDRAWN).values();
        var reason = String.valueOf(values.get(ReviewFields.REASON.name()));
        return scopes.write(
                who,
                scope -> {
                    homes.lock(scope, organization);
                    var before = find(organization, id);
                    if (!before.counts()) {
                        throw new InputRefused("/reason", "这次检查已经撤回，不用再撤回");
                    }
                    store.withdraw(id, new Withdrawal(who.name(), clock.instant(), reason));
                    var after = find(organization, id);
                    tell(scope, "organization.review-withdraw", after, before, after);
                    return after;
                });
    }

    private Review find(UUID organization, UUID id) {
        return store.get(organization, id).orElseThrow(NotFound::new);
    }

    private void tell(
            Scope scope, String action, Review review, @Nullable Review before, Review after) {
        var organization = review.organization();
        var values = Map.of("review", review.id(), "before", told(before), "after", told(after));
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        action,
                        "organization",
                        organization,
                        review.on(),
                        List.of(Kinds.TEMPORARY_BRANCH.value()),
                        values));
    }

    private static Map<String, @Nullable String> told(@Nullable Review review) {
        return Collections.singletonMap(
                OrganizationFields.REVIEW.name(), review == null ? null : words(review));
    }

    /** 2026-05-01 检查：任务还没有完成，继续保留. */
    private static String words(Review review) {
        var note = review.note() == null ? "" : "。" + review.note();
        var withdrawn = review.withdrawn();
        var gone = withdrawn == null ? "" : "（已撤回：" + withdrawn.reason() + "）";
        return review.on() + " 检查：" + ReviewFields.RESULTS.get(review.result()) + note + gone;
    }

    private static @Nullable Behind behind(@Nullable String after) {
        var values = PageKey.read(after, 2);
        return values == null
                ? null
                : new Behind(PageKey.day(values.getFirst()), PageKey.uuid(values.getLast()));
    }
}
