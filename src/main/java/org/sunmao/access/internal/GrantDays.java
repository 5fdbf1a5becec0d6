package org.sunmao.access.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Leavers;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks once a day for what is over (SEC-06): accounts of people who are members no more, sessions
 * whose grant holds no more, requests that nobody decided in time.
 */
@Component
class GrantDays {

    private static final Logger LOG = LoggerFactory.getLogger(GrantDays.class);
    private static final String LEFT = "不再是党员";
    private static final int PIECE = 1000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String OF_MEMBERS =
            """
            select id, member from access.account
            where member is not null and disabled_at is null and id > :after
            order by id limit :limit
            """;

    private record Owner(UUID id, UUID member) {}

    private static final SimplePropertyRowMapper<Owner> OWNER =
            new SimplePropertyRowMapper<>(Owner.class);

    private final Scopes scopes;
    private final Leavers leavers;
    private final AccountAdministration accounts;
    private final GrantEnds ends;
    private final GrantRequests requests;
    private final SessionList sessions;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    GrantDays(
            Scopes scopes,
            Leavers leavers,
            AccountAdministration accounts,
            GrantEnds ends,
            GrantRequests requests,
            SessionList sessions,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.scopes = scopes;
        this.leavers = leavers;
        this.accounts = accounts;
        this.ends = ends;
        this.requests = requests;
        this.sessions = sessions;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 10 0 * * *", zone = "${sunmao.zone}")
    void run() {
        try {
            scopes.system(
                    "grant-days",
                    scope -> {
                        requests.lapse(scope);
                        sessions.sweep(clock.instant(), scope.day());
                        return scope;
                    });
            var piece = List.<UUID>of();
            do {
                var after = piece.isEmpty() ? FIRST : piece.getLast();
                piece = scopes.system("leavers", scope -> leave(scope, after));
            } while (piece.size() == PIECE);
        } catch (RuntimeException e) {
            LOG.error("what is over was not ended", e);
        }
    }

    /** The accounts that were looked at. */
    private List<UUID> leave(Scope scope, UUID after) {
        var owners =
                jdbc.sql(OF_MEMBERS)
                        .param("after", after)
                        .param("limit", PIECE)
                        .query(OWNER)
                        .list();
        var members = owners.stream().map(Owner::member).collect(Collectors.toSet());
        var gone = leavers.gone(members, scope.day());
        for (var owner : owners) {
            if (gone.contains(owner.member())) {
                leave(scope, owner);
            }
        }
        return owners.stream().map(Owner::id).toList();
    }

    private void leave(Scope scope, Owner owner) {
        ends.ofAccount(scope, owner.id(), scope.day(), LEFT);
        accounts.disable(owner.id(), LEFT);
        var act =
                new Act(
                        null,
                        "access.disable-account",
                        "account",
                        owner.id(),
                        scope.day(),
                        List.of(GrantProcess.ENDS.value()),
                        Map.of("reason", LEFT));
        journal.append(scope.actor(), act);
    }
}
