package org.sunmao.database.internal;

import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sunmao.database.StartRefused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The two roles that outlive start, and their rights. Every step may be repeated at any start. */
final class Preparation {

    static final String DATABASE = "sunmao";
    static final String OWNER = "sunmao_owner";
    static final String APPLICATION = "sunmao_app";

    private static final String ROLES =
            """
            do $$ begin
              if to_regrole('sunmao_owner') is null then create role sunmao_owner login; end if;
              if to_regrole('sunmao_app') is null then create role sunmao_app login; end if;
            end $$
            """;

    private static final String STRAYED =
            """
            select rolname from pg_roles
            where rolname in ('sunmao_owner', 'sunmao_app')
              and (not rolcanlogin or rolsuper or rolbypassrls
                   or rolcreatedb or rolcreaterole or rolreplication)
            """;

    private static final String EXISTS =
            "select exists (select from pg_database where datname = 'sunmao')";

    /** A server shared with others is asked for one thing only: this database. */
    private static final String HAND_OVER =
            """
            do $$ begin
              if not pg_has_role(current_user, 'sunmao_owner', 'set') then
                grant sunmao_owner to current_user with inherit true, set true;
              end if;
              if (select datdba <> 'sunmao_owner'::regrole
                  from pg_database where datname = current_database()) then
                execute format('alter database %I owner to sunmao_owner', current_database());
              end if;
            end $$
            """;

    private static final String CONNECT_ONLY =
            """
            do $$ begin
              execute format('revoke all on database %I from public', current_database());
              execute format('grant connect on database %I to sunmao_app', current_database());
            end $$
            """;

    private static final String CHINESE_IS_FOUND =
            """
            select getdatabaseencoding() = 'UTF8' and cardinality(show_trgm('榫卯')) > 0
            """;

    private Preparation() {}

    static JdbcClient sql(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static void roles(Connection admin, Login owner, Login application) throws SQLException {
        var sql = sql(admin);
        sql.sql(ROLES).update();
        var cures = sql.sql(STRAYED).query((row, _) -> harmless(row.getString("rolname")));
        cures.list().forEach(cure -> sql.sql(cure).update());
        // The sealing of the journal counts on no transaction living longer.
        sql.sql("alter role sunmao_app set transaction_timeout = '60s'").update();
        // The driver sends the SCRAM verifier: no log can show the password.
        var driver = admin.unwrap(PGConnection.class);
        driver.alterUserPassword(OWNER, owner.password().toCharArray(), "scram-sha-256");
        driver.alterUserPassword(
                APPLICATION, application.password().toCharArray(), "scram-sha-256");
    }

    /** On our own server, whose other databases are closed to everybody but the superuser. */
    static void createDatabase(Connection admin) {
        var sql = sql(admin);
        if (!sql.sql(EXISTS).query(Boolean.class).single()) {
            sql.sql("create database sunmao owner sunmao_owner").update();
        }
        sql.sql("revoke all on database postgres, template1 from public").update();
    }

    static void handOverDatabase(Connection admin) {
        sql(admin).sql(HAND_OVER).update();
    }

    static void rights(Connection owner) {
        var sql = sql(owner);
        sql.sql(CONNECT_ONLY).update();
        sql.sql("revoke all on schema public from public").update();
        // The operators of pg_trgm are only found in a schema that may be used.
        sql.sql("grant usage on schema public to sunmao_app").update();
        extensions(owner);
    }

    /** Both are trusted: the owner of a database may create them without being a superuser. */
    static void extensions(Connection owner) {
        for (var extension : List.of("btree_gist", "pg_trgm")) {
            sql(owner).sql("create extension if not exists " + extension).update();
        }
        if (!sql(owner).sql(CHINESE_IS_FOUND).query(Boolean.class).single()) {
            throw lettersUnknown();
        }
    }

    private static String harmless(String role) {
        return """
        alter role %s
        login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
        """
                .formatted(role);
    }

    private static StartRefused lettersUnknown() {
        var reason =
                """
                数据库的编码不是 UTF8，或其 LC_CTYPE 不认识汉字（如 C、POSIX），中文名称将无法检索。
                The database is not UTF8, or its LC_CTYPE knows no Chinese letters.\
                """;
        var wayOut =
                """
                请另建数据库，例如：create database sunmao template template0 encoding 'UTF8' \
                locale_provider builtin builtin_locale 'C.UTF-8' locale 'C.UTF-8';\
                """;
        return new StartRefused(reason, wayOut);
    }
}
