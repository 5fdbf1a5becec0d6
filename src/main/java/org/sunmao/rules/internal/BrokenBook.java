package org.sunmao.rules.internal;

import java.util.List;
import java.util.stream.Collectors;

/** The book of rules cannot be read: every fault with its place, told without a stack trace. */
final class BrokenBook extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int TOLD = 20;

    private final transient List<Fault> faults;

    BrokenBook(List<Fault> faults) {
        super(told(faults));
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }

    private static String told(List<Fault> faults) {
        var told = faults.stream().limit(TOLD).map(Fault::toString);
        var more = faults.size() > TOLD ? "\n    还有 " + (faults.size() - TOLD) + " 处" : "";
        return "规则文件有 %d 处错误：%n".formatted(faults.size())
                + told.map(one -> "    " + one).collect(Collectors.joining("\n"))
                + more;
    }
}
