package org.sunmao.database.internal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.sunmao.database.StartRefused;
import org.tukaani.xz.XZInputStream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * PostgreSQL's programs, unpacked. The folder is named by the archive's digest and appears in one
 * step, so that it is either whole or not there.
 */
record Binaries(Path folder) {

    private static final int MAY_BE_RUN = 0100;

    static Binaries unpack(byte[] archive, Path runtime) throws IOException {
        PrivateFiles.makeDirectory(runtime);
        var folder = runtime.resolve(digest(archive));
        if (!Files.isDirectory(folder)) {
            var fresh = runtime.resolve("new");
            PrivateFiles.deleteTree(fresh);
            extract(archive, fresh);
            Files.move(fresh, folder, ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    /** The archive that the build put on the class path for this platform. */
    static byte[] ofThisPlatform() throws IOException {
        var system =
                SystemUtils.IS_OS_MAC ? "Darwin" : SystemUtils.IS_OS_LINUX ? "Linux" : "Windows";
        try (var in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, SystemUtils.OS_ARCH)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw missing(e);
        }
    }

    Program program(String name) {
        return new Program(folder.resolve("bin").resolve(name));
    }

    /** Those of an earlier version; never called while a server may still run from them. */
    void removeOthers() throws IOException {
        try (var all = Files.list(folder.getParent())) {
            for (var other : all.filter(each -> !each.equals(folder)).toList()) {
                PrivateFiles.deleteTree(other);
            }
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (var xz = new XZInputStream(new ByteArrayInputStream(archive));
                var tar = new TarArchiveInputStream(xz)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside the target: " + entry.getName());
                }
                extract(tar, entry, file);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & MAY_BE_RUN) != 0 && !file.toFile().setExecutable(true, true)) {
            throw new IOException("cannot be made executable: " + file);
        }
    }

    private static String digest(byte[] archive) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StartRefused missing(Exception cause) {
        var reason =
                """
                本程序没有携带适用于 %s / %s 的 PostgreSQL，内置数据库无法启动。
                No PostgreSQL for this platform (%1$s / %2$s) is on the class path.\
                """
                        .formatted(SystemUtils.OS_NAME, SystemUtils.OS_ARCH);
        return new StartRefused(reason, "请在本平台上重新构建，" + ExternalServer.OR_EXTERNAL, cause);
    }
}
