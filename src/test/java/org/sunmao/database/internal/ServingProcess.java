package org.sunmao.database.internal;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A process of its own that serves a data directory, so that a test can kill it. */
final class ServingProcess {

    static final String COMMITTED = "one row is committed, one is not";

    private ServingProcess() {}

    static Process launch(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var main = ServingProcess.class.getName();
        return new ProcessBuilder(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes,
                                main,
                                data.toString()))
                .redirectErrorStream(true)
                .start();
    }

    static ConfigurableApplicationContext serve(Path data, String... arguments) {
        return new SpringApplicationBuilder(
                        DatabaseConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("sunmao.data=" + data)
                .properties("spring.config.location=optional:classpath:/none/")
                .properties("spring.flyway.locations=classpath:none")
                .properties("spring.flyway.fail-on-missing-locations=false")
                .properties("spring.flyway.default-schema=migration")
                .run(arguments);
    }

    static void main(String[] arguments) throws SQLException, IOException {
        try (var context = serve(Path.of(arguments[0]));
                var owner = context.getBean(Server.class).owner().connect();
                var statement = owner.createStatement()) {
            statement.execute("create table public.kept (id int)");
            statement.execute("insert into public.kept values (1)");
            owner.setAutoCommit(false);
            statement.execute("insert into public.kept values (2)");
            IO.println(COMMITTED);
            var _ = System.in.read();
        }
    }
}
