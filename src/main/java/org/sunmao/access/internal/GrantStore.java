package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Grants in PostgreSQL: made on approval, looked at by those above; whom they are for. */
@Repository
class GrantStore {

    private static final String ACCOUNTS =
            """
            select id, username, name, disabled_at is not null as disabled from access.account
            """;
    private static final String BY_USERNAME = ACCOUNTS + " where username = :username";
    private static final String BY_ID = ACCOUNTS + " where id in (:ids)";
    private static final String ADD =
            """
            insert into access.grant (id, account, role, organization, valid_from, valid_to,
              basis_kind, basis_id, behalf, principal)
            values (:id, :account, :role, :organization, :from, :to, :basis, :request, :behalf,
              :principal)
            """;
    private static final String COLUMNS =
            """
            select g.id, g.account, g.role, g.organization, g.valid_from, g.valid_to, g.basis_kind,
              g.behalf, g.principal
            from access.grant g
            """;
    private static final String GET = COLUMNS + " where g.id = :id and g.valid_to > :today";
    private static final String LOCK = GET + " for update";
    private static final String OF_ACCOUNT =
            COLUMNS
                    + " where g.account = :account and "
                    + AccountStore.HOLDS
                    + " order by g.principal is not null, g.id";

    /** Of an account: what would stand beside another role within the same days. */
    private static final String BESIDE =
            COLUMNS
                    + """
                     where g.account = :account
                      and daterange(g.valid_from, g.valid_to) && daterange(:from, :to)
                    order by g.valid_from, g.id
                    """;

    private static final String OWNER = "select account from access.grant where id = :id";
    private static final String OFFICERS =
            """
            select exists (select from access.grant g
              where g.role = 'county-officer' and g.organization = :organization
                and g.valid_to > :today)
            """;

    /** Those of members and applicants are theirs alone, and as many as there are people. */
    private static final String LIST =
            COLUMNS
                    + """
                     where g.valid_to > :today and g.role not in ('member', 'applicant')
                      and (:all or :mine in (g.account, g.behalf)
                        or :officer and g.organization in (select p.id
                          from organization.place_published p
                          where p.path >= :lo and p.path < :hi and p.valid_from <= :today
                            and p.valid_to > :today))
                      and (cast(:after as uuid) is null or g.id > :after)
                    order by g.id limit :limit
                    """;

    /** Somebody with an account. */
    record Person(UUID id, String username, String name, boolean disabled) {}

    /**
     * A grant that holds or will.
     *
     * @param to {@link LocalDate#MAX} without an end
     */
    record Grant(
            UUID id,
            UUID account,
            Role role,
            @Nullable UUID organization,
            LocalDate from,
            LocalDate to,
            String basis,
            @Nullable UUID behalf,
            @Nullable UUID principal) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && to.isAfter(day);
        }
    }

    /**
     * Whose grants are looked at.
     *
     * @param all whether every grant of the house is looked at, those of administrators, too
     * @param officer whether those over the subtree are
     */
    record Look(UUID me, boolean all, boolean officer, Subtree subtree) {}

    private static final RowMapper<Person> PERSON = new SimplePropertyRowMapper<>(Person.class);
    private static final RowMapper<Grant> GRANT = (row, _) -> grant(row);

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> person(String username) {
        return jdbc.sql(BY_USERNAME).param("username", username).query(PERSON).optional();
    }

    Map<UUID, Person> people(Collection<UUID> ids) {
        var people = new HashMap<UUID, Person>();
        if (!ids.isEmpty()) {
            jdbc.sql(BY_ID)
                    .param("ids", ids)
                    .query(PERSON)
                    .list()
                    .forEach(person -> people.put(person.id(), person));
        }
        return people;
    }

    void add(UUID id, GrantRequest request, LocalDate from, LocalDate to, @Nullable UUID behalf) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("account", request.account())
                .param("role", request.role().code())
                .param("organization", request.organization(), Types.OTHER)
                .param("from", from)
                .param("to", to)
                .param("basis", behalf == null ? "request" : "deputy")
                .param("request", request.id())
                .param("behalf", behalf, Types.OTHER)
                .param("principal", request.principal(), Types.OTHER)
                .update();
    }

    Optional<Grant> get(UUID id, LocalDate today) {
        return jdbc.sql(GET).param("id", id).param("today", today).query(GRANT).optional();
    }

    Optional<Grant> lock(UUID id, LocalDate today) {
        return jdbc.sql(LOCK).param("id", id).param("today", today).query(GRANT).optional();
    }

    /** Whose a grant is or was. */
    Optional<UUID> owner(UUID id) {
        return jdbc.sql(OWNER).param("id", id).query(UUID.class).optional();
    }

    /** What an account may act under today; its own come first. */
    List<Grant> of(UUID account, LocalDate today) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("today", today)
                .query(GRANT)
                .list();
    }

    List<Grant> beside(UUID account, LocalDate from, LocalDate to) {
        return jdbc.sql(BESIDE)
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query(GRANT)
                .list();
    }

    /** Whether anybody is, or will be, county officer over an organization. */
    boolean anyOfficer(UUID organization, LocalDate today) {
        return jdbc.sql(OFFICERS)
                .param("organization", organization)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    List<Grant> list(Look look, Scope scope, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("today", scope.day())
                .param("all", look.all())
                .param("officer", look.officer())
                .param("mine", look.me())
                .param("lo", look.subtree().lo())
                .param("hi", look.subtree().hi())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(GRANT)
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Role.of(row.getString("role")),
                row.getObject("organization", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("basis_kind"),
                row.getObject("behalf", UUID.class),
                row.getObject("principal", UUID.class));
    }
}
