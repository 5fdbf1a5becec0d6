package org.sunmao.access.internal;

import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** What is kept of whoever uses an account. */
@Component
class AccountData implements PersonalData {

    private final OwnRows rows;

    AccountData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        return List.of(
                read(whose, "access.account", "from access.account where id = :whose"),
                read(
                        whose,
                        "access.grant",
                        "from access.grant where account = :whose order by valid_from, id"),
                read(
                        whose,
                        "access.grant_request",
                        "from access.grant_request where account = :whose order by id"),
                read(whose, "access.invitation", "from access.invitation where account = :whose"),
                read(
                        whose,
                        "access.session",
                        "from access.session where account = :whose order by opened_at"),
                read(
                        whose,
                        "access.receipt",
                        "from access.receipt where account = :whose order by kept_at"),
                read(
                        whose,
                        "access.second_factor",
                        "from access.second_factor where account = :whose"),
                read(
                        whose,
                        "access.second_factor_request",
                        "from access.second_factor_request where account = :whose order by id"),
                read(
                        whose,
                        "access.phone",
                        "from access.phone where account = :whose order by opened_at"),
                rows.read(
                        "access.activation_code",
                        "from access.activation_code where member = :whose order by id",
                        whose.member(),
                        Reading.PLAIN));
    }

    private Kept read(Whose whose, String table, String sql) {
        return rows.read(table, sql, whose.account(), Reading.PLAIN);
    }
}
