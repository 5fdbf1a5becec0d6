package org.sunmao.organization.internal;

import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Text;

import java.util.List;

/** Bodies as rosters and lists know them. */
final class BodyListing {

    /** The organizations the body is linked to, by their names. */
    static final Field LINKED = Field.optional("organizations", "建立的党组织", new Text(1000));

    /** Between the names of organizations in one cell. */
    static final String BETWEEN = "；";

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(BodyFields.NAME),
                    Column.of(BodyFields.KIND),
                    Column.of(BodyFields.FIELD),
                    Column.of(BodyFields.ORGANIZATION),
                    Column.of(BodyFields.PARENT),
                    Column.of(BodyFields.DIVISION),
                    Column.of(BodyFields.CREDIT_CODE),
                    Column.of(BodyFields.HEADCOUNT),
                    Column.of(LINKED).saying("多个党组织用“" + BETWEEN + "”隔开"));

    private BodyListing() {}
}
