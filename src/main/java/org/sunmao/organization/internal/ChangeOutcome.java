package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.PostGrants.Granted;
import org.sunmao.organization.Relations.Moved;
import org.sunmao.organization.internal.ChangeWriter.BodyMoved;

import java.util.List;
import java.util.UUID;

/**
 * What a change did. A preview does the same and is undone, so it tells the same.
 *
 * @param members by where they came from and went to
 * @param posts those that ended
 * @param rights those that ended
 * @param followed those of members, where they are now
 */
record ChangeOutcome(
        List<Touched> organizations,
        List<Moved> members,
        List<Post> posts,
        List<Granted> rights,
        List<Granted> followed,
        List<BodyMoved> bodies) {

    /**
     * What became of one organization.
     *
     * @param what new, renamed, kind, moved, ended or grown
     * @param before as a person reads it
     */
    record Touched(
            UUID id, String name, String what, @Nullable String before, @Nullable String after) {}
}
