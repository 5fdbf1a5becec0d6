package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.organization.People.Person;
import org.sunmao.organization.internal.PostRules.Home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every sequence of appointments, against a calendar that is filled in day by day. */
class PostRulesPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 20;
    private static final UUID HERE = UUID.randomUUID();
    private static final Home HOME = new Home("branch", "village", FIRST);
    private static final List<UUID> PEOPLE =
            List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final List<PostKind> KINDS =
            List.of(
                    PostKind.SECRETARY,
                    PostKind.COMMITTEE_MEMBER,
                    PostKind.GOOSE_WILD,
                    PostKind.GOOSE_YOUNG);

    /** Somebody is to hold a post from one day until before another. */
    record Wish(int who, PostKind kind, int from, int to) {}

    @Property(tries = 2000)
    void aPostIsAcceptedIfAndOnlyIfTheCalendarHasRoomForIt(@ForAll("wishes") List<Wish> wishes) {
        var held = new ArrayList<Post>();
        var calendar = new HashMap<String, List<Wish>>();
        for (var wish : wishes) {
            var post = post(wish);
            var accepted = PostRules.refused(post, HOME, person(wish), held).isEmpty();

            assertThat(accepted).as("%s after %s", wish, held).isEqualTo(room(calendar, wish));
            if (accepted) {
                held.add(post);
                for (var day = wish.from(); day < wish.to(); day++) {
                    calendar.computeIfAbsent("day" + day, _ -> new ArrayList<>()).add(wish);
                }
            }
        }
    }

    private static boolean room(Map<String, List<Wish>> calendar, Wish wish) {
        if (wish.from() >= wish.to()) {
            return false;
        }
        for (var day = wish.from(); day < wish.to(); day++) {
            for (var other : calendar.getOrDefault("day" + day, List.of())) {
                var same = other.who() == wish.who();
                var labels = label(other) && label(wish);
                var kind = other.kind() == wish.kind();
                if ((kind && (same || wish.kind() == PostKind.SECRETARY)) || (same && labels)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean label(Wish wish) {
        return wish.kind().group() == PostKind.Group.LABEL;
    }

    private static Post post(Wish wish) {
        return new Post(
                UUID.randomUUID(),
                0,
                HERE,
                wish.kind(),
                PEOPLE.get(wish.who()),
                "某人" + wish.who(),
                "elected",
                FIRST.plusDays(wish.from()),
                FIRST.plusDays(wish.to()),
                null,
                null,
                null);
    }

    private static Person person(Wish wish) {
        var before = FIRST.minusYears(9);
        return new Person(PEOPLE.get(wish.who()), "某人" + wish.who(), before, before.plusYears(1));
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        var days = Arbitraries.integers().between(0, DAYS);
        var people = Arbitraries.integers().between(0, PEOPLE.size() - 1);
        return Combinators.combine(people, Arbitraries.of(KINDS), days, days)
                .as(Wish::new)
                .list()
                .ofMaxSize(12);
    }
}
