package org.sunmao.journal.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.ArrayList;
import java.util.List;

/** What was done to a person's record and to their account. */
@Component
class EntryData implements PersonalData {

    private static final String ENTRY = "journal.entry";
    private static final String ROWS =
            "from journal.entry where subject = :whose order by recorded_at, id";

    private final OwnRows rows;

    EntryData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        var of = new ArrayList<>(rows.read(ENTRY, ROWS, whose.member(), Reading.PLAIN).rows());
        of.addAll(rows.read(ENTRY, ROWS, whose.account(), Reading.PLAIN).rows());
        return List.of(new Kept(ENTRY, of));
    }
}
