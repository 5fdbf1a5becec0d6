package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.access.Accounts.NewAccount;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.database.DataDirectory;
import org.sunmao.member.MemberId;
import org.sunmao.simulation.internal.Land.Shown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One account for each role, with a password made for this installation alone; of the county two,
 * for what one asks for another decides.
 */
@Component
class DemoAccounts {

    private static final String FILE = "demo-accounts.csv";
    private static final String HEADER = "role,username,password,organization";

    /** An opened account, as it is told to whoever tries the program out. */
    record Opened(NewAccount account, Role role, String organization) {}

    private final Accounts accounts;
    private final DataDirectory data;

    DemoAccounts(Accounts accounts, DataDirectory data) {
        this.accounts = accounts;
        this.data = data;
    }

    List<Opened> open(Scope scope, Shown shown) {
        var opened = all(shown);
        accounts.open(scope, opened.stream().map(Opened::account).toList());
        data.writePrivately(file(), csv(opened));
        return opened;
    }

    /** When the accounts were not opened after all, the file would name what is not there. */
    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return data.file(FILE);
    }

    static List<Opened> all(Shown shown) {
        var opened = new ArrayList<Opened>();
        if (shown.city() != null) {
            opened.add(office("city", Role.COUNTY_OFFICER, shown.city()));
        }
        opened.add(office("county", Role.COUNTY_OFFICER, shown.county()));
        opened.add(deputy("deputy", Role.COUNTY_OFFICER, shown.county()));
        opened.add(office("township", Role.TOWNSHIP_OFFICER, shown.township()));
        opened.add(secretary("secretary", shown.branch(), shown.secretary()));
        opened.add(person("member", Role.MEMBER, shown.branch(), shown.member()));
        opened.add(office("supervisor", Role.SUPERVISOR, shown.other()));
        opened.add(administrator("sysadmin", Role.SYSTEM_ADMIN));
        opened.add(administrator("secadmin", Role.SECURITY_ADMIN));
        opened.add(administrator("auditor", Role.AUDIT_ADMIN));
        return opened;
    }

    static String csv(List<Opened> opened) {
        return opened.stream()
                .map(
                        one ->
                                String.join(
                                        ",",
                                        one.role().code(),
                                        one.account().username(),
                                        one.account().password(),
                                        one.organization()))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private static Opened office(String username, Role role, Draft over) {
        return opened(username, role.label() + "（演示）", role, over, null);
    }

    private static Opened deputy(String username, Role role, Draft over) {
        return opened(username, role.label() + "二（演示）", role, over, null);
    }

    /** The role comes with the post, which is entered once the account is there. */
    private static Opened secretary(String username, Draft over, Person person) {
        var account =
                new NewAccount(
                        username,
                        person.name(),
                        DemoPassword.next(),
                        null,
                        null,
                        person.id().value(),
                        "post");
        return new Opened(account, Role.SECRETARY, over.name());
    }

    private static Opened person(String username, Role role, Draft over, Person person) {
        return opened(username, person.name(), role, over, person.id());
    }

    private static Opened administrator(String username, Role role) {
        return opened(username, role.label() + "（演示）", role, null, null);
    }

    private static Opened opened(
            String username,
            String name,
            Role role,
            @Nullable Draft over,
            @Nullable MemberId member) {
        var account =
                new NewAccount(
                        username,
                        name,
                        DemoPassword.next(),
                        role,
                        over == null ? null : over.id().value(),
                        member == null ? null : member.value(),
                        "demo");
        return new Opened(account, role, over == null ? "" : over.name());
    }
}
