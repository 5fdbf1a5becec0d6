package org.sunmao.file;

import org.sunmao.access.Scope;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Keeps files. All is done within the caller's transaction and its scope. */
public interface Files {

    /** The largest file, in bytes. */
    long LARGEST = 50L * 1024 * 1024;

    /**
     * Keeps all that the stream gives, with its entry in the journal. What throws on the way leaves
     * nothing behind, for the caller's transaction goes with it.
     */
    KeptFile keep(Scope scope, NewFile file, InputStream content);

    default KeptFile keep(Scope scope, NewFile file, byte[] content) {
        return keep(scope, file, new ByteArrayInputStream(content));
    }

    Optional<KeptFile> find(Scope scope, FileId id);

    /** A file, and its bytes as {@link #open} gives them. */
    record Lent(KeptFile file, InputStream content) {}

    /**
     * A file outside the scope, for whoever is to examine it: the caller has found it in what they
     * may read. The transaction is {@linkplain org.sunmao.access.Scopes#about about} the file
     * afterwards.
     */
    Optional<Lent> lend(Scope scope, FileId id);

    /**
     * What the file is about has come to another organization, and the file with it: whoever has
     * that in scope reads it from now on, whoever had it before does not. The caller has found it
     * in what came; the transaction is {@linkplain org.sunmao.access.Scopes#about about} the file
     * afterwards.
     */
    void handOver(Scope scope, FileId id, UUID organization);

    /** Its bytes, fetched piece by piece; to be read within the same transaction. */
    InputStream open(Scope scope, FileId id);
}
