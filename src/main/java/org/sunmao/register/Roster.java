package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A register as rosters go into it. The preview and the commit judge by the same {@link
 * Examination}; the only difference is that the one does not write.
 */
public interface Roster {

    /** {@code organization}, {@code body}, {@code member} or {@code officer}; never renamed. */
    String kind();

    /** In the order of the template. */
    List<Column> columns();

    /**
     * The fields by which a row is told from others of its file, in the order in which they are
     * tried: two rows with the same values of one of these groups speak of one thing. Each group is
     * whole or does not count.
     */
    List<List<Field>> keys();

    /**
     * Whether the rows of a file lean on one another, as inferiors on their superiors: all are then
     * judged and written in one call, else in pieces.
     */
    default boolean whole() {
        return false;
    }

    /**
     * Begins to judge the rows of one file, in the order of the file.
     *
     * @param scope whose rows may be met and written; the transaction is bound to it
     */
    Examination begin(Scope scope);

    /**
     * Takes back what an import wrote, within the scope's transaction, and tells of it in the
     * journal: what it made is there no more, what it changed is as it was. Called once for all
     * rows, the last written first.
     *
     * @return the rows that are left as they are, because others changed or use them since
     */
    List<Left> undo(Scope scope, List<Written> written);

    /**
     * A row that has the form of its fields.
     *
     * @param row its number in the file
     * @param values by the name of the field, read; only what is not empty. What refers to another
     *     record ({@link FieldKind.Reference}) is still the text that stands in the cell
     */
    record Entry(int row, Map<String, Object> values, Answer answer) {}

    /** What was answered when a row was asked whether it means a record that is there. */
    enum Answer {
        NONE,
        SAME,
        OTHER
    }

    /** Judges rows, and writes those that may stand. Knows what it judged before in the file. */
    interface Examination {

        List<Verdict> examine(List<Entry> entries);

        /** Writes what was judged to be made or changed, and tells of it in the journal. */
        List<Written> write(List<Verdict> verdicts);
    }

    /** What becomes of a row. */
    enum Outcome {
        /** A new record is made of it. */
        MADE,
        /** A record that is there is changed. */
        CHANGED,
        /** All is as it says. */
        SAME,
        /** It has a fault and stays out. */
        FAILED,
        /** It stays out until the question is answered. */
        ASKED
    }

    /**
     * What was found of a row.
     *
     * @param subject the record it speaks of, once that is known
     * @param plan what the register will write; its own business
     */
    record Verdict(
            int row,
            Outcome outcome,
            List<Finding> findings,
            @Nullable UUID subject,
            @Nullable Object plan) {}

    enum Level {
        ERROR,
        WARNING,
        QUESTION
    }

    /**
     * Something to be told of a row.
     *
     * @param field the name of the field; null where the whole row is meant
     * @param code what it is, in lower case with hyphens, as {@code joined-too-young}; never
     *     renamed
     * @param says in Chinese, with what to do; never with a citizen number or telephone in it
     * @param rule the id of the rule that decides it, where one does
     */
    record Finding(
            @Nullable String field, Level level, String code, String says, @Nullable String rule) {

        public static Finding error(@Nullable String field, String code, String says) {
            return new Finding(field, Level.ERROR, code, says, null);
        }

        public static Finding warning(@Nullable String field, String code, String says) {
            return new Finding(field, Level.WARNING, code, says, null);
        }
    }

    /**
     * What was written for a row.
     *
     * @param version of the record after it
     * @param before what undoing needs to bring back what stood there, as JSON; null if the record
     *     was made
     */
    record Written(int row, UUID subject, int version, @Nullable String before) {}

    /**
     * A row that cannot be taken back.
     *
     * @param says why, in Chinese: who changed it, or what hangs on it
     */
    record Left(int row, String says) {}
}
