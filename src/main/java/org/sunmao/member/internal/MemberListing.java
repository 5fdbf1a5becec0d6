package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.MemberDirectory.Question;
import org.sunmao.member.internal.MemberStore.Listed;
import org.sunmao.organization.Organizations;
import org.sunmao.register.Column;
import org.sunmao.register.Dated;
import org.sunmao.register.Field;
import org.sunmao.register.Listing;
import org.sunmao.register.TimelineTable;
import org.sunmao.web.Page;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Members as rosters and lists know them: the columns, in the order of the paper form. */
@Repository
class MemberListing implements Listing {

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(MemberFields.NAME),
                    Column.of(MemberFields.CITIZEN_NUMBER, "身份证号", "身份证号码").kept(),
                    Column.of(MemberFields.SEX),
                    Column.of(MemberFields.NATION),
                    Column.of(MemberFields.BORN_ON, "出生年月"),
                    Column.of(MemberFields.EDUCATION),
                    Column.of(MemberFields.DEGREE),
                    Column.of(MemberFields.STATUS),
                    Column.of(MemberFields.ORGANIZATION, "所在党支部", "党支部"),
                    Column.of(MemberFields.PARTY_GROUP, "党小组"),
                    Column.of(MemberFields.JOINED_ON, "入党时间"),
                    Column.of(MemberFields.FULL_ON, "转正时间"),
                    Column.of(MemberFields.CONVERSION),
                    Column.of(MemberFields.EXTENSION_MONTHS),
                    Column.of(MemberFields.ADMISSION_KIND),
                    Column.of(MemberFields.JOB_POST),
                    Column.of(MemberFields.MOBILE, "手机号", "联系电话").kept(),
                    Column.of(MemberFields.PHONE).kept(),
                    Column.of(MemberFields.ADDRESS, "家庭住址").kept(),
                    Column.of(MemberFields.NATIVE_PLACE),
                    Column.of(MemberFields.REGISTERED_PLACE),
                    Column.of(MemberFields.RESIDENCE),
                    Column.of(MemberFields.STRATUM),
                    Column.of(MemberFields.FRONTLINE),
                    Column.of(MemberFields.TECHNICAL_POST),
                    Column.of(MemberFields.MIGRANT_WORKER, "是否农民工"),
                    Column.of(MemberFields.FROM_TAIWAN, "是否台湾省籍"),
                    Column.of(MemberFields.STANDING),
                    Column.of(MemberFields.LOST_ON),
                    Column.of(MemberFields.LOST_REASON),
                    Column.of(MemberFields.FLOATING, "是否流动党员"),
                    Column.of(MemberFields.FLOATING_TO),
                    Column.of(MemberFields.CONTACT, "流动党员联系人"),
                    Column.of(MemberFields.HOST),
                    Column.of(MemberFields.HOST_NAME),
                    Column.of(MemberFields.HOLDS_OFFICE),
                    Column.of(MemberFields.MEMBER_CLASS),
                    Column.of(MemberFields.WAY),
                    Column.of(MemberFields.PARTY_AGE_CORRECTION),
                    Column.of(MemberFields.PARTY_AGE_CORRECTION_REASON),
                    Column.of(MemberFields.FILE_KEPT_BY),
                    Column.of(MemberFields.PINYIN, "拼音"));

    /** What a former holder does not read. */
    private static final List<Field> LEADS_TO_THE_PERSON =
            List.of(
                    MemberFields.CITIZEN_NUMBER,
                    MemberFields.MOBILE,
                    MemberFields.PHONE,
                    MemberFields.ADDRESS);

    /** What is told by its name, with the column of its id. */
    private static final Map<Field, String> NAMED =
            Map.of(
                    MemberFields.ORGANIZATION, MemberFields.ORGANIZATION.column(),
                    MemberFields.PARTY_GROUP, MemberFields.PARTY_GROUP.column(),
                    MemberFields.HOST, MemberFields.HOST.column());

    private static final Dated ROWS = Dated.of("select f.* from member.profile f where {f}");

    /** A row with its sort values. */
    private record Row(Map<String, @Nullable Object> columns, List<String> key) {}

    private final JdbcClient jdbc;
    private final MemberDirectory directory;
    private final MemberStore store;
    private final MemberCodec codec;
    private final MemberQuestions questions;
    private final MemberSight sight;
    private final Organizations organizations;

    MemberListing(
            JdbcClient jdbc,
            MemberDirectory directory,
            MemberStore store,
            MemberCodec codec,
            MemberQuestions questions,
            MemberSight sight,
            Organizations organizations) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.store = store;
        this.codec = codec;
        this.questions = questions;
        this.sight = sight;
        this.organizations = organizations;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Asked asked(SignedIn who, Map<String, String> filter) {
        var question = questions.read(filter);
        var sought = questions.sought(who, question);
        return new Asked() {
            @Override
            public List<String> words(Scope scope) {
                directory.listed(scope, question, sought);
                return questions.words(question, scope.day());
            }

            @Override
            public long count(Scope scope) {
                return store.count(directory.listed(scope, question, sought));
            }

            @Override
            public Part part(Scope scope, Set<String> fields, @Nullable String after, int limit) {
                var listed = directory.listed(scope, question, sought);
                var rows = rows(listed, question, after, limit);
                var page = Page.of(rows, limit, Row::key);
                List<@Nullable UUID> people =
                        page.items().stream().<@Nullable UUID>map(MemberListing::id).toList();
                return new Part(values(who, scope, page.items(), fields), page.next(), people);
            }
        };
    }

    private List<Row> rows(Listed listed, Question question, @Nullable String after, int limit) {
        var sort = question.sort();
        var behind = MemberDirectory.behind(sort, after);
        var sql =
                ROWS.on(listed.scope())
                        + MemberStore.conditions(listed)
                        + (behind == null ? "" : " and " + sort.behind())
                        + " order by "
                        + sort.order()
                        + " limit :limit";
        var query = MemberStore.bind(jdbc.sql(sql), listed).param("limit", limit + 1);
        if (behind != null) {
            query = query.param("key", behind.key()).param("id", behind.id());
        }
        return query.query(
                        (row, _) -> {
                            var columns = TimelineTable.columns(row);
                            var key = String.valueOf(columns.get(sort.column()));
                            return new Row(columns, List.of(key, row.getString("id")));
                        })
                .list();
    }

    private List<Map<String, Object>> values(
            SignedIn who, Scope scope, List<Row> rows, Set<String> fields) {
        var wanted = COLUMNS.stream().map(Column::field).filter(f -> fields.contains(f.name()));
        var opened = wanted.filter(f -> !NAMED.containsKey(f)).toList();
        var named =
                NAMED.entrySet().stream()
                        .filter(one -> fields.contains(one.getKey().name()))
                        .collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue));
        var names = names(scope, rows, named.values());
        var whole = sight.whole(who, scope, rows.stream().map(MemberListing::id).toList());
        var reduced =
                opened.stream().filter(field -> !LEADS_TO_THE_PERSON.contains(field)).toList();
        return rows.stream()
                .map(row -> values(row, whole.contains(id(row)) ? opened : reduced, named, names))
                .toList();
    }

    private static UUID id(Row row) {
        return UUID.fromString(row.key().getLast());
    }

    private Map<String, Object> values(
            Row row, List<Field> fields, Map<String, String> named, Map<UUID, String> names) {
        var values = new HashMap<>(codec.some(row.columns(), fields));
        named.forEach(
                (field, column) -> {
                    var id = row.columns().get(column);
                    var name = id == null ? null : names.get((UUID) id);
                    if (name != null) {
                        values.put(field, name);
                    }
                });
        return values;
    }

    private Map<UUID, String> names(Scope scope, List<Row> rows, Collection<String> columns) {
        var ids =
                rows.stream()
                        .flatMap(row -> columns.stream().map(row.columns()::get))
                        .filter(Objects::nonNull)
                        .map(UUID.class::cast)
                        .collect(Collectors.toSet());
        return organizations.telling(scope, ids);
    }
}
