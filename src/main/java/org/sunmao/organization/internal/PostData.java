package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** The posts that a person holds and held. */
@Component
class PostData implements PersonalData {

    private static final String ROWS =
            "from organization.post where member = :whose order by valid_from, id";

    private final OwnRows rows;
    private final Codes codes;

    PostData(OwnRows rows, Codes codes) {
        this.rows = rows;
        this.codes = codes;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(rows.read("organization.post", ROWS, whose.member(), this::read));
    }

    private Value read(String column, @Nullable Object stored) {
        if (stored == null) {
            return new Value(null, null);
        }
        var text =
                switch (column) {
                    case "kind" -> codes.label(CodeTable.POST_KIND, stored.toString());
                    case "appointment" -> codes.label(CodeTable.APPOINTMENT, stored.toString());
                    default -> null;
                };
        return new Value(stored, text);
    }
}
