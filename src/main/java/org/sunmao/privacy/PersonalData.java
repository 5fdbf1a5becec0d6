package org.sunmao.privacy;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one module keeps of one person (PRV-04). Each module that keeps such data has a component of
 * this kind; together they give the person a copy of all of it.
 */
public interface PersonalData {

    /**
     * Who asks for their own.
     *
     * @param member the member the account belongs to, if it does
     */
    record Whose(UUID account, @Nullable UUID member) {}

    /**
     * The rows of one table that tell of the person.
     *
     * @param table as registered, with its schema
     * @param rows the values by column: exactly those that {@link RegisteredTable#copied} names
     */
    record Kept(String table, List<Map<String, @Nullable Object>> rows) {}

    /** In the caller's transaction; sealed values are opened, for they are the person's own. */
    List<Kept> of(Whose whose);
}
