package org.sunmao.house;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.sunmao.access.Accounts;
import org.sunmao.access.Accounts.NewAccount;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.member.MemberId;
import org.sunmao.member.Members;
import org.sunmao.member.NewMember;
import org.sunmao.member.Status;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds small trees of organizations with their members and accounts, through the registers. */
@TestConfiguration(proxyBeanMethods = false)
public class Village {

    public static final String PASSWORD = "correct horse battery staple";

    private static final LocalDate SINCE = LocalDate.of(2001, 7, 1);

    /** Of the house: the database's own day may be another. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** How many were born on a day so far: their numbers differ by that alone. */
    private static final Map<LocalDate, Integer> SEQUENCES = new ConcurrentHashMap<>();

    private final Scopes scopes;
    private final Organizations organizations;
    private final Members members;
    private final Accounts accounts;
    private final FlywayConnectionDetails owner;

    public Village(
            Scopes scopes,
            Organizations organizations,
            Members members,
            Accounts accounts,
            FlywayConnectionDetails owner) {
        this.owner = owner;
        this.scopes = scopes;
        this.organizations = organizations;
        this.members = members;
        this.accounts = accounts;
    }

    /** A county with two townships of two branches each, and two members in each branch. */
    public record County(UUID top, List<Township> townships) {}

    public record Township(UUID top, List<Branch> branches) {}

    public record Branch(UUID id, List<UUID> members) {}

    public County county() {
        var top = organization(null, "中共演示县委员会", "committee");
        return new County(top, List.of(township(top, "东"), township(top, "西")));
    }

    private Township township(UUID county, String name) {
        var top = organization(county, "中共" + name + "乡委员会", "committee");
        return new Township(top, List.of(branch(top, name + "村"), branch(top, name + "庄")));
    }

    private Branch branch(UUID township, String name) {
        var id = organization(township, "中共" + name + "党支部", "branch");
        return new Branch(id, List.of(member(id, "张三"), member(id, "欧阳建国")));
    }

    public UUID organization(@Nullable UUID parent, String name, String kind) {
        return scopes.system(
                "test",
                scope -> {
                    var id = OrganizationId.next();
                    var above = parent == null ? null : new OrganizationId(parent);
                    organizations.enter(
                            scope,
                            List.of(
                                    new NewOrganization(
                                            id, above, name, kind, "village", null, null, SINCE)));
                    return id.value();
                });
    }

    public UUID member(UUID organization, String name) {
        return members(organization, List.of(name)).getFirst();
    }

    public UUID enter(NewMember member) {
        enter(List.of(member));
        return member.id().value();
    }

    private void enter(List<NewMember> entered) {
        scopes.system(
                "test",
                scope -> {
                    members.enter(scope, entered);
                    return scope;
                });
    }

    public List<UUID> members(UUID organization, List<String> names) {
        var entered = new ArrayList<NewMember>();
        for (var name : names) {
            entered.add(someone(organization, name));
        }
        enter(entered);
        return entered.stream().map(member -> member.id().value()).toList();
    }

    /** A member of the village, born in 1970, whose citizen number is nobody's. */
    public static NewMember someone(UUID organization, String name) {
        var bornOn = LocalDate.of(1970, 1, 1).plusDays(NUMBERS.incrementAndGet() % 7000);
        return someone(organization, name, bornOn, bornOn.plusYears(20), bornOn.plusYears(21));
    }

    /** Somebody whose relation the organization holds from a day on. */
    public static NewMember someone(UUID organization, String name, LocalDate since) {
        var bornOn = LocalDate.of(1970, 1, 1).plusDays(NUMBERS.incrementAndGet() % 7000);
        return someone(
                organization, name, since, bornOn, bornOn.plusYears(20), bornOn.plusYears(21));
    }

    public static NewMember someone(
            UUID organization,
            String name,
            LocalDate bornOn,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn) {
        return someone(organization, name, SINCE, bornOn, joinedOn, fullOn);
    }

