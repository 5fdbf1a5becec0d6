package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.duty.internal.RegisterFacts.Profile;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Trigger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads what the registers tell of organizations over all of their days, from what they publish.
 * Within a scope that sees everything.
 */
@Repository
class RegisterReading {

    private static final String LIVES =
            """
            select id, established_on, ended_on from organization.lifetime_published
            where id = any(:organizations)
            """;

    private static final String PROFILES =
            """
            select id, valid_from, kind, field from organization.profile_published
            where id = any(:organizations)
            """;

    /** Everybody below counts, wherever they stood on each day. */
    private static final String MEMBERS =
            """
            with held as (
              select t.id as organization, m.status, m.party_group, m.organization as own,
                greatest(t.valid_from, d.valid_from, m.valid_from) as since,
                least(t.valid_to, d.valid_to, m.valid_to) as until
              from organization.place_published t
              join organization.place_published d
                on d.path >= t.path and d.path < left(t.path, -1) || '0'
                and d.valid_from < t.valid_to and d.valid_to > t.valid_from
              join member.duty_published m on m.organization = d.id
                and m.valid_from < least(t.valid_to, d.valid_to)
                and m.valid_to > greatest(t.valid_from, d.valid_from)
              where t.id = any(:organizations)),
            changed as (
              select h.organization, c.day, sum(c.n) as members,
                sum(c.n) filter (where status = 'full') as fully,
                sum(c.n) filter (where own = h.organization and party_group is null) as ungrouped
              from held h, lateral (values (h.since, 1), (h.until, -1)) as c (day, n)
              where c.day < 'infinity'
              group by h.organization, c.day)
            select organization, day, coalesce(members, 0) as members, coalesce(fully, 0) as fully,
              coalesce(ungrouped, 0) as ungrouped
            from changed where members <> 0 or fully <> 0 or ungrouped <> 0
            """;

    private static final String POSTS =
            """
            select organization, kind, officer, coalesce(member, id)::text as holder,
              valid_from, valid_to
            from organization.post_published
            where organization = any(:organizations) and (officer or kind = 'group-leader')
            """;

    private static final String UNITS =
            """
            select organization, valid_from, valid_to from organization.link_published
            where organization = any(:organizations)
            """;

    private static final String GROUPS =
            """
            select p.parent as organization, greatest(p.valid_from, f.valid_from) as valid_from,
              least(p.valid_to, f.valid_to) as valid_to
            from organization.place_published p
            join organization.profile_published f on f.id = p.id and f.kind = 'group'
              and f.valid_from < p.valid_to and f.valid_to > p.valid_from
            where p.parent = any(:organizations)
            """;

    private static final String REVIEWS =
            """
            select organization, on_day from organization.review_published
            where organization = any(:organizations)
            """;

    private static final String LIFE =
            """
            select organization, type, form, held_on, chair::text as chair,
              case when type = 'talk' then guests[1]::text end as guest,
              case when type = 'talk' then guests[2]::text end as other
            from meeting.held_published where organization = any(:organizations)
            """;

    private static final String BEGINNING = "select begun_on from meeting.beginning_published";

    private static final Set<String> COUNTED = Set.of("members", "full", "ungrouped");

    private final JdbcClient jdbc;

    RegisterReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is told of each; those that no register knows are left out. Members are counted only
     * where a declaration asks for their number: of a whole county nobody does.
     */
    Map<UUID, RegisterFacts> of(Collection<UUID> organizations, List<Demand> demands) {
        return new Reading(organizations, demands).all();
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getObject(column, LocalDate.class);
        return day.isAfter(NEVER) ? NEVER : day;
    }

    /** One reading; each organization is gathered from several tables. */
    private final class Reading {

        private final UUID[] organizations;
        private final List<Demand> counting;
        private final LocalDate lifeFrom;
        private final Map<UUID, RegisterFacts> lives = new HashMap<>();
        private final Map<UUID, Gathered> gathered = new HashMap<>();

        Reading(Collection<UUID> organizations, List<Demand> demands) {
            this.organizations = organizations.toArray(UUID[]::new);
            this.counting = demands.stream().filter(Reading::counts).toList();
            this.lifeFrom = jdbc.sql(BEGINNING).query((row, _) -> day(row, "begun_on")).single();
        }

