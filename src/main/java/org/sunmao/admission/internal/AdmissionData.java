package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;
import org.sunmao.vault.Vault;

import java.util.List;
import java.util.UUID;

/** A person's way into the Party, as their copy has it. */
@Component
class AdmissionData implements PersonalData {

    private static final String OWN =
            "admission in (select a.id from admission.admission a where a.person = :whose)";

    private final OwnRows rows;
    private final Vault vault;

    AdmissionData(OwnRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public List<Kept> of(Whose whose) {
        var person = whose.member();
        return List.of(
                rows.read(
                        "admission.admission",
                        "from admission.admission where person = :whose order by id",
                        person,
                        this::opened),
                own("admission.step", "number", person),
                own("admission.explanation", "id", person),
                own("admission.paper", "code", person),
                own("admission.handover", "id", person),
                rows.read(
                        "admission.talent",
                        "from admission.talent where %s order by id".formatted(OWN),
                        person,
                        this::opened));
    }

    private Kept own(String table, String order, @Nullable UUID person) {
        var from = "from %s where %s order by %s".formatted(table, OWN, order);
        return rows.read(table, from, person, Reading.PLAIN);
    }

    private Value opened(String column, @Nullable Object stored) {
        return stored instanceof byte[] sealed
                ? new Value(vault.open("admission." + column, sealed), null)
                : new Value(stored, null);
    }
}
