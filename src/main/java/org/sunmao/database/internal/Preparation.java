package org.sunmao.database.internal;

import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The two roles that outlive start, and their rights. Each step may be repeated at every start. */
final class Preparation {

    static final String DATABASE = "sunmao";
    static final String OWNER = "sunmao_owner";
    static final String APPLICATION = "sunmao_app";

    private static final List<String> ROLES =
            List.of(
                    """
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'sunmao_owner') then
                        create role sunmao_owner login;
                      end if;
                      if not exists (select from pg_roles where rolname = 'sunmao_app') then
                        create role sunmao_app login;
                      end if;
                    end $$
                    """,
                    // The sealing of the journal counts on no transaction living longer.
                    "alter role sunmao_app set transaction_timeout = '60s'");

    private static final String STRAYED =
            """
            select rolname from pg_roles
            where rolname in ('sunmao_owner', 'sunmao_app')
              and (not rolcanlogin or rolsuper or rolbypassrls
                   or rolcreatedb or rolcreaterole or rolreplication)
            """;

    private static final String EXISTS =
            "select exists (select from pg_database where datname = 'sunmao')";

    private static final List<String> CLOSED =
            List.of(
                    "revoke all on database postgres from public",
                    "revoke all on database template1 from public");

    private static final List<String> RIGHTS =
            List.of(
                    "set role sunmao_owner",
                    "revoke all on database %1$s from public",
                    "grant connect on database %1$s to sunmao_app",
                    "revoke all on schema public from public",
                    // Names of operators (pg_trgm) are only found where the schema may be used.
                    "grant usage on schema public to sunmao_app",
                    "create extension if not exists btree_gist with schema public",
                    "create extension if not exists pg_trgm with schema public",
                    "reset role");

    private Preparation() {}

    static void roles(Connection admin, String ownerPassword, String applicationPassword)
            throws SQLException {
        var sql = sql(admin);
        ROLES.forEach(statement -> sql.sql(statement).update());
        var cures = sql.sql(STRAYED).query((role, _) -> harmless(role.getString("rolname")));
        cures.list().forEach(cure -> sql.sql(cure).update());
        // The driver sends the SCRAM verifier: no log can show the password.
        var driver = admin.unwrap(PGConnection.class);
        driver.alterUserPassword(OWNER, ownerPassword.toCharArray(), "scram-sha-256");
        driver.alterUserPassword(APPLICATION, applicationPassword.toCharArray(), "scram-sha-256");
    }

    /** Our own server only: its other databases are closed to everybody but the superuser. */
    static void database(Connection admin) {
        var sql = sql(admin);
        if (!sql.sql(EXISTS).query(Boolean.class).single()) {
            sql.sql("create database sunmao owner sunmao_owner").update();
        }
        CLOSED.forEach(statement -> sql.sql(statement).update());
    }

    /** Inside the database, as its owner: btree_gist and pg_trgm are trusted extensions. */
    static void rights(Connection admin) throws SQLException {
        var sql = sql(admin);
        var database = admin.getCatalog();
        RIGHTS.forEach(statement -> sql.sql(statement.formatted(quoted(database))).update());
    }

    private static String harmless(String role) {
        return """
        alter role %s
        login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
        """
                .formatted(role);
    }

    static JdbcClient sql(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
