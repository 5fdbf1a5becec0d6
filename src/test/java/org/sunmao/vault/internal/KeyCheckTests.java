package org.sunmao.vault.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.database.DataDirectory;
import org.sunmao.database.StartRefused;
import org.sunmao.house.HouseTest;
import org.sunmao.vault.Vault;

import java.nio.file.Path;

@HouseTest
class KeyCheckTests {

    @TempDir Path elsewhere = Path.of("");
    @Autowired JdbcClient jdbc;
    @Autowired Vault vault;
    @Autowired DataDirectory data;

    @Test
    void aDatabaseIsNotServedWithOtherKeysThanItsOwn() {
        var others = new FileVault(new KeyFile(data, elsewhere.resolve("keys")));

        assertThatThrownBy(() -> new KeyCheck(jdbc, others))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("密钥文件与数据库不符");
        assertThatCode(() -> new KeyCheck(jdbc, vault)).doesNotThrowAnyException();
    }
}
