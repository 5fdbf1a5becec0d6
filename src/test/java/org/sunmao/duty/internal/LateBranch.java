package org.sunmao.duty.internal;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.organization.Posts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** A house with a branch that has been too small for seventy days, and those who look at it. */
abstract class LateBranch {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @Autowired Scopes scopes;
    @Autowired Posts posts;
    @Autowired DutyDerivation derivation;

    LocalDate today;
    County county;
    Lacking lacking;
    UUID branch;
    UUID red;
    Caller secretary;
    Caller township;

    @BeforeEach
    void build() {
        today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        county = village.county();
        lacking = new Lacking(village, scopes, posts, derivation, jdbc);
        branch = lacking.branch(county.townships().getFirst().top(), today.minusDays(70));
        red = lacking.duty(branch, "branch-too-small");
        secretary = caller(Role.SECRETARY, branch);
        township = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
    }

    Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }
}
