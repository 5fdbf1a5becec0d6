package org.sunmao.database.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.database.StartRefused;

/** Temporal keys came with PostgreSQL 18; nothing older is served. */
final class SupportedVersion {

    static final int MAJOR = 18;

    private static final String VERSION =
            """
            select current_setting('server_version_num')::int / 10000 as major,
                   current_setting('server_version') as version
            """;

    private SupportedVersion() {}

    static void check(JdbcClient sql) {
        var refused =
                sql.sql(VERSION)
                        .query(
                                (row, _) ->
                                        row.getInt("major") < MAJOR ? row.getString("version") : "")
                        .single();
        if (!refused.isEmpty()) {
            throw tooOld(refused);
        }
    }

    private static StartRefused tooOld(String version) {
        var reason =
                """
                外部数据库是 PostgreSQL %s，榫卯需要 %d 或更高版本（时态主键 WITHOUT OVERLAPS 自 18 起才有）。
                The external server is PostgreSQL %1$s; %2$d or newer is needed.\
                """
                        .formatted(version, MAJOR);
        var wayOut = "该数据库未作任何改动。请升级该服务器，或去掉 spring.datasource.url，改用内置的 PostgreSQL。";
        return new StartRefused(reason, wayOut);
    }
}
