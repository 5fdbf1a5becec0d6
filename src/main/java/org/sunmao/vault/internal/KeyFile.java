package org.sunmao.vault.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunmao.database.DataDirectory;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The keys, in a file outside the database: made at the first start, mode 600.
 *
 * <p>Without this file sealed values are lost; it is to be kept apart from the backups.
 */
@Component
class KeyFile {

    private static final int BYTES = 32;

    private final byte[] sealing;
    private final byte[] indexing;

    KeyFile(DataDirectory data, @Value("${sunmao.keys:#{null}}") @Nullable Path named) {
        var file = named == null ? data.file("keys") : named;
        if (Files.notExists(file)) {
            data.writePrivately(file, "sealing-1=" + newKey() + "\nindexing=" + newKey() + "\n");
        }
        var keys = read(file);
        this.sealing = key(file, keys, "sealing-1");
        this.indexing = key(file, keys, "indexing");
    }

    byte[] sealing() {
        return sealing.clone();
    }

    byte[] indexing() {
        return indexing.clone();
    }

    private static String newKey() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Properties read(Path file) {
        var keys = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            keys.load(in);
        } catch (IOException e) {
            throw new StartRefused("密钥文件读不出来：" + file, "请检查文件是否存在、当前用户能否读取", e);
        }
        return keys;
    }

    private static byte[] key(Path file, Properties keys, String name) {
        var key = keys.getProperty(name);
        if (key == null || Base64.getDecoder().decode(key.strip()).length != BYTES) {
            throw new StartRefused("密钥文件 " + file + " 里没有完整的 " + name, "请从单独保管的备份中恢复密钥文件");
        }
        return Base64.getDecoder().decode(key.strip());
    }
}
