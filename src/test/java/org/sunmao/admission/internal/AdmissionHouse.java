package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A branch of five full members, its township committee and its county, before an admission. */
abstract class AdmissionHouse {

    private static int sequence = 1;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Scopes scopes;
    @Autowired Journal journal;

    County county = new County(UUID.randomUUID(), List.of());
    UUID branch = UUID.randomUUID();
    List<UUID> members = List.of();
    Caller secretary = new Caller(0);
    Caller township = new Caller(0);
    Caller countyOfficer = new Caller(0);

    @BeforeEach
    void gather() {
        county = village.county();
        var own = county.townships().getFirst();
        branch = village.organization(own.top(), "榆树村党支部", "branch");
        members = village.members(branch, List.of("李四", "王五", "赵六", "钱七", "孙八"));
        secretary = caller(Role.SECRETARY, branch);
        township = caller(Role.TOWNSHIP_OFFICER, own.top());
        countyOfficer = caller(Role.COUNTY_OFFICER, county.top());
    }

    @AfterEach
    void now() {
        clock.ahead(Duration.ZERO);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Caller caller(Role role, UUID organization) {
        return new Caller(port).signIn(village.account(role, organization, null), Village.PASSWORD);
    }

    /** Somebody who asks to be admitted, changed as wished. */
    Map<String, Object> wish(LocalDate appliedOn, Map<String, ?> more) {
        var born = LocalDate.of(1998, 5, 4);
        sequence += 2;
        var wish = new HashMap<String, Object>();
        wish.put("organization", branch);
        wish.put("name", "周小满");
        wish.put("sex", "1");
        wish.put("nation", "01");
        wish.put("bornOn", born.toString());
        wish.put("citizenNumber", Village.number(born, sequence % 999));
        wish.put("mobile", "10012345678");
        wish.put("appliedOn", appliedOn.toString());
        wish.putAll(more);
        return wish;
    }

    String apply(LocalDate appliedOn) {
        var made = secretary.post("/api/admissions", wish(appliedOn, Map.of()));
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        return made.json().get("id").asString();
    }

    JsonNode get(String id) {
        return secretary.get("/api/admissions/" + id).json();
    }

    Answer take(Caller who, String id, String step, LocalDate on, Map<String, ?> fields) {
        return send(who, id, step, Map.of("on", on.toString(), "fields", fields));
    }

    Answer send(Caller who, String id, String step, Map<String, ?> body) {
        var version = get(id).get("version").asInt();
        return who.post("/api/admissions/" + id + "/steps/" + step, version, body);
    }

    JsonNode took(Caller who, String id, String step, LocalDate on, Map<String, ?> fields) {
        var taken = take(who, id, step, on, fields);
        assertThat(taken.status()).as("%s %s", step, taken.json()).isEqualTo(200);
        return taken.json();
    }

    /** All five come, and so many are in favour. */
    Answer vote(String id, String step, LocalDate on, Map<String, ?> fields, int inFavour) {
        var vote = Map.of("inFavour", inFavour, "against", 5 - inFavour, "written", 0);
        var body = new HashMap<String, Object>();
        body.put("on", on.toString());
        body.put("fields", fields);
        body.put("vote", vote);
        body.put("reason", "补录纸质记录");
        return send(secretary, id, step, body);
    }

    JsonNode voted(String id, String step, LocalDate on, Map<String, ?> fields, int inFavour) {
        var taken = vote(id, step, on, fields, inFavour);
        assertThat(taken.status()).as("%s %s", step, taken.json()).isEqualTo(200);
        return taken.json();
    }

    JsonNode step(JsonNode view, String name) {
        for (var step : view.get("steps")) {
            if (step.get("name").asString().equals(name)) {
                return step;
            }
        }
        throw new AssertionError(name);
    }

    /** What was refused, in one text. */
    String refused(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
        return answer.json().toString();
    }

    List<String> acts(String id) {
        return scopes.system(
                "test",
                _ ->
                        journal.of(UUID.fromString(id), null, 100).stream()
                                .map(Recorded::action)
                                .toList());
    }

    /** From the application to the activist who was taken on file. */
    void activist(String id, LocalDate applied) {
        took(secretary, id, "talk", applied.plusDays(10), Map.of("talker", members.getFirst()));
        took(secretary, id, "fix-activist", applied.plusDays(20), Map.of("recommended", "members"));
        took(township, id, "file-activist", applied.plusDays(25), Map.of("agreed", true));
        took(
                secretary,
                id,
                "contacts",
                applied.plusDays(26),
                Map.of("contacts", members.subList(0, 2)));
    }

    /** On to the object who may be examined; the year is over 385 days after the application. */
    void object(String id, LocalDate applied) {
        activist(id, applied);
        took(secretary, id, "assess", applied.plusDays(200), Map.of("conduct", "积极参加义务劳动"));
        took(secretary, id, "assess", applied.plusDays(380), Map.of("conduct", "能够独立带队"));
        took(secretary, id, "list-object", applied.plusDays(400), notice(applied.plusDays(385)));
        took(township, id, "file-object", applied.plusDays(405), Map.of("agreed", true));
        took(
                secretary,
                id,
                "sponsors",
                applied.plusDays(406),
                Map.of("sponsors", members.subList(0, 2)));
        took(
                secretary,
                id,
                "review",
                applied.plusDays(410),
                Map.of("passed", true, "conclusion", "政治审查合格"));
        took(township, id, "training", applied.plusDays(415), Map.of("days", 3, "hours", 24));
    }

    /** Two weeks of public notice hold more working days than any place asks for. */
    Map<String, Object> notice(LocalDate from) {
        return Map.of(
                "heard",
                true,
                "noticeFrom",
                from.toString(),
                "noticeTo",
                from.plusDays(13).toString());
    }

    void readyToVote(String id, LocalDate applied) {
        object(id, applied);
        took(secretary, id, "examine", applied.plusDays(435), notice(applied.plusDays(416)));
        took(township, id, "pre-examine", applied.plusDays(440), Map.of("passed", true));
        took(secretary, id, "form", applied.plusDays(445), Map.of());
    }

    /** On to the vote of the meeting, 450 days after the application. */
    JsonNode accepted(String id, LocalDate applied) {
        readyToVote(id, applied);
        return voted(id, "vote", applied.plusDays(450), Map.of(), 4);
    }

    JsonNode probationer(String id, LocalDate applied) {
        accepted(id, applied);
        took(secretary, id, "submit", applied.plusDays(452), Map.of());
        took(township, id, "superior-talk", applied.plusDays(455), Map.of("talker", "组织委员郑九"));
        return took(township, id, "approve", applied.plusDays(460), Map.of("granted", true));
    }
}
