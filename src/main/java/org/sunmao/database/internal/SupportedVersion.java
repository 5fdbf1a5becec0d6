package org.sunmao.database.internal;

import org.sunmao.database.StartRefused;

/** Temporal keys and virtual columns came with PostgreSQL 18; nothing older is served. */
final class SupportedVersion {

    static final int OLDEST = 180_000;

    private SupportedVersion() {}

    static void check(int number, String text) {
        if (number >= OLDEST) {
            return;
        }
        var reason =
                """
                外部数据库是 PostgreSQL %s，榫卯需要 %d 或更高版本（时态主键 WITHOUT OVERLAPS 自 18 起才有）。
                The external server is PostgreSQL %1$s; %2$d or newer is needed. Nothing was changed.\
                """
                        .formatted(text, OLDEST / 10_000);
        var wayOut = "请升级该服务器，或去掉 spring.datasource.url 改用内置的 PostgreSQL。数据库未作任何改动。";
        throw new StartRefused(reason, wayOut);
    }
}
