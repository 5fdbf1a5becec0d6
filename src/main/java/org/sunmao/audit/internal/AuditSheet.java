package org.sunmao.audit.internal;

import java.io.IOException;
import java.util.List;

/** A file that takes lines of the log as they come. */
interface AuditSheet extends AutoCloseable {

    void row(List<String> cells) throws IOException;

    /** Without it the file is not whole. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
