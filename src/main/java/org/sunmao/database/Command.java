package org.sunmao.database;

import org.springframework.beans.factory.BeanFactory;

import java.io.PrintStream;
import java.util.List;

/**
 * Something done from the command line, beside the running server or without it; named in {@code
 * META-INF/spring.factories}. It works as the application's role, and with its settings.
 */
public interface Command {

    /** Done, and nothing to be said against the data. */
    int WELL = 0;

    /** Done, and something found. */
    int FINDINGS = 1;

    /** Not done. */
    int NOT_DONE = 2;

    /** As it is typed. */
    String name();

    /** The doors of the modules that must be there, beside the database itself. */
    List<Class<?>> rooms();

    /** Does it and tells the exit code. */
    int run(BeanFactory house, PrintStream out) throws Exception;
}