        private static boolean counts(Demand demand) {
            var all =
                    switch (demand.trigger()) {
                        case Trigger.While(var comparisons) -> comparisons;
                        case Trigger.Every every -> every.all();
                        case Trigger.Each _ -> List.<Comparison>of();
                    };
            return all.stream().anyMatch(one -> COUNTED.contains(one.measure()));
        }

        private boolean counted(RegisterFacts facts) {
            return facts.profiles().values().stream()
                    .anyMatch(
                            profile ->
                                    counting.stream()
                                            .anyMatch(one -> Conditions.applies(one, profile)));
        }

        Map<UUID, RegisterFacts> all() {
            each(LIVES, this::lifetime);
            each(PROFILES, this::profile);
            countMembers();
            each(POSTS, this::post);
            each(UNITS, row -> of(row).between("units", row));
            each(GROUPS, row -> of(row).between("groups", row));
            each(REVIEWS, row -> of(row).event("review", day(row, "on_day")));
            each(LIFE, this::life);
            lives.forEach((id, facts) -> gathered(id).into(facts));
            return lives;
        }

        private void countMembers() {
            var counted = lives.values().stream().filter(this::counted);
            jdbc.sql(MEMBERS)
                    .param(
                            "organizations",
                            counted.map(RegisterFacts::organization).toArray(UUID[]::new))
                    .query(this::members);
        }

        private void each(String sql, RowCallbackHandler handler) {
            jdbc.sql(sql).param("organizations", organizations).query(handler);
        }

        private Gathered of(ResultSet row) throws SQLException {
            return gathered(row.getObject("organization", UUID.class));
        }

        private Gathered gathered(UUID organization) {
            return gathered.computeIfAbsent(organization, _ -> new Gathered());
        }

        private void lifetime(ResultSet row) throws SQLException {
            var id = row.getObject("id", UUID.class);
            lives.put(
                    id,
                    new RegisterFacts(
                            id,
                            day(row, "established_on"),
                            day(row, "ended_on"),
                            new TreeMap<>(),
                            new HashMap<>(),
                            lifeFrom,
                            new HashMap<>()));
        }

        private void profile(ResultSet row) throws SQLException {
            var facts = lives.get(row.getObject("id", UUID.class));
            if (facts != null) {
                var profile = new Profile(row.getString("kind"), row.getString("field"));
                facts.profiles().put(day(row, "valid_from"), profile);
            }
        }

        private void members(ResultSet row) throws SQLException {
            var of = of(row);
            var day = day(row, "day");
            of.change("members", day, row.getInt("members"));
            of.change("full", day, row.getInt("fully"));
            of.change("ungrouped", day, row.getInt("ungrouped"));
            of.membersFrom(day);
        }

        private void post(ResultSet row) throws SQLException {
            var of = of(row);
            var kind = row.getString("kind");
            if (kind.equals("group-leader")) {
                of.between("leaders", row);
                return;
            }
            var holder = row.getString("holder");
            var days = new Spell(day(row, "valid_from"), day(row, "valid_to"));
            if (kind.equals("secretary")) {
                of.secretary(holder, days);
            }
            of.officer(holder, days);
        }

        /** How many of the two who talked were in the committee on that day (R-LF-13). */
        private static int officers(Gathered of, ResultSet row, LocalDate day) throws SQLException {
            var officers = 0;
            for (var part : List.of("chair", "guest", "other")) {
                officers += of.isOfficer(row.getString(part), day) ? 1 : 0;
            }
            return officers;
        }

        /** After the posts: who was the secretary on that day is known then. */
        private void life(ResultSet row) throws SQLException {
            var of = of(row);
            var day = day(row, "held_on");
            var bySecretary = of.isSecretary(row.getString("chair"), day);
            var type = row.getString("type");
            LifeEvents.of(type, row.getString("form"), bySecretary)
                    .forEach(name -> of.event(name, day));
            if (type.equals(LifeEvents.TALK)) {
                of.event(LifeEvents.talk(officers(of, row, day)), day);
            }
        }
    }
}
