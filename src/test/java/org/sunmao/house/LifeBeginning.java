package org.sunmao.house;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;

/**
 * From when on organization life is recorded in the house of the tests: never, unless a test says
 * so, for nobody else holds any meeting.
 */
@TestComponent
public class LifeBeginning implements InitializingBean {

    private final JdbcClient jdbc;

    LifeBeginning(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        never();
    }

    public void on(LocalDate day) {
        jdbc.sql("update meeting.beginning set begun_on = ?").param(day).update();
    }

    public void never() {
        jdbc.sql("update meeting.beginning set begun_on = 'infinity'").update();
    }
}