    private static NewMember someone(
            UUID organization,
            String name,
            LocalDate since,
            LocalDate bornOn,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn) {
        var number = number(bornOn, 2 * SEQUENCES.merge(bornOn, 1, Integer::sum) - 1);
        return new NewMember(
                MemberId.next(),
                organization,
                since,
                name,
                "1",
                number,
                "01",
                bornOn,
                null,
                null,
                null,
                "61",
                null,
                fullOn == null ? Status.PROBATIONARY : Status.FULL,
                "normal",
                joinedOn,
                fullOn,
                null,
                null,
                null,
                null,
                "1",
                null,
                null,
                null,
                false,
                false,
                "10012345678",
                null,
                "山西省吕梁市兴县蔚汾镇东关村一组 8 号",
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** A number nobody has, of somebody born on that day; an odd sequence is a man. */
    public static String number(LocalDate bornOn, int sequence) {
        var digits = "000000%s%03d".formatted(bornOn.toString().replace("-", ""), sequence);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** Ends an organization today, as a revocation will. */
    public void end(UUID organization) {
        asOwner(
                """
                begin;
                update organization.profile set valid_to = date '%2$s' where id = '%1$s';
                update organization.place set valid_to = date '%2$s' where id = '%1$s';
                update organization.organization set ended_on = date '%2$s' where id = '%1$s';
                commit
                """
                        .formatted(organization, LocalDate.now(ZONE)));
    }

    /** A member leaves the register on a day, as the procedures of leaving will do it. */
    public void leave(UUID member, LocalDate day) {
        asOwner(
                """
                begin;
                update member.member set left_on = date '%2$s' where id = '%1$s';
                update member.profile set valid_to = date '%2$s'
                where id = '%1$s' and valid_to = 'infinity';
                update member.term set valid_to = date '%2$s'
                where member = '%1$s' and valid_to = 'infinity';
                commit
                """
                        .formatted(member, day));
    }

    /** Ends all grants of an account yesterday. */
    public void endGrants(String username) {
        asOwner(
                """
                update access.grant set valid_from = current_date - 20, valid_to = current_date - 1
                where account = (select id from access.account where username = '%s')
                """
                        .formatted(username));
    }

    /** Closes an account, as the system administrator will. */
    public void disable(String username) {
        asOwner(
                "update access.account set disabled_at = now() where username = '%s'"
                        .formatted(username));
    }

    /** A member is held by another branch, and always was. */
    public void move(UUID member, UUID organization) {
        asOwner(
                "update member.profile set organization = '%s' where id = '%s'"
                        .formatted(organization, member));
    }

    /** A member is held by another branch from a day on. */
    public void move(UUID member, UUID organization, LocalDate day) {
        asOwner(
                """
                do $$
                declare
                    kept text := (select string_agg(quote_ident(column_name), ', ')
                        from information_schema.columns
                        where table_schema = 'member' and table_name = 'profile'
                          and is_generated = 'NEVER'
                          and column_name not in ('organization', 'valid_from', 'valid_to'));
                begin
                    update member.profile set valid_to = date '%3$s'
                    where id = '%1$s' and valid_to = 'infinity';
                    execute format('insert into member.profile
                        (organization, valid_from, valid_to, %%1$s)
                        select $1, $2, ''infinity'', %%1$s from member.profile
                        where id = $3 and valid_to = $2', kept)
                    using uuid '%2$s', date '%3$s', uuid '%1$s';
                end $$
                """
                        .formatted(member, organization, day));
    }

    /** A member is classed so, and always was. */
    public void classify(UUID member, String memberClass, String way) {
        asOwner(
                "update member.profile set member_class = '%s', way = '%s' where id = '%s'"
                        .formatted(memberClass, way, member));
    }

    /** A member belongs to a group of the branch, and always did. */
    public void join(UUID member, UUID group) {
        asOwner(
                "update member.profile set party_group = '%s' where id = '%s'"
                        .formatted(group, member));
    }

    /** A member is away and takes part in the life of another branch, and always did. */
    public void host(UUID member, UUID branch) {
        asOwner(
                "update member.profile set floating = true, host = '%s' where id = '%s'"
                        .formatted(branch, member));
    }

    /** Lets the database learn what its tables hold, as it does by itself after a while. */
    public void analyze() {
        asOwner("analyze");
    }

    /** As the owner of all tables, around every policy. */
    public void asOwner(String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                requireNonNull(owner.getJdbcUrl()),
                                owner.getUsername(),
                                owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an account over the organization and tells its name; the password is PASSWORD. */
    public String account(Role role, @Nullable UUID organization, @Nullable UUID member) {
        var username = "user" + NUMBERS.incrementAndGet();
        scopes.system(
                "test",
                scope -> {
                    accounts.open(
                            scope,
                            List.of(
                                    new NewAccount(
                                            username,
                                            "演示用户",
                                            PASSWORD,
                                            role,
                                            organization,
                                            member,
                                            "demo")));
                    return scope;
                });
        return username;
    }
}
