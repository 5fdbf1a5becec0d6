package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Accounts;
import org.sunmao.database.StartRefused;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.rules.Rulebook;
import org.sunmao.simulation.Demonstration.State;

import java.nio.file.Files;
import java.time.Clock;

/** What is not loaded: by an unknown name, over what is there already, or half. */
@HouseTest
class SeededDemonstrationTests {

    private static final String COUNT = "select count(*) from organization.organization";

    @Autowired Village village;
    @Autowired DemonstrationStore store;
    @Autowired DemoAccounts demoAccounts;
    @Autowired Loading loading;
    @Autowired PlayedYear year;
    @Autowired PlayedAdmissions admissions;
    @Autowired Accounts accounts;
    @Autowired Rulebook rulebook;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void anUnknownKindRefusesTheStart() {
        assertThatThrownBy(() -> demonstration("contry"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("contry");
    }

    @Test
    void nothingIsLoadedOverWhatIsThere() {
        village.organization(null, "中共已有县委员会", "committee");
        var demonstration = demonstration("county");
        demonstration.afterSingletonsInstantiated();

        assertThat(demonstration.progress().state()).isEqualTo(State.NONE);
        assertThat(demonstration.progress().kind()).isEqualTo("none");
    }

    @Test
    void aLoadThatIsBrokenOffLeavesNothing() {
        var before = jdbc.sql(COUNT).query(Long.class).single();

        assertThatThrownBy(
                        () -> loading.load("county", Made.of("county", Made.TODAY).land(), stop()))
                .hasMessage("enough");

        assertThat(jdbc.sql(COUNT).query(Long.class).single()).isEqualTo(before);
        assertThat(store.kind()).isEmpty();
        assertThat(Files.exists(demoAccounts.file())).isFalse();
    }

    /** Ends the loading as the end of the process does: between two steps. */
    private static Loading.Listener stop() {
        return new Loading.Listener() {

            @Override
            public void begins(String step) {
                if (step.equals("登记党员")) {
                    throw new IllegalStateException("enough");
                }
            }

            @Override
            public void entered(int rows) {
                assertThat(rows).isPositive();
            }
        };
    }

    private SeededDemonstration demonstration(String asked) {
        return new SeededDemonstration(
                asked, store, loading, year, admissions, demoAccounts, accounts, rulebook, clock);
    }
}
