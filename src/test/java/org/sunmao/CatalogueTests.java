package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.HouseTest;

import java.util.List;

/** Reads the database's own catalogue: no table, view, role or function escapes the house rules. */
@HouseTest
class CatalogueTests {

    /** Tables without a policy, each with its reason. A new table stands here or has a policy. */
    private static final List<String> OPEN_TABLES =
            List.of(
                    "access.account", // found by its name or id only, before any scope exists
                    "access.activation_code", // hashes; found by whoever holds the code
                    "access.attempt", // counts, before anyone is known
                    "access.first_link", // the hash of one link
                    "access.grant", // what scopes are made of
                    "access.grant_request", // who asked for which scope, and who decided
                    "access.invitation", // hashes of links, found by these only
                    "access.password_before", // hashes, asked for by their owner alone
                    "access.phone", // hashes, asked for by their owner alone
                    "access.receipt", // ids of what an account made, found by its own key only
                    "access.recovery_code", // hashes, asked for by their owner alone
                    "access.second_factor", // sealed
                    "access.second_factor_policy", // says nothing of a person
                    "access.second_factor_request", // asked for by account
                    "access.session", // found by its token only
                    "calendar.day", // which days are worked: everybody's time runs by it
                    "calendar.year", // the same
                    "code.division", // public names
                    "journal.entry", // who did what when, without values; append only
                    "journal.erased", // ids: which details are gone, and by which entry
                    "journal.follower", // how far each follower has come
                    "journal.head", // roots of the hash tree and their signatures; append only
                    "journal.leaf", // hashes, which tell nothing; append only
                    "duty.derivation", // a digest of the book of rules
                    "locality.figure", // what was decided for everybody below: no personal data
                    "meeting.beginning", // one day, the same for everybody
                    "member.member", // identities
                    "message.digest", // asked for by its account alone
                    "message.feed", // a hash, found by whoever holds the secret
                    "message.line", // ids, of a digest; what they name is read within the scope
                    "message.told", // ids: how far an account was told
                    "organization.body", // identities
                    "organization.body_label", // names of public bodies: no personal data
                    "organization.change_touch", // ids, for the policy of changes
                    "organization.label", // names for whoever knows the id
                    "organization.organization", // identities
                    "organization.place", // the tree: ids and numbers
                    "organization.succession", // ids and days
                    "simulation.demonstration", // that there are demonstration data
                    "simulation.month", // how far the demonstration is
                    "simulation.year", // how far the demonstration is
                    "vault.key_check"); // one hash

    /** Written anew from a table of intervals whenever that changes. */
    private static final List<String> DERIVED =
            List.of("member.term", "organization.body_label", "organization.label");

    private static final String OURS =
            "nspname not in ('public', 'information_schema')"
                    + " and nspname not like 'pg\\_%' and nspname <> 'migration'";

    @Autowired JdbcClient jdbc;

    @Test
    void theApplicationOwnsNothingAndCannotPassAPolicyBy() {
        assertThat(
                        list(
                                """
                                select rolname from pg_roles where rolname = current_user
                                  and not rolsuper and not rolbypassrls and not rolcreatedb
                                  and not rolcreaterole and not rolreplication
                                """))
                .containsExactly("sunmao_app");
        assertThat(
                        list(
                                """
                                select relname::text from pg_class
                                where relowner = current_user::regrole
                                union all select nspname::text from pg_namespace
                                where nspowner = current_user::regrole
                                """))
                .isEmpty();
        assertThat(
                        list(
                                "select nspname from pg_namespace where "
                                        + OURS
                                        + " and has_schema_privilege(current_user, oid, 'CREATE')"))
                .isEmpty();
    }

    @Test
    void everyTableHasAPolicyOrAReason() {
        var withoutPolicy =
                list(
                        """
                        select n.nspname || '.' || c.relname from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and not (c.relrowsecurity and exists
                          (select from pg_policy p where p.polrelid = c.oid)) and
                        """
                                + OURS
                                + " order by 1");
        assertThat(OPEN_TABLES).containsAll(withoutPolicy);
    }

    /** Votes, annotations and measures are there where their meeting is, whose policy asks. */
    @Test
    void everyPolicyAsksForTheScope() {
        assertThat(
                        list(
                                """
                                select schemaname || '.' || tablename from pg_policies
                                where coalesce(qual, '') not like '%scope.everything()%'
                                  and not (schemaname = 'meeting' and tablename in
                                    ('vote', 'annotation', 'measure')
                                    and qual like '%FROM meeting.meeting m%')
                                """))
                .isEmpty();
    }

    @Test
    void everyViewRunsWithTheRightsOfItsReader() {
        assertThat(
                        list(
                                """
                                select c.relname::text from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('v', 'm') and
                                """
                                        + OURS
                                        + """
                                         and not coalesce(
                                          c.reloptions @> array['security_invoker=true'], false)
                                        """))
                .isEmpty();
    }

    @Test
    void everyFunctionWithItsOwnersRightsHasAFixedSearchPath() {
        assertThat(
                        list(
                                """
                                select p.proname::text from pg_proc p
                                join pg_namespace n on n.oid = p.pronamespace
                                where p.prosecdef and
                                """
                                        + OURS
                                        + " and not coalesce(p.proconfig::text like"
                                        + " '%search_path=pg_catalog, pg_temp%', false)"))
                .isEmpty();
    }

    @Test
    void everyTableOfIntervalsForbidsOverlaps() {
        assertThat(
                        list(
                                """
                                select a.attrelid::regclass::text from pg_attribute a
                                where a.attname = 'valid' and a.atttypid = 'daterange'::regtype
                                  and a.attgenerated = 's' and not exists
                                  (select from pg_constraint k where k.conrelid = a.attrelid
                                    and k.contype = 'p' and k.conperiod)
                                """))
                .isEmpty();
        assertThat(
                        list(
                                """
                                select c.table_schema || '.' || c.table_name
                                from information_schema.columns c
                                where c.column_name = 'valid_to'
                                  and c.table_name not like '%\\_published'
                                  and c.table_schema <> 'access' and not exists
                                  (select from information_schema.columns v
                                    where v.table_schema = c.table_schema
                                      and v.table_name = c.table_name
                                      and v.column_name = 'valid')
                                order by 1
                                """))
                .containsExactlyElementsOf(DERIVED);
    }

    @Test
    void theJournalCanOnlyBeAppendedTo() {
        assertThat(
                        list(
                                """
                                select privilege_type from information_schema.role_table_grants
                                where table_schema = 'journal' and grantee = 'sunmao_app'
                                  and privilege_type not in ('SELECT', 'INSERT')
                                  and (table_name, privilege_type) <> ('follower', 'UPDATE')
                                """))
                .isEmpty();
    }

    @Test
    void aTransactionDoesNotLastForever() {
        assertThat(list("select current_setting('transaction_timeout')")).containsExactly("1min");
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
