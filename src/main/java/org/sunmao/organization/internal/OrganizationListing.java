package org.sunmao.organization.internal;

import org.sunmao.register.Column;

import java.util.List;

/** Organizations as rosters and lists know them. */
final class OrganizationListing {

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(OrganizationFields.NAME, "党组织名称"),
                    Column.of(OrganizationFields.KIND),
                    Column.of(OrganizationFields.PARENT),
                    Column.of(OrganizationFields.FIELD),
                    Column.of(OrganizationFields.BRANCH_CLASS),
                    Column.of(OrganizationFields.DIVISION),
                    Column.of(OrganizationFields.ESTABLISHED_ON));

    private OrganizationListing() {}
}
