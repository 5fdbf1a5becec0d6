package org.sunmao.request.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** The requests a person issued, and what they answered for their organization. */
@Component
class RequestData implements PersonalData {

    private final OwnRows rows;

    RequestData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(
                rows.read(
                        "request.request",
                        "from request.request where issued_by = :whose order by id",
                        whose.account(),
                        Reading.PLAIN),
                rows.read(
                        "request.answer",
                        "from request.answer where account = :whose order by id",
                        whose.account(),
                        Reading.PLAIN));
    }
}
