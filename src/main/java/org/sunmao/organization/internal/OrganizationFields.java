package org.sunmao.organization.internal;

import org.sunmao.code.CodeTable;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;

import java.util.List;
import java.util.stream.Stream;

/** The fields of an organization, in the order of the paper form. */
final class OrganizationFields {

    static final Field PARENT = Field.required("parent", "上级党组织", new Reference());
    static final Field NAME = Field.required("name", "党组织全称", new Text(100));
    static final Field KIND =
            Field.required("kind", "党组织类别", new Code(CodeTable.ORGANIZATION_KIND));
    static final Field FIELD = Field.required("field", "所属领域", new Code(CodeTable.FIELD));
    static final Field BRANCH_CLASS =
            Field.optional("branchClass", "党支部分类", new Code(CodeTable.BRANCH_CLASS));
    static final Field DIVISION = Field.optional("division", "所在行政区划", new Division());
    static final Field ESTABLISHED_ON =
            Field.required("establishedOn", "成立日期", new Day()).ofThePast();

    /** What may change from one day to the next: the columns of the profile. */
    static final List<Field> PROFILE = List.of(NAME, KIND, FIELD, BRANCH_CLASS, DIVISION);

    static final List<Field> CHANGED =
            Stream.concat(PROFILE.stream(), Stream.of(ESTABLISHED_ON)).toList();
    static final List<Field> ENTERED = Stream.concat(Stream.of(PARENT), CHANGED.stream()).toList();

    /** Not a field of the form: told in the history when a link is made or ended. */
    static final Field BODIES = Field.optional("bodies", "单位", new Text(200));

    /** Told in the history when a post or a term begins, ends or was wrong. */
    static final Field POSTS = Field.optional("posts", "任职", new Text(600));

    static final Field TERM = Field.optional("term", "届期", new Text(200));

    /** Told in the history when a temporary branch is looked at. */
    static final Field REVIEW = Field.optional("review", "检查", new Text(800));

    /** Told in the history when a change of organizations ends one. */
    static final Field SUCCESSOR = Field.optional("successor", "接收的党组织", new Reference());

    /** What was kept as text until there were posts: the history still tells it. */
    private static final List<Field> FORMER =
            List.of(
                    Field.optional("secretary", "书记", new Text(60)),
                    Field.optional("officers", "班子成员", new Text(500)));

    static final List<Field> TOLD =
            Stream.of(ENTERED, List.of(BODIES, POSTS, TERM, REVIEW, SUCCESSOR), FORMER)
                    .flatMap(List::stream)
                    .toList();

    private OrganizationFields() {}
}
