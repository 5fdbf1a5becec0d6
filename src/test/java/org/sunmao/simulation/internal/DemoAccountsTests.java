package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;

import java.util.HashSet;
import java.util.stream.Stream;

class DemoAccountsTests {

    @Test
    void thereIsOneAccountForEachRoleAndASecondOfTheCounty() {
        var opened = DemoAccounts.all(Made.county().land().shown());

        assertThat(opened)
                .extracting(DemoAccounts.Opened::role)
                .as("an applicant's account comes with an application")
                .containsOnly(
                        Stream.of(Role.values())
                                .filter(role -> role != Role.APPLICANT)
                                .toArray(Role[]::new))
                .hasSize(Role.values().length);
        assertThat(opened).extracting(one -> one.account().username()).doesNotHaveDuplicates();
        assertThat(opened)
                .allSatisfy(
                        one ->
                                assertThat(one.organization().isEmpty())
                                        .isEqualTo(one.role().administrates()));
    }

    @Test
    void theMemberAccountIsZhangSans() {
        var member =
                DemoAccounts.all(Made.county().land().shown()).stream()
                        .map(DemoAccounts.Opened::account)
                        .filter(account -> account.role() == Role.MEMBER)
                        .findFirst()
                        .orElseThrow();
        assertThat(member.name()).isEqualTo("张三");
        assertThat(member.member()).isEqualTo(Made.county().land().shown().member().id().value());
    }

    @Test
    void theFileNamesRoleUsernamePasswordAndOrganization() {
        var lines = DemoAccounts.csv(DemoAccounts.all(Made.county().land().shown())).lines();

        assertThat(lines)
                .as("a heading, and all but applicants")
                .hasSize(1 + Role.values().length)
                .first()
                .isEqualTo("role,username,password,organization");
        assertThat(DemoAccounts.csv(DemoAccounts.all(Made.county().land().shown())))
                .containsPattern("\ncounty-officer,county,\\w{16},中共兴县委员会\n")
                .containsPattern("\ncounty-officer,deputy,\\w{16},中共兴县委员会\n")
                .containsPattern("\naudit-admin,auditor,\\w{16},\n");
    }

    @Test
    void passwordsAreNeverAlikeAndHaveThreeClasses() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            var password = DemoPassword.next();
            assertThat(seen.add(password)).isTrue();
            assertThat(password)
                    .hasSize(16)
                    .matches(".*[A-Z].*")
                    .matches(".*[a-z].*")
                    .matches(".*[0-9].*")
                    .doesNotContain("0", "O", "1", "l", "I");
        }
    }
}
