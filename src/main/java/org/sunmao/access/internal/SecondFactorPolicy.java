package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Role;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which roles must have a second factor (SEC-05): by default, and as decided otherwise. */
@Component
class SecondFactorPolicy {

    private static final Set<Role> BY_DEFAULT =
            Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.COUNTY_OFFICER);

    private static final String DECIDED =
            "select role, obligatory from access.second_factor_policy";
    private static final String DECIDE =
            """
            insert into access.second_factor_policy (role, obligatory, changed_at)
            values (:role, :obligatory, :now)
            on conflict (role) do update set
              obligatory = excluded.obligatory, changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;

    /** A demonstration on its own machine lets everybody in with the password it prints. */
    private final boolean shown;

    SecondFactorPolicy(
            JdbcClient jdbc,
            @Value("${sunmao.demo:none}") String demo,
            @Value("${sunmao.demo.public:false}") boolean open) {
        this.jdbc = jdbc;
        this.shown = !demo.equals("none") && !open;
    }

    boolean byDefault(Role role) {
        return !shown && BY_DEFAULT.contains(role);
    }

    /**
     * Whether the role must have one.
     *
     * @param decided what the security administrator has said, if anything
     */
    boolean obligatory(Role role, @Nullable Boolean decided) {
        return decided == null ? byDefault(role) : decided;
    }

    Map<Role, Boolean> decided() {
        var decided = new HashMap<Role, Boolean>();
        jdbc.sql(DECIDED)
                .query(
                        row -> {
                            decided.put(
                                    Role.of(row.getString("role")), row.getBoolean("obligatory"));
                        });
        return decided;
    }

    void decide(Role role, boolean obligatory, Instant now) {
        jdbc.sql(DECIDE)
                .param("role", role.code())
                .param("obligatory", obligatory)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
