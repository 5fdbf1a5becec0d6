package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is a member no more holds no post of the Party, no right and no account. */
@HouseTest
class LeaverTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired PostDays posts;
    @Autowired ScheduledAnnotationBeanPostProcessor daily;
    @Autowired Clock clock;

    private Caller officer = new Caller(0);
    private Branch branch = new Branch(UUID.randomUUID(), List.of());
    private UUID person = UUID.randomUUID();

    @BeforeEach
    void signIn() {
        var county = village.county();
        officer = caller(village.account(Role.COUNTY_OFFICER, county.top(), null));
        branch = county.townships().getFirst().branches().getFirst();
        person = branch.members().getFirst();
    }

    @Test
    void anAccountThatIsOpenedAfterThePostBeganHasItsRight() {
        appoint("secretary");
        var account = village.account(Role.MEMBER, branch.id(), person);
        var session = caller(account).get("/api/session").json();
        assertThat(session.get("role").asString()).isEqualTo("secretary");
        assertThat(session.get("grants")).hasSize(2);
    }

    @Test
    void postsOfThePartyEndAndThoseOfTheVillageStay() {
        appoint("secretary");
        appoint("village-chair");
        var account = village.account(Role.MEMBER, branch.id(), person);
        var caller = caller(account);

        village.leave(person, LocalDate.now(clock));
        posts.run();

        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        var kinds = officer.get("/api/posts?organization={}", branch.id()).response().body();
        assertThat(kinds).contains("village-chair").doesNotContain("\"secretary\"");
    }

    @Test
    void theAccountIsDisabledByTheDailyLook() {
        var account = village.account(Role.MEMBER, branch.id(), person);
        var other = village.account(Role.MEMBER, branch.id(), branch.members().getLast());
        var caller = caller(account);

        village.leave(person, LocalDate.now(clock));
        daily.getScheduledTasks().stream()
                .map(task -> task.getTask().getRunnable())
                .filter(task -> task.toString().contains("GrantDays"))
                .forEach(Runnable::run);

        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        assertThat(status(account)).isEqualTo(401);
        assertThat(status(other)).isEqualTo(200);
    }

    private void appoint(String kind) {
        var post =
                Map.of(
                        "kind",
                        kind,
                        "member",
                        person.toString(),
                        "appointment",
                        "elected",
                        "from",
                        LocalDate.now(clock).minusDays(40).toString());
        var made = officer.post("/api/organizations/" + branch.id() + "/posts", post);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    }

    private int status(String username) {
        var body = Map.of("username", username, "password", Village.PASSWORD);
        return new Caller(port).post("/api/session", body).status();
    }

    private Caller caller(String username) {
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
