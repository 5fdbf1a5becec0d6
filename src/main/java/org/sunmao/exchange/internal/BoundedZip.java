package org.sunmao.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook; what comes out of them is counted while it is inflated. */
final class BoundedZip implements AutoCloseable {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_INFLATED = 2L << 30;
    private static final long UNSUSPICIOUS = 16L << 20;
    private static final long STEEPEST = 200;

    private final ZipFile zip;

    BoundedZip(Path file) {
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (IOException _) {
            throw Refusals.corrupt();
        }
        if (zip.size() > MOST_ENTRIES) {
            close();
            throw Refusals.bomb();
        }
    }

    /** Whether a part has a name that ends so, in whatever case. */
    boolean has(String ending) {
        return zip.stream()
                .map(ZipEntry::getName)
                .anyMatch(
                        name ->
                                name.regionMatches(
                                        true,
                                        name.length() - ending.length(),
                                        ending,
                                        0,
                                        ending.length()));
    }

    /** A part by its name, in whatever case. */
    Optional<InputStream> part(String name) {
        var wanted = name.startsWith("/") ? name.substring(1) : name;
        return Optional.<ZipEntry>ofNullable(zip.getEntry(wanted))
                .or(() -> likewise(wanted))
                .map(this::open);
    }

    private Optional<? extends ZipEntry> likewise(String name) {
        return zip.stream().filter(entry -> entry.getName().equalsIgnoreCase(name)).findFirst();
    }

    private InputStream open(ZipEntry entry) {
        try {
            return new Counted(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (IOException _) {
            throw Refusals.corrupt();
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException _) {
            // Nothing was written; what cannot be closed will be forgotten.
        }
    }

    /** Stops where more comes out than any honest workbook holds. */
    private static final class Counted extends FilterInputStream {

        private final long packed;
        private long inflated;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            if (count > 0) {
                inflated += count;
            }
            var steep = inflated > UNSUSPICIOUS && inflated / packed > STEEPEST;
            if (steep || inflated > MOST_INFLATED) {
                throw Refusals.bomb();
            }
            return count;
        }
    }
}
