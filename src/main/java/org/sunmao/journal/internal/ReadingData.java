package org.sunmao.journal.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** Who read a person, and what was refused to their account, for the copy of their data. */
@Component
class ReadingData implements PersonalData {

    private static final String READING = "journal.reading";
    private static final String EVENT = "journal.event";

    private final OwnRows rows;
    private final Purposes purposes;

    ReadingData(OwnRows rows, Purposes purposes) {
        this.rows = rows;
        this.purposes = purposes;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return purposes.under(
                Purposes.AUDIT,
                () ->
                        List.of(
                                rows.read(
                                        READING,
                                        "from journal.reading where subject = :whose order by id",
                                        whose.member(),
                                        Reading.PLAIN),
                                rows.read(
                                        EVENT,
                                        "from journal.event where account = :whose order by id",
                                        whose.account(),
                                        Reading.PLAIN)));
    }
}
