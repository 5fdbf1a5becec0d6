package org.sunmao.database.internal;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.sunmao.database.Command;
import org.sunmao.database.StartRefused;

import java.io.PrintStream;
import java.util.Map;

/** The small house a command works in: the server's settings, the database, what it asks for. */
public final class CommandHouse {

    private CommandHouse() {}

    public static ConfigurableApplicationContext open(Command command, String... arguments) {
        var application = new SpringApplication(AttachedConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        application.addInitializers(house -> furnish(house, command));
        return application.run(arguments);
    }

    /** A refused start has been told by Spring Boot's own failure analysis already. */
    public static void tell(Exception failure, PrintStream out) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return;
            }
        }
        out.printf("命令没有完成：%s%nThe command could not be finished.%n", failure);
    }

    private static void furnish(ConfigurableApplicationContext house, Command command) {
        var registry = (BeanDefinitionRegistry) house.getBeanFactory();
        var scanner = new ClassPathBeanDefinitionScanner(registry, true, house.getEnvironment());
        for (var room : command.rooms()) {
            scanner.scan(room.getPackageName());
        }
    }
}
