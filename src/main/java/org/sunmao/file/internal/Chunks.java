package org.sunmao.file.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/** A file as a stream; no more than one chunk of it is in memory. */
class Chunks extends InputStream {

    private final long size;
    private final IntFunction<byte[]> fetch;
    private long position;
    private int number = -1;
    private byte[] chunk = {};

    /**
     * @param size of the whole file
     * @param fetch the chunk of a number
     */
    Chunks(long size, IntFunction<byte[]> fetch) {
        this.size = size;
        this.fetch = fetch;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position >= size) {
            return length == 0 ? 0 : -1;
        }
        var wanted = (int) (position / FileStore.CHUNK);
        if (wanted != number) {
            chunk = fetch.apply(wanted);
            number = wanted;
        }
        var from = (int) (position % FileStore.CHUNK);
        var got = Math.min(length, chunk.length - from);
        System.arraycopy(chunk, from, into, offset, got);
        position += got;
        return got;
    }

    /** A part from the middle is asked for without fetching what lies before it. */
    @Override
    public long skip(long bytes) throws IOException {
        var skipped = Math.clamp(bytes, 0, size - position);
        position += skipped;
        return skipped;
    }
}
