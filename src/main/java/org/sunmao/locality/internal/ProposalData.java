package org.sunmao.locality.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** The local figures a person proposed. */
@Component
class ProposalData implements PersonalData {

    private final OwnRows rows;

    ProposalData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(
                rows.read(
                        "locality.proposal",
                        "from locality.proposal where proposed_by = :whose order by id",
                        whose.account(),
                        Reading.PLAIN));
    }
}
