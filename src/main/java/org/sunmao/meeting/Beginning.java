package org.sunmao.meeting;

import org.sunmao.access.Scope;

import java.time.LocalDate;

/** From when on organization life is recorded here: nobody is held to what was before. */
public interface Beginning {

    void set(Scope scope, LocalDate day);
}
