package org.sunmao.privacy;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one module keeps of one person (PRV-04). Each module with a table that the registry calls
 * one about members or accounts has a component of this kind; together they give the person a copy
 * of all of it. {@link OwnRows} reads exactly the registered columns.
 */
public interface PersonalData {

    /**
     * Who asks for their own.
     *
     * @param member the member the account belongs to, if it does
     */
    record Whose(UUID account, @Nullable UUID member) {}

    /**
     * One value.
     *
     * @param text in words, where the module knows them: a code's label, a number opened
     */
    record Value(@Nullable Object value, @Nullable String text) {}

    /**
     * The rows of one table that tell of the person.
     *
     * @param table as registered, with its schema
     * @param rows the values by column: those that {@link RegisteredTable#copied} names
     */
    record Kept(String table, List<Map<String, Value>> rows) {}

    /**
     * In the caller's transaction, which sees everything: each statement names whose rows it reads.
     * Sealed values are opened, for they are the person's own.
     */
    List<Kept> of(Whose whose);
}
