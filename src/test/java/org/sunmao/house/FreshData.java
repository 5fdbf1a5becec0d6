package org.sunmao.house;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each application context a data directory of its own below {@code target}. */
public class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger HOUSES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = ProcessHandle.current().pid() + "-" + HOUSES.incrementAndGet();
        var data = Path.of("target", "houses", name).toAbsolutePath();
        TestPropertyValues.of("sunmao.data=" + data).applyTo(context);
    }
}
