package org.sunmao.rules.internal;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong in a file of rules, and where, for the person who wrote it. */
record Fault(String file, int line, int column, String says) {

    static Fault at(String file, Node node, String says) {
        return at(file, node.getStartMark(), says);
    }

    static Fault at(String file, Mark mark, String says) {
        return new Fault(file, mark.getLine() + 1, mark.getColumn() + 1, says);
    }

    @Override
    public String toString() {
        return "%s 第 %d 行第 %d 列：%s".formatted(file, line, column, says);
    }
}
