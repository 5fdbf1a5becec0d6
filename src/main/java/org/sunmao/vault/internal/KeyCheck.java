package org.sunmao.vault.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.database.StartRefused;
import org.sunmao.vault.Vault;

import java.util.Arrays;

/** Refuses to start with other keys than those the database was sealed with. */
@Component
class KeyCheck {

    private static final String FIRST =
            "insert into vault.key_check (indexed) values (?) on conflict do nothing";
    private static final String KEPT = "select indexed from vault.key_check";

    KeyCheck(JdbcClient jdbc, Vault vault) {
        var ours = vault.blindIndex("vault.key_check", "sunmao");
        jdbc.sql(FIRST).param(ours).update();
        var kept = jdbc.sql(KEPT).query((row, _) -> row.getBytes(1)).single();
        if (!Arrays.equals(ours, kept)) {
            throw new StartRefused(
                    """
                    密钥文件与数据库不符：数据库里的敏感字段是用另一份密钥加密的，用现在的密钥读不出来。
                    The key file is not the one this database was sealed with.\
                    """,
                    "请把原来的密钥文件放回原处（默认是数据目录里的 keys），或用 sunmao.keys 指明它的位置。");
        }
    }
}
