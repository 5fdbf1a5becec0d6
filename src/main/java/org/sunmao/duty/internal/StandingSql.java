package org.sunmao.duty.internal;

/**
 * {@link DutyDays#on} as an expression of the database, over the columns of {@code d} and the
 * parameter {@code :day}; a test holds the two to one another. Named {@code s.state, s.light}.
 */
final class StandingSql {

    static final String ON_DAY =
            """
             cross join lateral (select case
                when d.void_on <= :day then 'void'
                when d.opens > :day then 'coming'
                when d.ended_on <= :day then 'met'
                when d.contested_on <= :day and d.contest_until > :day then 'contested'
                when d.waived_on <= :day and d.waived_until > :day then 'waived'
                when d.due < :day then 'late'
                else 'open' end as state) t
             cross join lateral (select t.state, case
                when t.state not in ('open', 'late') then 'none'
                when d.red_from <= :day then 'red'
                when d.yellow_from <= :day then 'yellow'
                else 'green' end as light) s
            """;

    private StandingSql() {}
}
