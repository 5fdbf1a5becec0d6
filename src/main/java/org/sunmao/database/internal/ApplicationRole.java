package org.sunmao.database.internal;

import org.sunmao.database.StartRefused;

import java.sql.Connection;

/**
 * Row-level security is the second lock on people's data. A role that could open it is refused,
 * whoever made it.
 */
final class ApplicationRole {

    private static final String MIGHT_BECOME =
            """
            select rolname from pg_roles
            where (rolsuper or rolbypassrls or rolname = :owner)
              and pg_has_role(current_user, oid, 'member')
            order by rolname = current_user desc, rolname
            limit 1
            """;

    private static final String OWNS =
            """
            select count(*) from pg_class
            where relowner = (select oid from pg_roles where rolname = current_user)
            """;

    private static final String TRANSACTIONS_END =
            """
            select setting::int between 1 and 60000
            from pg_settings where name = 'transaction_timeout'
            """;

    private static final String HOW =
            """
            请为 %s 去掉上述权限（NOSUPERUSER NOBYPASSRLS，不属于任何高权限角色，不拥有任何对象），\
            或去掉 spring.flyway.user，由有权建立角色的账号在启动时自动准备。\
            """;

    private ApplicationRole() {}

    static void check(Connection application, String user, String owner) {
        var sql = Preparation.sql(application);
        var roles = sql.sql(MIGHT_BECOME).param("owner", owner);
        for (var role : roles.query((row, _) -> row.getString("rolname")).list()) {
            throw tooMighty(user, role);
        }
        if (sql.sql(OWNS).query(Long.class).single() > 0) {
            throw owns(user);
        }
        if (!sql.sql(TRANSACTIONS_END).query(Boolean.class).single()) {
            throw endless(user);
        }
    }

    private static StartRefused tooMighty(String user, String role) {
        var reason =
                """
                应用账号 %s 是或可以成为 %s（超级用户、可绕过行级安全的账号或迁移账号），行级安全对它不起作用。
                The role %1$s is, or may become, %2$s, and so escape row-level security.\
                """
                        .formatted(user, role);
        return new StartRefused(reason, HOW.formatted(user));
    }

    private static StartRefused owns(String user) {
        var reason =
                """
                应用账号 %s 拥有数据表等对象，所有者不受行级安全约束。
                The role %1$s owns relations, and so escapes row-level security.\
                """
                        .formatted(user);
        return new StartRefused(reason, HOW.formatted(user));
    }

    private static StartRefused endless(String user) {
        var reason =
                """
                应用账号 %s 没有 60 秒以内的事务时限（transaction_timeout），日志封存以此为前提。
                The role %1$s has no transaction_timeout of at most 60 s.\
                """
                        .formatted(user);
        return new StartRefused(
                reason, "请执行：alter role %s set transaction_timeout = '60s';".formatted(user));
    }
}
