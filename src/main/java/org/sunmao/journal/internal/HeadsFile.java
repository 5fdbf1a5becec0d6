package org.sunmao.journal.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.sunmao.database.DataDirectory;
import org.sunmao.journal.internal.SealStore.Grown;
import org.sunmao.vault.Vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ${sunmao.data}/journal-heads}: the signed heads outside the database, one JSON line each,
 * appended and forced to the disk once they are committed.
 *
 * <p>It always takes from the database what comes after its own last line, so the head of another
 * process, or the one that a crash kept from being written, comes in by the same way. What does not
 * fit is not written: whoever verifies will find the two at odds.
 */
@Component
class HeadsFile implements SmartInitializingSingleton {

    static final String NAME = "journal-heads";

    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);
    private static final int PAGE = 50;
    private static final int LONGEST_LINE = 1 << 16;

    private final DataDirectory data;
    private final Path path;
    private final SealStore store;
    private final Vault vault;
    private boolean read;
    private long size;
    private boolean atOdds;

    HeadsFile(DataDirectory data, SealStore store, Vault vault) {
        this.data = data;
        this.path = data.file(NAME);
        this.store = store;
        this.vault = vault;
    }

    /** Before the first head of a new house; and what a crash kept from the file comes in now. */
    @Override
    public void afterSingletonsInstantiated() {
        catchUp();
    }

    synchronized void catchUp() {
        try {
            if (!read) {
                readLast();
            }
            List<Grown> heads = List.of();
            do {
                heads = atOdds ? List.of() : store.after(size, PAGE);
                for (var head : heads) {
                    append(head.head());
                }
            } while (heads.size() == PAGE);
        } catch (IOException e) {
            read = false;
            throw new UncheckedIOException(e);
        }
    }

    private void readLast() throws IOException {
        if (Files.notExists(path)) {
            begin();
        }
        var last = lastLine();
        size = last == null || last.head() == null ? 0 : last.head().size();
        var known = store.last().map(head -> head.head().size()).orElse(0L);
        if (size > known) {
            atOdds(
                    "数据库缺少末尾的封存头：文件记到第 {} 条，数据库只到第 {} 条",
                    "The file of heads knows more than the database",
                    size,
                    known);
        }
        read = true;
    }

    private void begin() throws IOException {
        data.writePrivately(path, "");
        var known = store.last();
        if (known.isPresent()) {
            LOG.warn("封存头文件 {} 不在了，由数据库重新建立 (the file of heads is made anew)", path);
            write(HeadLine.begun(store.now(), known.get().head().size()));
        }
    }

    /**
     * The last line that is whole. A power cut may leave half a line behind it, which is cut off:
     * its head is still in the database.
     */
    private @Nullable HeadLine lastLine() throws IOException {
        try (var channel = FileChannel.open(path, READ, WRITE)) {
            var from = Math.max(0, channel.size() - LONGEST_LINE);
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            var read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = channel.read(bytes, from + bytes.position());
            }
            // One byte a character: what is cut in two does not matter here.
            var text = new String(bytes.array(), ISO_8859_1);
            var end = text.lastIndexOf('\n');
            if (end + 1 < text.length()) {
                channel.truncate(from + end + 1);
                channel.force(true);
            }
            var line = text.substring(text.lastIndexOf('\n', end - 1) + 1, Math.max(0, end));
            return end < 0 ? null : HeadLine.read(line);
        }
    }

    private void append(Head head) throws IOException {
        if (atOdds) {
            return;
        }
        var hashes = store.hashes(head);
        if (head.previous() != size || !isWhole(head, hashes)) {
            atOdds(
                    "封存头（第 {} 条）与文件末尾（第 {} 条）接不上，或与签名、叶不符",
                    "A head in the database does not follow from the file",
                    head.size(),
                    size);
            return;
        }
        write(HeadLine.of(head, hashes));
        size = head.size();
    }

    private boolean isWhole(Head head, List<byte[]> hashes) {
        var before = head.previous() == 0 ? new Tree() : treeAt(head.previous());
        if (before == null) {
            return false;
        }
        hashes.forEach(before::add);
        return before.size() == head.size()
                && Arrays.equals(before.root(), head.root())
                && vault.signed(Head.PURPOSE, head.message(), head.signature());
    }

    private @Nullable Tree treeAt(long size) {
        return store.at(size).map(Grown::tree).orElse(null);
    }

    private void write(HeadLine line) throws IOException {
        if (Files.notExists(path)) {
            throw new IOException(path + " is gone");
        }
        try (var channel = FileChannel.open(path, APPEND)) {
            var bytes = ByteBuffer.wrap(line.text().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void atOdds(String chinese, String english, long one, long other) {
        LOG.error(chinese + "。请运行 verify-journal。(" + english + ".)", one, other);
        atOdds = true;
    }
}
