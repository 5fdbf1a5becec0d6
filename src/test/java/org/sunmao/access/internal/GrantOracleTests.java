package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.house.HouseTest;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Which grants hold on which day: the condition that every request is let in by, put to PostgreSQL
 * for all grants and days at once, against a plain look at each of them.
 */
@HouseTest
class GrantOracleTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 400;
    private static final int GRANTS = 600;

    /** A grant, as it was made up; a deputy's stands on another's. */
    private record Made(
            UUID id,
            UUID account,
            @Nullable LocalDate disabledAt,
            LocalDate from,
            LocalDate to,
            @Nullable Made principal) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from)
                    && day.isBefore(to)
                    && (principal == null
                            || (principal.disabledAt == null && principal.holds(day)));
        }
    }

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void aGrantHoldsOnTheDaysAPlainLookSays() {
        var random = new Random(20261126);
        var differences = new ArrayList<String>();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        transaction -> {
                            transaction.setRollbackOnly();
                            var grants = make(random);
                            var held = held();
                            for (var grant : grants) {
                                for (var i = 0; i < DAYS; i++) {
                                    var day = FIRST.plusDays(i);
                                    var said = held.getOrDefault(grant.id(), Set.of());
                                    if (grant.holds(day) != said.contains(day)) {
                                        differences.add(grant + " on " + day);
                                    }
                                }
                            }
                        });
        assertThat(differences).isEmpty();
    }

    /** The days on which the condition of {@link AccountStore} is true of each grant. */
    private Map<UUID, Set<LocalDate>> held() {
        var held = new HashMap<UUID, Set<LocalDate>>();
        jdbc.sql(
                        """
                        select g.id, d.day::date from access.grant g,
                          generate_series(cast(:first as date), cast(:last as date),
                            interval '1 day') d (day)
                        where %s
                        """
                                .formatted(AccountStore.HOLDS.replace(":today", "d.day")))
                .param("first", FIRST)
                .param("last", FIRST.plusDays(DAYS))
                .query(
                        row -> {
                            held.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                                    .add(row.getObject(2, LocalDate.class));
                        });
        return held;
    }

    private List<Made> make(Random random) {
        var grants = new ArrayList<Made>();
        for (var i = 0; i < GRANTS; i++) {
            var from = FIRST.plusDays(random.nextInt(DAYS));
            var to = random.nextInt(4) == 0 ? LocalDate.MAX : from.plusDays(random.nextInt(200));
            var principal = i < 100 ? null : grants.get(random.nextInt(100));
            var deputy = principal != null && random.nextInt(3) == 0 ? principal : null;
            var closed = random.nextInt(6) == 0 ? FIRST : null;
            var account = UuidCreator.getTimeOrderedEpoch();
            var made =
                    new Made(UuidCreator.getTimeOrderedEpoch(), account, closed, from, to, deputy);
            insert(made, i);
            grants.add(made);
        }
        return grants;
    }

    private void insert(Made made, int number) {
        jdbc.sql(
                        """
                        insert into access.account (id, username, name, password, created_at,
                          disabled_at)
                        values (:id, :username, '神谕', 'none', :now, :closed)
                        """)
                .param("id", made.account())
                .param("username", "oracle-" + number)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .param("closed", made.disabledAt(), Types.DATE)
                .update();
        var principal = made.principal();
        jdbc.sql(
                        """
                        insert into access.grant (id, account, role, organization, valid_from,
                          valid_to, basis_kind, behalf, principal)
                        values (:id, :account, 'secretary', :organization, :from,
                          cast(:to as date), :basis, :behalf, :principal)
                        """)
                .param("id", made.id())
                .param("account", made.account())
                .param("organization", UUID.randomUUID())
                .param("from", made.from())
                .param("to", made.to().equals(LocalDate.MAX) ? "infinity" : made.to().toString())
                .param("basis", principal == null ? "demo" : "deputy")
                .param("behalf", principal == null ? null : principal.account(), Types.OTHER)
                .param("principal", principal == null ? null : principal.id(), Types.OTHER)
                .update();
    }
}
