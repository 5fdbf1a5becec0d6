package org.sunmao.database.internal;

import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.sunmao.database.StartRefused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** A PostgreSQL that somebody else runs, named by {@code spring.datasource.*}. */
record ExternalServer(Login application, Login owner) implements Server {

    static final String URL = "spring.datasource.url";
    static final String OR_EXTERNAL =
            "或用 spring.datasource.url（及 username、password）连接外部 PostgreSQL "
                    + SupportedVersion.MAJOR
                    + "。";

    private static final Set<String> NOT_OURS = Set.of("postgres", "template1");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("[?&](user|password)=");

    /** Several processes may start at once on one database; they prepare it one by one. */
    private static final String ONE_BY_ONE = "select pg_advisory_lock(hashtext('sunmao'))::text";

    private static final String MAY_CREATE_ROLES =
            "select rolsuper or rolcreaterole from pg_roles where rolname = current_user";

    static ExternalServer named(Environment environment) {
        var given = given(environment);
        try (var connection = given.connect()) {
            SupportedVersion.check(Preparation.sql(connection));
            var user = environment.getProperty("spring.flyway.user");
            if (user == null) {
                return prepared(given, connection);
            }
            if (!given.user().equals(Preparation.APPLICATION)) {
                throw otherName(given.user());
            }
            var url = environment.getProperty("spring.flyway.url", given.url());
            var password = environment.getProperty("spring.flyway.password", "");
            return asGiven(given, new Login(url, user, password));
        } catch (SQLException | DataAccessException e) {
            throw failed(given, e);
        }
    }

    @Override
    public void close() {}

    private static Login given(Environment environment) {
        var url = environment.getProperty(URL, "");
        var user = environment.getProperty("spring.datasource.username", "");
        var password = environment.getProperty("spring.datasource.password", "");
        if (!url.startsWith("jdbc:postgresql:")
                || LOGIN_IN_URL.matcher(url).find()
                || user.isEmpty()
                || password.isEmpty()) {
            throw incomplete();
        }
        return new Login(batching(url), user, password);
    }

    private static ExternalServer asGiven(Login application, Login owner) throws SQLException {
        try (var connection = application.connect()) {
            ApplicationRole.check(connection, application.user(), owner.user());
        }
        try (var connection = owner.connect()) {
            Preparation.extensions(connection);
        }
        return new ExternalServer(application, owner);
    }

    private static ExternalServer prepared(Login admin, Connection connection) throws SQLException {
        var sql = Preparation.sql(connection);
        if (NOT_OURS.contains(connection.getCatalog())) {
            throw notOurs(connection.getCatalog());
        }
        if (!sql.sql(MAY_CREATE_ROLES).query(Boolean.class).single()) {
            throw mayNotPrepare(admin.user());
        }
        var owner = derived(admin, Preparation.OWNER);
        var application = derived(admin, Preparation.APPLICATION);
        sql.sql(ONE_BY_ONE).query(String.class).single();
        Preparation.roles(connection, owner, application);
        Preparation.handOverDatabase(connection);
        try (var asOwner = owner.connect()) {
            Preparation.rights(asOwner);
        }
        return asGiven(application, owner);
    }

    private static Login derived(Login admin, String role) {
        return new Login(admin.url(), role, Passwords.derived(admin.password(), role));
    }

    private static String batching(String url) {
        return url.contains("reWriteBatchedInserts")
                ? url
                : url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    }

    private static StartRefused incomplete() {
        var reason =
                """
                外部数据库的设置不完整：需要 jdbc:postgresql: 开头、不含账号密码的地址，以及账号和密码。
                Needed: jdbc:postgresql: url (no login in it), user and password.\
                """;
        var wayOut =
                """
                请设置 spring.datasource.url、spring.datasource.username 和 spring.datasource.password；\
                去掉 spring.datasource.url 则使用内置的 PostgreSQL。\
                """;
        return new StartRefused(reason, wayOut);
    }

    private static StartRefused failed(Login given, Exception cause) {
        var reason =
                """
                外部数据库（%s）连接或准备失败：%s
                The external database could not be reached or prepared.\
                """
                        .formatted(given, cause.getMessage());
        var wayOut =
                "请核对地址、账号和密码，并确认服务器已安装 contrib 扩展（btree_gist、pg_trgm）；详见 docs/operate/database.md。";
        return new StartRefused(reason, wayOut, cause);
    }

    private static StartRefused notOurs(String database) {
        var reason =
                """
                数据库 %s 是服务器自身的维护库，不能交给榫卯使用。
                The database %1$s belongs to the server itself.\
                """
                        .formatted(database);
        return new StartRefused(reason, "请先执行 create database sunmao;，再把地址改为该数据库。");
    }

    private static StartRefused otherName(String user) {
        var reason =
                """
                指定了迁移账号 spring.flyway.user 时，应用账号必须叫 %s（迁移按这个名字授权），而不是 %s。
                With spring.flyway.user, the application role must be called %1$s, not %2$s.\
                """
                        .formatted(Preparation.APPLICATION, user);
        var wayOut =
                """
                请建立该账号并用于 spring.datasource.username；或去掉 spring.flyway.user，\
                由有权建立角色的账号在启动时自动准备。\
                """;
        return new StartRefused(reason, wayOut);
    }

    private static StartRefused mayNotPrepare(String user) {
        var reason =
                """
                外部数据库账号 %s 无权建立角色，又没有另外指定迁移账号。
                The user %1$s may not create roles, and spring.flyway.user names no owner.\
                """
                        .formatted(user);
        var wayOut =
                """
                请改用有 CREATEROLE 权限或超级用户的账号（只在启动时用于准备角色），\
                或自行建立两个角色，并以 spring.flyway.user、spring.flyway.password 指定迁移账号；\
                详见 docs/operate/database.md。\
                """;
        return new StartRefused(reason, wayOut);
    }
}
