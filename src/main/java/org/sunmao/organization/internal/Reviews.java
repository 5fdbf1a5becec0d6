package org.sunmao.organization.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.NewReview;
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

    private static final String SYSTEM = "系统";

    private final Scopes scopes;
    private final ReviewStore store;
    private final PostHomes homes;
    private final OrganizationStore organizations;
    private final Absences absences;
    private final FieldReader reader;
    private final Receipts receipts;
    private final Journal journal;
    private final Codes codes;
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
            Codes codes,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.homes = homes;
        this.organizations = organizations;
        this.absences = absences;
        this.reader = reader;
        this.receipts = receipts;
        this.journal = journal;
        this.codes = codes;
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
                    return find(scope, made);
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
        journal.append(scope.actor(), act("organization.review", null, review));
        return review.id();
    }

    /** Enters those of before, by the system itself. */
    void enter(Scope scope, List<NewReview> entered) {
        var acts = new ArrayList<Act>();
        for (var one : entered) {
            var review =
                    new Review(
                            UuidCreator.getTimeOrderedEpoch(),
                            one.organization().value(),
                            one.on(),
                            one.result(),
                            one.note(),
                            SYSTEM,
                            clock.instant(),
                            null);
            store.add(review, null);
            acts.add(act("organization.review", null, review));
        }
        journal.append(scope.actor(), acts);
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
    Review withdraw(SignedIn who, UUID id, Map<String, @Nullable Object> sent) {
        return scopes.write(
                who,
                scope -> {
                    var organization = find(scope, id).organization();
                    homes.lock(scope, organization);
                    var values = reader.entry(sent, ReviewFields.WITHDRAWN).values();
                    var before = find(scope, id);
                    if (!before.counts()) {
                        throw new InputRefused("/reason", "这次检查已经撤回，不用再撤回");
                    }
                    var reason = String.valueOf(values.get(ReviewFields.REASON.name()));
                    store.withdraw(id, new Withdrawal(who.name(), clock.instant(), reason));
                    var after = find(scope, id);
                    journal.append(
                            scope.actor(), act("organization.review-withdraw", before, after));
                    return after;
                });
    }

    private Review find(Scope scope, UUID id) {
        return store.get(scope, id).orElseThrow(NotFound::new);
    }

    private Act act(String action, @Nullable Review before, Review after) {
        var organization = after.organization();
        var values = Map.of("review", after.id(), "before", told(before), "after", told(after));
        return new Act(
                organization,
                action,
                "organization",
                organization,
                after.on(),
                List.of(Kinds.TEMPORARY_BRANCH.value()),
                values);
    }

    private Map<String, @Nullable String> told(@Nullable Review review) {
        return Collections.singletonMap(
                OrganizationFields.REVIEW.name(), review == null ? null : words(review));
    }

    /** 2026-05-01 检查：任务还没有完成，继续保留. */
    private String words(Review review) {
        var note = review.note() == null ? "" : "。" + review.note();
        var withdrawn = review.withdrawn();
        var gone = withdrawn == null ? "" : "（已撤回：" + withdrawn.reason() + "）";
        return review.on()
                + " 检查："
                + codes.label(CodeTable.REVIEW_RESULT, review.result())
                + note
                + gone;
    }

    private static @Nullable Behind behind(@Nullable String after) {
        var values = PageKey.read(after, 2);
        return values == null
                ? null
                : new Behind(PageKey.day(values.getFirst()), PageKey.uuid(values.getLast()));
    }
}
