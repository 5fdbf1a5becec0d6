package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The tree that grows leaf by leaf, against the definition of RFC 6962. */
class TreePropertyTests {

    @Example
    void ofEverySizeTheRootIsThatOfTheDefinition() {
        var leaves = new ArrayList<byte[]>();
        var tree = new Tree();
        assertThat(tree.root()).isEqualTo(byDefinition(leaves));
        for (var i = 0; i < 300; i++) {
            leaves.add(Tree.leaf(("leaf " + i).getBytes(UTF_8)));
            tree.add(leaves.getLast());
            assertThat(tree.root()).as("size %d", i + 1).isEqualTo(byDefinition(leaves));
        }
    }

    @Property(tries = 200)
    void aTreeThatGoesOnFromItsPeaksIsTheSame(
            @ForAll @Size(max = 70) List<byte[]> contents, @ForAll @IntRange(max = 70) int pause) {
        var leaves = contents.stream().map(Tree::leaf).toList();
        var tree = new Tree();
        for (var i = 0; i < leaves.size(); i++) {
            if (i == pause) {
                tree = Tree.of(tree.size(), tree.peaks());
            }
            tree.add(leaves.get(i));
        }
        assertThat(tree.size()).isEqualTo(leaves.size());
        assertThat(tree.root()).isEqualTo(byDefinition(leaves));
    }

    /** The vectors of the reference implementation of Certificate Transparency. */
    @Example
    void theRootsAreThoseOfCertificateTransparency() {
        var tree = new Tree();
        for (var leaf : List.of("", "00", "10", "2021", "3031", "40414243")) {
            tree.add(Tree.leaf(HexFormat.of().parseHex(leaf)));
        }
        tree.add(Tree.leaf(HexFormat.of().parseHex("5051525354555657")));
        tree.add(Tree.leaf(HexFormat.of().parseHex("606162636465666768696a6b6c6d6e6f")));
        assertThat(HexFormat.of().formatHex(tree.root()))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    private static byte[] byDefinition(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Tree.sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var half = Integer.highestOneBit(leaves.size() - 1);
        return Tree.node(
                byDefinition(leaves.subList(0, half)),
                byDefinition(leaves.subList(half, leaves.size())));
    }
}
