package org.sunmao.database.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;

import org.sunmao.database.DataDirectory;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The lock is the operating system's, so that a killed process leaves none behind. */
final class LockedDirectory implements DataDirectory, AutoCloseable {

    static final String LOCK = "sunmao.lock";

    /** Far behind the pid that stands in the file: Windows lets nobody read a locked byte. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * A process loses its lock as soon as it closes <em>any</em> channel on the file, so within
     * this one the file is opened once only.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private LockedDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static LockedDirectory open(Path directory) {
        return tryOpen(directory).orElseThrow(() -> held(directory));
    }

    /** Empty where another process, or this one, holds the directory. */
    static Optional<LockedDirectory> tryOpen(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        try {
            PrivateFiles.makeDirectory(path);
            // The real path: by it the operating system names the programs that run from here.
            return lock(path.toRealPath());
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    /** The number of the process that holds the directory. Held here, the file is left alone. */
    static String holder(Path directory) {
        try {
            var path = directory.toRealPath();
            return HELD_HERE.contains(path) ? pid() : Files.readString(path.resolve(LOCK)).strip();
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void writePrivately(Path file, String content) {
        try {
            PrivateFiles.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(path);
    }

    static StartRefused notWritable(Path path, IOException cause) {
        var reason =
                """
                无法使用数据目录 %s：%s
                The data directory %1$s cannot be used.\
                """
                        .formatted(path, cause);
        return new StartRefused(
                reason, "请检查磁盘空间、目录的所有者和权限，所在分区须允许执行程序；或用 sunmao.data 指定另一个目录。", cause);
    }

    private static Optional<LockedDirectory> lock(Path path) throws IOException {
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        var locked = false;
        try {
            var file = PrivateFiles.make(path.resolve(LOCK));
            var channel = FileChannel.open(file, WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0).write(ByteBuffer.wrap(pid().getBytes(US_ASCII)));
            locked = true;
            return Optional.of(new LockedDirectory(path, channel));
        } finally {
            if (!locked) {
                HELD_HERE.remove(path);
            }
        }
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private static StartRefused held(Path directory) {
        var path = real(directory);
        var pid = holder(path);
        var reason =
                """
                数据目录 %s 正由另一个榫卯进程（pid %s）使用，同一目录只能有一个进程提供服务。
                The data directory %1$s is held by another serving process (pid %2$s).\
                """
                        .formatted(path, pid);
        return new StartRefused(reason, "请先停止该进程；如要并行运行，请用 sunmao.data 另行指定目录。");
    }
}
