package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** What a person brought in and took out, and the filters they keep. */
@Component
class ExchangeData implements PersonalData {

    private final OwnRows rows;

    ExchangeData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(
                read(
                        whose,
                        "exchange.import",
                        "from exchange.import where account = :whose order by id"),
                read(
                        whose,
                        "exchange.export",
                        "from exchange.export where account = :whose order by id"),
                read(
                        whose,
                        "exchange.saved_filter",
                        "from exchange.saved_filter where account = :whose order by id"));
    }

    private Kept read(Whose whose, String table, String sql) {
        return rows.read(table, sql, whose.account(), Reading.PLAIN);
    }
}
