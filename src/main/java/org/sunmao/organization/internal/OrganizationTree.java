package org.sunmao.organization.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Tree;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The tree as rights need it. */
@Repository
class OrganizationTree implements Tree {

    private static final String PATH =
            """
            select path from organization.place
            where id = ? and valid_from <= ? and valid_to > ?
            """;
    private static final String OTHER_ROOT =
            """
            select exists (select from organization.place
              where parent is null and path <> ? and valid_from <= ? and valid_to > ?)
            """;

    private static final String TOPS =
            """
            select id from organization.place
            where parent is null and valid_from <= ? and valid_to > ? limit 2
            """;

    /** Bodies are named, too: what refers to one is shown by its name. */
    private static final String NAME =
            """
            select name from organization.label where id = :id and valid_to = 'infinity'
            union all
            select name from organization.body_label where id = :id and valid_to = 'infinity'
            """;

    private static final String NAME_ON =
            """
            select name from organization.label
            where id = :id and valid_from <= :day and valid_to > :day
            union all
            select name from organization.body_label
            where id = :id and valid_from <= :day and valid_to > :day
            """;

    private final JdbcClient jdbc;

    OrganizationTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> path(UUID organization, LocalDate day) {
        return jdbc.sql(PATH).params(organization, day, day).query(String.class).optional();
    }

    @Override
    public Optional<UUID> top(LocalDate day) {
        var tops = jdbc.sql(TOPS).params(day, day).query(UUID.class).list();
        return tops.size() == 1 ? Optional.of(tops.getFirst()) : Optional.empty();
    }

    @Override
    public boolean onlyRoot(String path, LocalDate day) {
        var root = path.indexOf('/', 1) == path.length() - 1;
        return root && !jdbc.sql(OTHER_ROOT).params(path, day, day).query(Boolean.class).single();
    }

    @Override
    public Optional<String> name(UUID organization) {
        return jdbc.sql(NAME).param("id", organization).query(String.class).optional();
    }

    @Override
    public Optional<String> name(UUID organization, LocalDate day) {
        return jdbc.sql(NAME_ON)
                .param("id", organization)
                .param("day", day)
                .query(String.class)
                .optional();
    }
}
