package org.sunmao.message.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** The digests a person had, and whether their duties are fetched by a calendar. */
@Component
class MessageData implements PersonalData {

    private final OwnRows rows;

    MessageData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(
                read(
                        whose,
                        "message.digest",
                        "from message.digest where account = :whose order by day"),
                read(whose, "message.feed", "from message.feed where account = :whose"));
    }

    private Kept read(Whose whose, String table, String sql) {
        return rows.read(table, sql, whose.account(), Reading.PLAIN);
    }
}
