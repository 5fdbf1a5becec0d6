package org.sunmao.register;

import org.sunmao.access.Scope;

import java.util.regex.Pattern;

/**
 * A statement about temporal tables, in two forms: where it says {@code {f}}, the rows {@code f} of
 * the scope's day are meant. Those of today are found by partial indexes; for another day the
 * statement has the parameter {@code day}.
 */
public record Dated(String now, String then) {

    private static final Pattern ROWS = Pattern.compile("\\{(\\w+)}");

    /** The statement, a constant with the names of its temporal rows in braces. */
    public static Dated of(String sql) {
        var rows = ROWS.matcher(sql);
        return new Dated(
                rows.replaceAll("$1.valid_to = 'infinity'"),
                rows.replaceAll("$1.valid_from <= :day and $1.valid_to > :day"));
    }

    public Dated plus(Dated more) {
        return new Dated(now + more.now, then + more.then);
    }

    public Dated plus(String more) {
        return new Dated(now + more, then + more);
    }

    /** The form for the day of the scope; the parameter {@code day} is to be bound in any case. */
    public String on(Scope scope) {
        return scope.now() ? now : then;
    }
}
