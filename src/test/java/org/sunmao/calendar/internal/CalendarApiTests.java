package org.sunmao.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The notice of a year is entered by a county officer and counts at once, for everybody. */
@HouseTest
class CalendarApiTests {

    /** Long ago, so that no other test asks for it. */
    private static final int YEAR = 1987;

    private static final String ADDRESS = "/api/calendar/years/" + YEAR;

    private static final Map<String, Object> NOTICE =
            Map.of(
                    "status",
                    "official",
                    "notice",
                    "演示通知〔1986〕1 号",
                    "holidays",
                    List.of(
                            holiday("元旦", "1987-01-01", "1987-01-03"),
                            holiday("国庆节", "1987-10-01", "1987-10-04")),
                    "makeUps",
                    List.of(Map.of("day", "1987-10-10", "name", "国庆节")));

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired WorkCalendar calendar;
    @Autowired JdbcClient jdbc;

    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        officer = caller(Role.COUNTY_OFFICER);
    }

    @AfterEach
    void takeBack() {
        put(Map.of("status", "presumed"));
    }

    @Test
    void aNoticeCountsForEverybodyAtOnceAndCanBeTakenBack() {
        assertThat(officer.get(ADDRESS).json().get("status").asString()).isEqualTo("presumed");

        var entered = put(NOTICE);

        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.json().get("statusName").asString()).isEqualTo("官方");
        assertThat(entered.json().get("enteredAs").asString()).isEqualTo("演示用户");
        assertThat(calendar.official(YEAR)).isTrue();
        assertThat(calendar.works(LocalDate.of(YEAR, 10, 10))).isTrue();
        assertThat(calendar.works(LocalDate.of(YEAR, 10, 3))).isFalse();
        assertThat(ends("1987-09-30", "6 working-days")).isEqualTo("1987-10-10");

        assertThat(put(Map.of("status", "presumed")).json().get("status").asString())
                .isEqualTo("presumed");
        assertThat(calendar.official(YEAR)).isFalse();
        assertThat(ends("1987-09-30", "6 working-days")).isEqualTo("1987-10-12");
    }

    @Test
    void thePreviewTellsWhatWouldDifferAndKeepsNothing() {
        var preview = officer.post(ADDRESS + "/preview", NOTICE).json();

        var changes = preview.get("changes").valueStream().map(Object::toString).toList();
        assertThat(changes)
                .anySatisfy(
                        change -> assertThat(change).contains("1987-01-02", "\"willWork\":false"))
                .anySatisfy(
                        change -> assertThat(change).contains("1987-10-10", "\"willWork\":true"))
                .noneSatisfy(change -> assertThat(change).contains("1987-01-01"));
        assertThat(preview.get("warnings").toString()).contains("春节", "个工作日");
        assertThat(calendar.official(YEAR)).isFalse();
    }

    @Test
    void theNoticeOf2026HasNothingToWarnOf() {
        var year = officer.get("/api/calendar/years/2026").json();
        var days = year.get("days").valueStream().toList();
        Map<String, Object> same = new HashMap<>();
        same.put("status", "official");
        same.put("notice", year.get("notice").asString());
        same.put(
                "holidays",
                days.stream()
                        .filter(day -> !day.get("works").asBoolean())
                        .map(day -> holiday(day.get("name").asString(), day.get("day").asString()))
                        .toList());
        same.put(
                "makeUps",
                days.stream()
                        .filter(day -> day.get("works").asBoolean())
                        .map(day -> Map.of("day", day.get("day"), "name", day.get("name")))
                        .toList());

        var preview = officer.post("/api/calendar/years/2026/preview", same).json();

        assertThat(preview.get("changes")).isEmpty();
        assertThat(preview.get("warnings")).isEmpty();
        assertThat(preview.get("workingDays").asInt()).isEqualTo(248);
        assertThat(year.get("months").valueStream().mapToInt(m -> m.asInt()).sum()).isEqualTo(248);
    }

    @Test
    void whoeverIsLateIsToldWhatTheOtherEntered() {
        put(NOTICE);
        var other = new HashMap<>(NOTICE);
        other.put("notice", "另一份通知");

        var late = put(0, other);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.response().body()).contains("演示通知〔1986〕1 号", "另一份通知");
        assertThat(put(0, NOTICE).status()).isEqualTo(200);
        assertThat(officer.put(ADDRESS, NOTICE).status()).isEqualTo(428);
    }

    @Test
    void eachChangeStandsInTheJournalAndSendingTwiceChangesOnce() {
        var before = entries();
        var version = put(NOTICE).json().get("version").asInt();

        assertThat(put(version, NOTICE).json().get("version").asInt()).isEqualTo(version);
        assertThat(entries()).isEqualTo(before + 1);
    }

    private long entries() {
        return jdbc.sql("select count(*) from journal.entry where action = 'calendar.notice'")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\": \"maybe\"}",
                "{\"status\": \"official\", \"notice\": \"通知\"}",
                "{\"status\": \"official\", \"holidays\": [%s]}",
                "{\"status\": \"presumed\", \"holidays\": [%s]}",
                "{\"status\": \"official\", \"notice\": \"通知\", \"holidays\": [%s, %s]}",
                "{\"status\": \"official\", \"notice\": \"通知\", \"holidays\": [null]}",
                "{\"status\": \"official\", \"notice\": \"通\\u0000知\", \"holidays\": [%s]}",
                "{\"status\": \"official\", \"notice\": \"通知\", \"holidays\": [%s],"
                        + " \"makeUps\": [{\"day\": \"1987-10-09\", \"name\": \"国庆节\"}]}",
                "{\"status\": \"official\", \"notice\": \"通知\", \"holidays\": [%s],"
                        + " \"makeUps\": [{\"day\": \"1988-10-08\", \"name\": \"国庆节\"}]}",
                "{\"status\": \"official\", \"notice\": \"通知\", \"holidays\": [%s],"
                        + " \"makeUps\": [{\"day\": \"1987-10-03\", \"name\": \"国庆节\"}]}"
            })
    void whatIsNoNoticeIsRefusedWithThePlace(String body) {
        var holiday = "{\"name\": \"国庆节\", \"first\": \"1987-10-01\", \"last\": \"1987-10-04\"}";
        var sent = BodyPublishers.ofString(body.replace("%s", holiday));

        var refused = officer.send(officer.json(ADDRESS).header("If-Match", "\"0\"").PUT(sent));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors")).isNotEmpty();
        assertThat(calendar.official(YEAR)).isFalse();
    }

    @Test
    void aYearFarAheadHasNoNoticeYetAndOtherYearsAreNotThere() {
        assertThat(put("/api/calendar/years/2031", 0, NOTICE).status()).isEqualTo(400);
        assertThat(put("/api/calendar/years/3000", 0, NOTICE).status()).isEqualTo(404);
        assertThat(officer.get("/api/calendar/years/1900").status()).isEqualTo(404);
        assertThat(officer.get("/api/calendar/years/2031").status()).isEqualTo(200);
    }

    @Test
    void everybodyMayReadAndOnlyTheCountyEnters() {
        var secretary = caller(Role.SECRETARY);

        assertThat(secretary.get("/api/calendar/years").json().get(0).get("statusName").asString())
                .isEqualTo("推定");
        assertThat(secretary.get(ADDRESS).status()).isEqualTo(200);
        assertThat(secretary.post(ADDRESS + "/preview", NOTICE).status()).isEqualTo(403);
        assertThat(
                        secretary
                                .send(
                                        secretary
                                                .json(ADDRESS)
                                                .header("If-Match", "\"0\"")
                                                .PUT(BodyPublishers.ofString("{}")))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aSpanTellsItsDays() {
        var span =
                officer.get("/api/calendar/span?from={}&span={}", "2026-09-30", "5 working-days")
                        .json();

        assertThat(span.get("ends").asString()).isEqualTo("2026-10-13");
        assertThat(span.get("told").asString()).isEqualTo("5 个工作日");
        assertThat(span.get("presumed").asBoolean()).isFalse();
        assertThat(
                        span.get("days")
                                .valueStream()
                                .filter(day -> day.get("counted").asBoolean())
                                .map(day -> day.get("day").asString().substring(8)))
                .containsExactly("08", "09", "10", "12", "13");
        var later =
                officer.get("/api/calendar/span?from={}&span={}", "2026-12-31", "1 working-days");
        assertThat(later.json().get("presumed").asBoolean()).isTrue();
        assertThat(ends("2026-01-31", "1 months")).isEqualTo("2026-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-31, 5 days",
        "1900-01-01, 5 days",
        "2026-09-30, 5 weeks",
        "2026-09-30, 101 working-days",
        "2026-09-30, 367 days",
        "'', 5 days"
    })
    void aSpanThatCannotBeCountedIsRefused(String from, String span) {
        assertThat(officer.get("/api/calendar/span?from={}&span={}", from, span).status())
                .isEqualTo(400);
    }

    private String ends(String from, String span) {
        return officer.get("/api/calendar/span?from={}&span={}", from, span)
                .json()
                .get("ends")
                .asString();
    }

    private Caller caller(Role role) {
        var county = village.county();
        var top = role == Role.COUNTY_OFFICER ? county.top() : branch(county);
        return new Caller(port).signIn(village.account(role, top, null), Village.PASSWORD);
    }

    private static UUID branch(Village.County county) {
        return county.townships().getFirst().branches().getFirst().id();
    }

    private Answer put(Map<String, ?> notice) {
        return put(officer.get(ADDRESS).json().get("version").asInt(), notice);
    }

    private Answer put(int version, Map<String, ?> notice) {
        return put(ADDRESS, version, notice);
    }

    private Answer put(String address, int version, Map<String, ?> notice) {
        return officer.put(address, version, notice);
    }

    private static Map<String, String> holiday(String name, String... days) {
        return Map.of("name", name, "first", days[0], "last", days[days.length - 1]);
    }
}
