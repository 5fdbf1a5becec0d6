package org.sunmao.tally.internal;

import org.sunmao.house.Caller;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Some years of a county: people of all kinds come, change and move; bodies, too. */
final class LivedYears {

    private static final int PEOPLE = 24;
    private static final int CHANGES = 40;

    private final Village village;
    private final Caller officer;
    private final County county;
    private final Random random;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<UUID> branches;
    private final List<UUID> people = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();

    LivedYears(Village village, Caller officer, County county, Random random) {
        this.village = village;
        this.officer = officer;
        this.county = county;
        this.random = random;
        this.branches =
                county.townships().stream()
                        .flatMap(township -> township.branches().stream())
                        .map(Village.Branch::id)
                        .toList();
    }

    /** Days on which something had just happened, and some to come and long past. */
    List<LocalDate> days() {
        return List.of(
                days.get(days.size() / 2),
                today,
                days.getFirst().minusDays(1),
                LocalDate.of(2004, 2, 29),
                LocalDate.of(today.getYear() + 1, 12, 31));
    }

    void live() {
        for (var i = 0; i < PEOPLE; i++) {
            people.add(come());
        }
        for (var i = 0; i < CHANGES; i++) {
            change(people.get(random.nextInt(people.size())));
        }
        for (var i = 0; i < 6; i++) {
            found();
        }
        days.sort(null);
    }

    private UUID come() {
        var bornOn = today.minusDays(365L * 19 + random.nextInt(365 * 70));
        var youngest = bornOn.plusYears(18);
        var span = (int) (today.toEpochDay() - youngest.toEpochDay());
        var joinedOn = random.nextInt(4) == 0 ? today.minusDays(random.nextInt(200)) : youngest;
        var joined = joinedOn.isAfter(youngest) ? joinedOn : youngest.plusDays(span / 3);
        var full = joined.plusYears(1).isAfter(today) ? null : joined.plusYears(1);
        return village.enter(
                Village.someone(branches.get(random.nextInt(4)), "来人", bornOn, joined, full));
    }

    private void change(UUID member) {
        var sent = new HashMap<String, Object>();
        var day = today.minusDays(random.nextInt(700));
        sent.put("effectiveOn", day);
        sent.put(any("education"), any("11", "21", "31", "41", "61", "71", "81", "90"));
        sent.put("nation", any("01", "03", "05", "11"));
        sent.put("jobPost", any("011", "016", "0164", "021", "1", "2", "3", "4", "5"));
        if (random.nextInt(3) == 0) {
            sent.put("sex", "2");
        }
        if (random.nextInt(3) == 0) {
            sent.put("organization", branches.get(random.nextInt(4)));
        }
        var version = officer.get("/api/members/" + member).json().get("version").asInt();
        if (officer.patch("/api/members/" + member, version, sent).status() == 200) {
            days.add(day);
        }
    }

    private void found() {
        var kind = any("private-enterprise", "cooperative", "school");
        var township = county.townships().get(random.nextInt(2));
        var sent =
                Map.of(
                        "name",
                        "单位" + random.nextInt(1_000_000),
                        "kind",
                        kind,
                        "field",
                        kind.equals("school") ? "organ" : "private-enterprise",
                        "headcount",
                        random.nextInt(300),
                        "organization",
                        township.top(),
                        "effectiveOn",
                        today.minusDays(400));
        var body = officer.post("/api/bodies", sent).json().get("id").asString();
        if (random.nextBoolean()) {
            var branch = township.branches().getFirst().id();
            officer.put("/api/organizations/" + branch + "/bodies/" + body, Map.of());
        }
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }
}
