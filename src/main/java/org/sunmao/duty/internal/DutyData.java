package org.sunmao.duty.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** What a person said of duties. */
@Component
class DutyData implements PersonalData {

    private final OwnRows rows;

    DutyData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(
                rows.read(
                        "duty.act",
                        "from duty.act where account = :whose order by id",
                        whose.account(),
                        Reading.PLAIN));
    }
}
