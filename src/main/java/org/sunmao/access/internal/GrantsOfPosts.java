package org.sunmao.access.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.PostGrants;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Begins and ends grants with the posts they rest on, each with its entry in the journal. */
@Repository
class GrantsOfPosts implements PostGrants {

    /** Who administers does nothing else (SEC-16), whatever post they hold. */
    private static final String HOLDERS =
            """
            select a.id as account, a.member from access.account a
            where a.member in (:members) and a.disabled_at is null
              and not exists (select from access.grant g
                where g.account = a.id and g.organization is null and g.valid_to > :day)
            """;

    private static final String BEGIN =
            """
            insert into access.grant (id, account, role, organization, valid_from, basis_kind,
              basis_id)
            values (:id, :account, :role, :organization, :day, 'post', :post)
            on conflict (account, basis_id) where basis_kind = 'post'
            do update set valid_to = 'infinity'
            """;
    private static final String OVER =
            """
            select a.name, g.role, g.organization from access.grant g
            join access.account a on a.id = g.account
            where g.organization = any(:organizations) and g.valid_to > :day
            order by g.organization, a.name, g.role
            """;
    private static final String FOLLOW =
            """
            with gone as (
              update access.grant g set valid_to = greatest(g.valid_from, :day)
              from access.account a, unnest(:members, :sources, :targets)
                as m (member, source, target)
              where a.id = g.account and a.member = m.member and g.organization = m.source
                and g.role = 'member' and g.valid_to > :day
              returning g.account, g.role, m.target, old.valid_to as until, g.basis_kind,
                g.basis_id),
            come as (
              insert into access.grant (id, account, role, organization, valid_from, valid_to,
                basis_kind, basis_id)
              select uuidv7(), account, role, target, :day, until, basis_kind, basis_id from gone
              returning account, role, organization)
            select a.name, c.role, c.organization, c.account from come c
            join access.account a on a.id = c.account order by a.name
            """;

    record Holder(UUID account, UUID member) {}

    private static final RowMapper<Holder> HOLDER = new SimplePropertyRowMapper<>(Holder.class);

    private final JdbcClient jdbc;
    private final GrantEnds ends;
    private final Journal journal;

    GrantsOfPosts(JdbcClient jdbc, GrantEnds ends, Journal journal) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.journal = journal;
    }

    @Override
    public void begin(Scope scope, List<Held> posts) {
        if (posts.isEmpty()) {
            return;
        }
        var members = posts.stream().map(Held::member).collect(Collectors.toSet());
        var accounts =
                jdbc
                        .sql(HOLDERS)
                        .param("members", members)
                        .param("day", scope.day())
                        .query(HOLDER)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Holder::member));
        var acts = new ArrayList<Act>();
        for (var post : posts) {
            for (var holder : accounts.getOrDefault(post.member(), List.of())) {
                begin(holder.account(), post, scope.day());
                acts.add(
                        act(
                                "access.grant",
                                post.organization(),
                                holder.account(),
                                scope.day(),
                                Role.SECRETARY.code(),
                                "post"));
            }
        }
        journal.append(scope.actor(), acts);
    }

    private void begin(UUID account, Held post, LocalDate day) {
        jdbc.sql(BEGIN)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("account", account)
                .param("role", Role.SECRETARY.code())
                .param("organization", post.organization())
                .param("day", day)
                .param("post", post.post())
                .update();
    }

    @Override
    public void end(Scope scope, Collection<UUID> posts, LocalDate on) {
        if (!posts.isEmpty()) {
            ends.ofPosts(scope, posts, on);
        }
    }

    @Override
    public void endOf(Scope scope, UUID organization, LocalDate on) {
        ends.ofOrganization(scope, organization, on);
    }

    @Override
    public List<Granted> over(Collection<UUID> organizations, LocalDate day) {
        return jdbc.sql(OVER)
                .param("organizations", organizations.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> granted(row))
                .list();
    }

    @Override
    public List<Granted> follow(Scope scope, List<Followed> members, LocalDate on) {
        var acts = new ArrayList<Act>();
        var rights =
                jdbc.sql(FOLLOW)
                        .param("members", array(members, Followed::member))
                        .param("sources", array(members, Followed::from))
                        .param("targets", array(members, Followed::to))
                        .param("day", on)
                        .query(
                                (row, _) -> {
                                    var to = row.getObject("organization", UUID.class);
                                    var account = row.getObject("account", UUID.class);
                                    var role = row.getString("role");
                                    acts.add(act("access.grant", to, account, on, role, "member"));
                                    return granted(row);
                                })
                        .list();
        journal.append(scope.actor(), acts);
        return rights;
    }

    private static Granted granted(ResultSet row) throws SQLException {
        return new Granted(
                row.getString("name"),
                Role.of(row.getString("role")).label(),
                row.getObject("organization", UUID.class));
    }

    private static UUID[] array(List<Followed> members, Function<Followed, UUID> of) {
        return members.stream().map(of).toArray(UUID[]::new);
    }

    private static Act act(
            String action,
            UUID organization,
            UUID account,
            LocalDate on,
            String role,
            String basis) {
        var values = Map.of("role", role, "basis", basis);
        return new Act(organization, action, "account", account, on, List.of(), values);
    }
}
