package org.sunmao.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.house.Proves;
import org.sunmao.message.internal.Budget.Had;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * AF-10, AF-11: a year, hour by hour, of somebody with much to do, of somebody with little, and of
 * whoever decides for seven hundred branches.
 */
@Proves("R-MS-04")
class DigestYearTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final UUID ACCOUNT = new UUID(0, 1);
    private static final int SOON = 7;

    private final Budget budget = new Budget(20, 8, 60, 6);
    private final Random random = new Random(4108);

    /** A duty of the year; met on a day, or never. */
    private record Chore(UUID id, Outlook outlook, LocalDate met, boolean deciding) {

        boolean stands(LocalDate day) {
            return !outlook.opens().isAfter(day) && met.isAfter(day);
        }
    }

    private record Line(UUID duty, NewsKind kind, LocalDate day) {}

    /** What came of a year. */
    private record Year(List<LocalDateTime> made, List<Line> lines, Map<UUID, LocalDate> reds) {

        long days() {
            return made.stream().map(LocalDateTime::toLocalDate).distinct().count();
        }
    }

    @Test
    void aSecretaryWithFourHundredDutiesIsToldSixtyTimesAtMost() {
        var chores = chores(400);
        var year = live(chores, budget);

        holds(year, 60);
        assertThat(year.made()).hasSizeGreaterThan(40);
        redIsToldInTime(chores, year);
    }

    @Test
    void whoeverHasLittleToDoIsToldOnTheDayItself() {
        var chores = chores(8);
        var year = live(chores, budget);

        holds(year, 60);
        for (var chore : chores) {
            assertThat(year.lines())
                    .contains(new Line(chore.id(), NewsKind.OPENED, chore.outlook().opens()));
        }
    }

    @Test
    void whoeverHasNothingToDoIsToldNothing() {
        assertThat(live(List.of(), budget).made()).isEmpty();
    }

    @Test
    void whoeverDecidesForSevenHundredBranchesIsToldSixtyTimesAtMost() {
        var waiting = new ArrayList<>(chores(10));
        for (var branch = 0; branch < 700; branch++) {
            waiting.add(waiting());
        }
        var year = live(waiting, budget);

        holds(year, 60);
        assertThat(year.lines().stream().filter(line -> line.kind() == NewsKind.DECISION))
                .hasSizeGreaterThan(300);
    }

    @Test
    void aMemberWouldBeToldTwelveTimesAtMost() {
        holds(live(chores(200), new Budget(20, 8, 12, 6)), 12);
    }

    /** At most so many, one a day at most, by day only, and nothing twice. */
    private void holds(Year year, int most) {
        assertThat(year.made()).hasSizeLessThanOrEqualTo(most);
        assertThat(year.days()).isEqualTo(year.made().size());
        assertThat(year.made()).noneMatch(at -> at.getHour() < 8 || at.getHour() >= 20);
        var once = new HashSet<List<Object>>();
        assertThat(year.lines())
                .allSatisfy(
                        line -> assertThat(once.add(List.of(line.duty(), line.kind()))).isTrue());
    }

    /** In the first digest that was made from the day on which it became red. */
    private static void redIsToldInTime(List<Chore> chores, Year year) {
        for (var chore : chores) {
            var red = chore.outlook().red();
            var next =
                    year.made().stream()
                            .map(LocalDateTime::toLocalDate)
                            .filter(day -> !day.isBefore(red))
                            .findFirst();
            if (next.isPresent() && chore.stands(next.get())) {
                assertThat(year.reds()).containsEntry(chore.id(), next.get());
            }
        }
    }

    private Year live(List<Chore> chores, Budget allowed) {
        var year = new Year(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        var told = new HashMap<UUID, Told>();
        for (var now = FIRST.atStartOfDay(); now.getYear() == 2026; now = now.plusHours(1)) {
            var day = now.toLocalDate();
            var items = chores.stream().flatMap(chore -> item(chore, day, told).stream()).toList();
            var draft = Draft.of(items, allowed, had(year, day), now, SOON);
            if (draft.isPresent()) {
                year.made().add(now);
                for (var item : draft.get().items()) {
                    told.put(item.duty(), new Told(day, item.gravest()));
                    year.lines().add(new Line(item.duty(), item.kind(), day));
                    if (item.kind() == NewsKind.RED) {
                        year.reds().put(item.duty(), day);
                    }
                }
            }
        }
        return year;
    }

    private static List<Item> item(Chore chore, LocalDate day, Map<UUID, Told> told) {
        if (!chore.stands(day)) {
            return List.of();
        }
        var outlook = chore.outlook();
        @Nullable Told before = told.get(chore.id());
        if (chore.deciding()) {
            var kind = NewsKind.DECISION;
            return before == null
                    ? List.of(new Item(ACCOUNT, chore.id(), true, outlook.due(), kind, kind))
                    : List.of();
        }
        return outlook.news(day, before).stream()
                .map(
                        kind ->
                                new Item(
                                        ACCOUNT,
                                        chore.id(),
                                        false,
                                        outlook.due(),
                                        kind,
                                        outlook.gravest(day)))
                .toList();
    }

    private static Had had(Year year, LocalDate day) {
        var month = day.getMonth();
        return new Had(
                year.made().size(),
                (int) year.made().stream().filter(at -> at.getMonth() == month).count(),
                year.made().stream().anyMatch(at -> at.toLocalDate().equals(day)));
    }

    /** Opening all over the year; most are met in time, some late, some never. */
    private List<Chore> chores(int count) {
        var chores = new ArrayList<Chore>();
        for (var i = 0; i < count; i++) {
            var opens = FIRST.plusDays(random.nextInt(330));
            var due = opens.plusDays(10 + random.nextInt(50));
            var met = random.nextInt(10) == 0 ? LocalDate.MAX : opens.plusDays(random.nextInt(90));
            var outlook =
                    new Outlook(false, opens, due, due.plusDays(1), due.plusDays(30), List.of());
            chores.add(new Chore(new UUID(1, i), outlook, met, false));
        }
        return chores;
    }

    /** Something that waits for a decision, until it is taken some days later. */
    private Chore waiting() {
        var said = FIRST.plusDays(random.nextInt(360));
        var never = LocalDate.MAX;
        var outlook = new Outlook(false, said, said.plusDays(30), never, never, List.of());
        var id = new UUID(2, random.nextLong());
        return new Chore(id, outlook, said.plusDays(5 + random.nextInt(20)), true);
    }
}
