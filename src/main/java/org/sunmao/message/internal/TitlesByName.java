package org.sunmao.message.internal;

import org.springframework.stereotype.Component;

import java.time.Period;
import java.util.List;
import java.util.Map;

/** Until module duty tells what is declared. */
@Component
class TitlesByName implements Declarations {

    @Override
    public String title(String name) {
        return name;
    }

    @Override
    public List<Period> remind(String name) {
        return reminding().getOrDefault(name, List.of());
    }

    @Override
    public Map<String, List<Period>> reminding() {
        return Map.of(
                "term-ends", List.of(Period.ofMonths(6), Period.ofMonths(3), Period.ofMonths(1)));
    }
}
