package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.LifeBeginning;
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

/** A county with a branch of four that meets, and who records and checks it. */
abstract class MeetingHouse {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Scopes scopes;
    @Autowired Journal journal;
    @Autowired GroundStore grounds;
    @Autowired LifeBeginning beginning;

    County county = new County(UUID.randomUUID(), List.of());
    UUID township = UUID.randomUUID();
    UUID branch = UUID.randomUUID();
    List<UUID> members = List.of();
    Caller officer = new Caller(0);
    Caller secretary = new Caller(0);

    @BeforeEach
    void gather() {
        beginning.on(today().withDayOfYear(1));
        county = village.county();
        township = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        village.members(branch, List.of("李四", "王五"));
        members =
                scopes
                        .system(
                                "test",
                                scope ->
                                        grounds.due(List.of(asked()), List.of(Attendance.MEMBERS))
                                                .getFirst())
                        .stream()
                        .map(Ground.DuePerson::id)
                        .toList();
        officer = caller(Role.TOWNSHIP_OFFICER, township);
        secretary = caller(Role.SECRETARY, branch);
    }

    private GroundStore.Asked asked() {
        return new GroundStore.Asked(branch, today(), today());
    }

    @AfterEach
    void now() {
        clock.ahead(Duration.ZERO);
        beginning.never();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Caller caller(Role role, UUID organization) {
        return new Caller(port).signIn(village.account(role, organization, null), Village.PASSWORD);
    }

    /** A members' meeting of today that all attended, changed as wished; null takes away. */
    Map<String, Object> wish(Map<String, ?> more) {
        var wish = new HashMap<String, Object>();
        wish.put("type", "members");
        wish.put("on", today().toString());
        wish.put("topic", "讨论年度工作");
        wish.put("chair", Map.of("member", members.get(0)));
        wish.put("recorder", Map.of("member", members.get(1)));
        wish.put("record", "大家都发了言。");
        wish.putAll(more);
        return wish;
    }

    Answer post(Map<String, ?> more) {
        return secretary.post("/api/organizations/" + branch + "/meetings", wish(more));
    }

    String add(Map<String, ?> more) {
        var added = post(more);
        assertThat(added.status()).as("%s", added.json()).isEqualTo(201);
        return added.json().get("id").asString();
    }

    /** What was refused, in one text. */
    String refused(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
        return answer.json().toString();
    }

    String refused(Map<String, ?> more) {
        return refused(post(more), 400);
    }

    JsonNode step(Caller who, String id, String verb, Map<String, ?> said) {
        var done = who.post("/api/meetings/" + id + "/" + verb, said);
        assertThat(done.status()).as("%s %s", verb, done.json()).isEqualTo(200);
        return done.json();
    }

    JsonNode sign(String id) {
        step(secretary, id, "sign", Map.of("as", "recorder"));
        return step(secretary, id, "sign", Map.of("as", "chair"));
    }

    List<String> acts(String id) {
        return scopes.system(
                "test",
                _ ->
                        journal.of(UUID.fromString(id), null, 50).stream()
                                .map(Recorded::action)
                                .toList());
    }
}
