package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A phone on which a member stays signed in for their own record, and for nothing else. */
@HouseTest
@Proves("SEC-03")
class RememberedPhoneTests {

    private static final String PHONE = "SUNMAO-PHONE";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private UUID branch = new UUID(0, 0);
    private UUID member = new UUID(0, 0);
    private String name = "";

    @BeforeEach
    void aMemberWithAnAccount() {
        branch = village.organization(null, "中共记住村党支部", "branch");
        member = village.member(branch, "张三");
        name = village.account(Role.MEMBER, branch, member);
    }

    @AfterEach
    void forget() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void aRememberedPhoneOpensTheOwnRecordAgainForWeeks() {
        var phone = remembered();
        for (var days = 1; days < 89; days += 20) {
            clock.ahead(Duration.ofDays(days));
            assertThat(phone.get("/api/session").status()).isEqualTo(401);
            var before = phone.cookie(PHONE);
            assertThat(resume(phone)).isEqualTo(204);
            assertThat(phone.cookie(PHONE)).isNotEmpty().isNotEqualTo(before);
            assertThat(phone.get("/api/members/" + member).status()).isEqualTo(200);
        }
        clock.ahead(Duration.ofDays(90));
        assertThat(resume(phone)).isEqualTo(401);
        assertThat(phone.cookie(PHONE)).isEmpty();
    }

    @Test
    void whoDoesNotAskIsNotRemembered() {
        var phone = new Caller(port).signIn(name, Village.PASSWORD);
        assertThat(phone.cookie(PHONE)).isEmpty();
        assertThat(resume(phone)).isEqualTo(401);
    }

    @Test
    void aTokenThatComesAgainLaterWasCopiedAndOpensNothingForAnybody() {
        var phone = remembered();
        var copy = new Caller(port).withCookie(PHONE, phone.cookie(PHONE));
        assertThat(resume(phone)).isEqualTo(204);
        assertThat(resume(copy)).isEqualTo(204); // two pages at once
        clock.ahead(Duration.ofMinutes(2));
        var late = new Caller(port).withCookie(PHONE, copy.cookie(PHONE));
        assertThat(resume(late)).isEqualTo(401);
        assertThat(resume(phone)).isEqualTo(401);
    }

    @Test
    void officersAreNeverRemembered() {
        var secretary = village.account(Role.SECRETARY, branch, member);
        assertThat(signIn(secretary).cookie(PHONE)).isEmpty();
    }

    @Test
    void whoBecomesMoreThanAMemberSignsInAgain() {
        var phone = remembered();
        jdbc.sql(
                        """
                        insert into access.grant (id, account, role, organization, valid_from,
                          basis_kind)
                        select gen_random_uuid(), id, 'secretary', ?, current_date - 1, 'request'
                        from access.account where username = ?
                        """)
                .params(branch, name)
                .update();
        assertThat(resume(phone)).isEqualTo(401);
    }

    @Test
    void theyAreListedAndEachCanBeForgotten() {
        var phone = remembered();
        var desk = new Caller(port).signIn(name, Village.PASSWORD);
        var listed = desk.get("/api/session/phones").json().get("items");
        assertThat(listed.size()).isEqualTo(1);
        var id = listed.get(0).get("id").asString();

        var stranger =
                new Caller(port)
                        .signIn(village.account(Role.MEMBER, branch, null), Village.PASSWORD);
        assertThat(stranger.delete("/api/session/phones/" + id).status()).isEqualTo(404);
        assertThat(desk.delete("/api/session/phones/" + id).status()).isEqualTo(204);
        assertThat(resume(phone)).isEqualTo(401);
    }

    @Test
    void aChangedPasswordAndSigningOutForgetThem() {
        var phone = remembered();
        var body = Map.of("old", Village.PASSWORD, "password", "seven old stones by the gate");
        new Caller(port).signIn(name, Village.PASSWORD).post("/api/session/password", body);
        assertThat(resume(phone)).isEqualTo(401);

        var other = signIn(village.account(Role.MEMBER, branch, village.member(branch, "李四")));
        var copy = new Caller(port).withCookie(PHONE, other.cookie(PHONE));
        assertThat(other.delete("/api/session").status()).isEqualTo(204);
        assertThat(resume(copy)).isEqualTo(401);
    }

    @Test
    void aDisabledAccountIsNotOpenedByItsPhone() {
        var phone = remembered();
        village.disable(name);
        assertThat(resume(phone)).isEqualTo(401);
    }

    private Caller remembered() {
        var phone = signIn(name);
        assertThat(phone.cookie(PHONE)).isNotEmpty();
        return phone;
    }

    private Caller signIn(String username) {
        var phone = new Caller(port);
        var body = Map.of("username", username, "password", Village.PASSWORD, "remember", true);
        assertThat(phone.post("/api/session", body).status()).isEqualTo(200);
        return phone;
    }

    private static int resume(Caller phone) {
        return phone.post("/api/session/remembered", Map.of()).status();
    }
}
