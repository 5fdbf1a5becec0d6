package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldReader;
import org.sunmao.vault.Vault;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the register knows of a member, of all days, opened: it is their own. */
@Component
class MemberData implements PersonalData {

    private static final Map<String, Field> BY_COLUMN =
            MemberCodec.STORED.stream()
                    .collect(Collectors.toMap(Field::column, Function.identity()));

    private final OwnRows rows;
    private final Vault vault;
    private final FieldReader reader;
    private final CorrectionStore corrections;

    MemberData(OwnRows rows, Vault vault, FieldReader reader, CorrectionStore corrections) {
        this.corrections = corrections;
        this.rows = rows;
        this.vault = vault;
        this.reader = reader;
    }

    @Override
    public List<Kept> of(Whose whose) {
        var member = whose.member();
        return List.of(
                rows.read(
                        "member.member",
                        "from member.member where id = :whose",
                        member,
                        Reading.PLAIN),
                rows.read(
                        "member.profile",
                        "from member.profile where id = :whose order by valid_from",
                        member,
                        this::read),
                rows.read(
                        "member.correction",
                        "from member.correction where member = :whose order by id",
                        member,
                        this::correction));
    }

    private Value read(String column, @Nullable Object stored) {
        if (stored instanceof byte[] sealed) {
            return new Value(open(column, sealed), null);
        }
        var field = BY_COLUMN.get(column);
        var words =
                field == null
                                || stored == null
                                || field.kind() instanceof Formed
                                || field.kind() instanceof Reference
                        ? null
                        : reader.show(field, stored);
        return new Value(stored, words);
    }

    private Value correction(String column, @Nullable Object stored) {
        if (stored instanceof byte[] sealed) {
            return new Value(corrections.open(column, sealed), null);
        }
        var text =
                switch (String.valueOf(stored)) {
                    case "asked" -> "已提出";
                    case "accepted" -> "已受理";
                    case "done" -> "已更正";
                    case "refused" -> "不予更正";
                    case "withdrawn" -> "已撤回";
                    default -> null;
                };
        return column.equals("field")
                ? new Value(stored, label(String.valueOf(stored)))
                : new Value(stored, text);
    }

    private static @Nullable String label(String field) {
        return FieldReader.find(MemberFields.EDITED, field).map(Field::label).orElse(null);
    }

    private String open(String column, byte[] sealed) {
        return switch (column) {
            case "citizen_number" -> vault.open(Sealed.CITIZEN_NUMBER, sealed);
            case "mobile" -> vault.open(Sealed.MOBILE, sealed);
            case "phone" -> vault.open(Sealed.PHONE, sealed);
            case "address" -> vault.open(Sealed.ADDRESS, sealed);
            default -> throw new IllegalStateException("nothing opens " + column);
        };
    }
}
