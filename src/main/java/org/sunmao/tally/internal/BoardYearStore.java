package org.sunmao.tally.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.tally.internal.BoardStore.Part;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/** Adds up a year of duties by declaration and month, as they were last looked at. */
@Repository
class BoardYearStore {

    private static final String CELLS =
            """
            select d.name, date_trunc('month', d.due)::date as month, count(*) as due,
              count(*) filter (where d.state = 'met' and d.ended_on <= d.due) as met,
              count(*) filter (where d.state = 'met' and d.ended_on > d.due) as afterwards,
              count(*) filter (where d.state = 'late') as late,
              count(*) filter (where d.state = 'open') as open,
              count(*) filter (where d.state = 'coming') as coming
            from duty.duty_published d
            where d.organization in (select p.id from part p) and d.name = any(:names)
              and d.due >= :since and d.due < :until and d.state <> 'void'
            group by 1, 2
            """;

    private static final String FIRST =
            """
            select extract(year from min(d.due))::integer from duty.duty_published d
            where d.organization in (select p.id from part p) and d.name = any(:names)
              and d.state <> 'void'
            """;

    /** The duties of one declaration that are due in one month. */
    record Cell(
            String name,
            LocalDate month,
            long due,
            long met,
            long afterwards,
            long late,
            long open,
            long coming) {}

    private static final RowMapper<Cell> CELL = new SimplePropertyRowMapper<>(Cell.class);

    private final JdbcClient jdbc;

    BoardYearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cell> cells(Part part, List<String> names, int year) {
        return BoardStore.bind(jdbc, part, BoardStore.PART + CELLS)
                .param("names", names.toArray(String[]::new))
                .param("since", Year.of(year).atDay(1))
                .param("until", Year.of(year + 1).atDay(1))
                .query(CELL)
                .list();
    }

    /** The first year of which there is anything; that of today where there is nothing. */
    int first(Part part, List<String> names) {
        return BoardStore.bind(jdbc, part, BoardStore.PART + FIRST)
                .param("names", names.toArray(String[]::new))
                .query(Integer.class)
                .optional()
                .orElse(part.scope().day().getYear());
    }
}
